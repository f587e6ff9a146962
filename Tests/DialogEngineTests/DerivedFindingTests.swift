import IntentPacks
import LanguageProcessing
import TestSupport
import Testing

@testable import DialogEngine

/// Findings that others lead to, in many ways and over many steps.
@Suite struct DerivedFindingTests {
  private static let layers = 12
  private static let width = 8

  /// Each finding of a layer follows from each of the next: more ways from the first to the last than could be gone.
  private static let pack: CompiledPack? = {
    var findings = ""
    for layer in 0..<layers {
      for number in 0..<width {
        findings += "  f\(layer)_\(number):\n    name: finding \(layer) \(number)\n"
        guard layer + 1 < layers else {
          findings +=
            "    patterns: |\n      word\(["a", "b", "c", "d", "e", "f", "g", "h"][number])\n"
          continue
        }
        findings += "    means: |\n"
        for next in 0..<width {
          findings += "      f\(layer + 1)_\(next) and f\(layer + 1)_\((next + 1) % width)\n"
        }
      }
    }
    let text = """
      pack: small
      title: Small
      language: xx
      start: s
      extends: none
      findings:
      \(findings)
      red_flags:
        late:
          name: a late danger
          raise: {urgent: f0_0}
          first: Be seen today.
      states:
        s: {say: Go on.}
      """
    let reading = PackReader(locator: PackLocator(folders: [])).read(texts: [("pack.yaml", text)])
    var diagnostics = reading.diagnostics
    let pack = CompiledPack(reading.draft, diagnostics: &diagnostics)
    return diagnostics.contains { $0.severity == .error } ? nil : pack
  }()

  private func level(_ lines: String...) throws -> Level {
    let pack = try #require(Self.pack)
    let day = CalendarDate(dayNumber: 20_000)
    var conversation = Conversation(on: day, region: .unknown, with: pack).opening(with: pack)
      .conversation
    for line in lines {
      conversation = conversation.hearing(line, on: day, with: pack).conversation
    }
    return conversation.level(in: pack)
  }

  @Test("What follows over eleven steps and billions of ways raises its flag, and is found at once")
  func deep() throws {
    #expect(try level("worda") == .routine)
    #expect(try level("worda wordb") == .urgent)
    #expect(try level("wordc", "nothing", "wordd") == .urgent)
  }
}
