import ConversationTesting
import DialogEngine
import Fuzzing
import Glibc
import IntentPacks
import LanguageProcessing
import PackChecking
import TestSupport
import Testing

/// Random packs that pass `check`, talked with by random users.
@Suite struct RandomPackTests {
  private static let count: UInt64 = getenv("HEAVYLEGS_FULL") == nil ? 12 : 600
  private static let day = CalendarDate(dayNumber: 20_468)

  private func reading(_ seed: UInt64) -> PackReading {
    PackReader(locator: PackLocator(folders: [])).read(texts: RandomPack(seed: seed).texts)
  }

  /// The pack, when nothing in it forbids to talk with it.
  private func sound(_ seed: UInt64) -> CompiledPack? {
    let reading = reading(seed)
    var diagnostics = PackChecker().check(reading)
    guard !diagnostics.contains(where: { $0.severity == .error }) else { return nil }
    let pack = CompiledPack(reading.draft, diagnostics: &diagnostics)
    return diagnostics.contains { $0.severity == .error } ? nil : pack
  }

  @Test func `most random packs are sound, and the same seed makes the same pack`() {
    var errors: [String: Int] = [:]
    for seed in 1...Self.count {
      #expect(RandomPack(seed: seed).texts.map(\.text) == RandomPack(seed: seed).texts.map(\.text))
      let codes = PackChecker().check(reading(seed)).filter { $0.severity == .error }.map(\.code)
      for code in Set(codes) { errors[code, default: 0] += 1 }
    }
    let unsound = (1...Self.count).count { sound($0) == nil }
    #expect(unsound * 3 <= Self.count, "\(unsound) of \(Self.count): \(errors)")
  }

  @Test
  func `row 46, a random user of a random pack finds nothing that breaks what must always hold`() {
    for seed in 1...Self.count {
      guard let pack = sound(seed) else { continue }
      let failure = RandomWalk(pack: pack).walk(turns: 150, seed: seed)
      #expect(failure == nil, "pack \(seed): \(failure?.script ?? "")")
    }
  }

  @Test func `row 47, a flag said at any moment of a talk is heard in that turn`() {
    for seed in 1...Self.count {
      guard let pack = sound(seed) else { continue }
      var user = Mangler(seed: seed)
      let chatter = ["hello", "none", "yes", "no", "1", "not sure", "vitamins", "skip"]
      var turn = Conversation(on: Self.day, region: .unknown, with: pack).opening(with: pack)
      for _ in 0..<40 where turn.conversation.phase != .ended {
        for flag in pack.pack.redFlags {
          guard let example = flag.examples.first?.value else { continue }
          let heard = turn.conversation.hearing(example, on: Self.day, with: pack).conversation
          #expect(
            heard.flags.contains { $0.id == flag.id },
            "pack \(seed): \"\(example)\" after \(turn.conversation.said.map(\.text))")
        }
        let line = chatter[user.choice(of: chatter.count)]
        turn = turn.conversation.hearing(line, on: Self.day, with: pack)
      }
    }
  }

  @Test func `row 32, a talk with a random pack comes to an end when all is answered with no`() {
    for seed in 1...Self.count {
      guard let pack = sound(seed) else { continue }
      var turn = Conversation(on: Self.day, region: .unknown, with: pack).opening(with: pack)
      var turns = 0
      while turn.conversation.phase == .asking, turns < 60 {
        let kind = turn.conversation.question?.kind
        turn = turn.conversation.hearing(kind == .anyOf ? "none" : "no", on: Self.day, with: pack)
        turns += 1
      }
      #expect(turn.conversation.phase != .asking, "pack \(seed) still asks after \(turns) turns")
    }
  }
}
