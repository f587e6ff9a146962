import IntentPacks
import PackChecking
import TestSupport
import Testing

@Suite("What follows from a file that is no YAML is not told beside it")
struct UnreadFilesTests {
  /// A finding, a concept and a state that `rest` names, in a file whose last line decides whether it can be read.
  private static let named = """
    findings:
      ankle_pain:
        name: a sore ankle
        patterns: |
          @hurting ankle
    concepts:
      hurting: |
        hurts
    """

  private static let rest = """
    findings:
      foot_pain:
        name: a sore foot
        implies: [ankle_pain]
        patterns: |
          @hurting foot
          @hurtling foot
    states:
      listen: {ask: [ankle_pain, ankel_pain]}
    """

  private func messages(_ named: String) -> [(code: String, file: String, help: String)] {
    let head = """
      pack: small
      title: A small pack
      language: xx
      start: listen
      """
    let reading = PackReader(locator: PackLocator(folders: [])).read(texts: [
      ("pack.yaml", head), ("named.yaml", named), ("rest.yaml", Self.rest),
    ])
    return PackChecker().check(reading).filter { $0.severity == .error }
      .map { ($0.code, $0.place.file, $0.help ?? "") }
  }

  @Test(
    "one mistake is one message",
    arguments: [
      ("\t  name: a sore toe", "tab"), ("  \"toe_pain: {", "yaml-syntax"),
      ("  toe_pain: &a", "anchor"), ("  toe: [ankle", "yaml-syntax"),
    ])
  func one(_ line: String, _ code: String) {
    let told = messages(Self.named + "\n" + line + "\n")
    #expect(told.filter { $0.file == "named.yaml" }.map(\.code) == [code])
    #expect(told.first { $0.file == "named.yaml" }?.help.contains("until then") == true)
    // What no file speaks of stays wrong.
    #expect(
      told.filter { $0.file != "named.yaml" }.map(\.code).sorted()
        == ["unknown-concept", "unknown-finding"])
  }

  @Test("a file that is read hides nothing, and says nothing of waiting")
  func read() {
    let told = messages(Self.named.replacing("ankle_pain", with: "elbow_pain"))
    #expect(
      told.map(\.code).sorted()
        == ["unknown-concept", "unknown-finding", "unknown-finding", "unknown-finding"])
    #expect(told.allSatisfy { !$0.help.contains("until then") })
  }
}
