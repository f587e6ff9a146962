import TestSupport
import Testing

@testable import PackChecking

@Suite("What the scripts of a pack expect")
struct ScriptedIDsTests {
  @Test(
    "A cause counts as tested however the line that expects it begins",
    arguments: [
      ("expect: cause doms in first 3", true),
      ("  expect:  cause doms", true),
      ("expect at end: cause doms in first 3", true),
      ("Expect at  end: cause doms", true),
      ("expect within 2 turns: cause doms in first 1", true),
      ("expect within 1 turn: cause doms", true),
      ("expect: no cause doms", false),
      ("expect soon: cause doms", false),
      ("expect within turns: cause doms", false),
      ("# expect: cause doms", false),
      ("user: expect: cause doms", false),
      ("bot: my guess is cause doms", false),
      ("expect: cause", false),
      ("expect", false),
    ])
  func cause(_ line: String, _ isTested: Bool) {
    let ids = ScriptedIDs(script: "user: squats\n\(line)\nuser: none")
    #expect(ids.causes == (isTested ? ["doms"] : []))
    #expect(ids.flags == [])
  }

  @Test(
    "So does a red flag",
    arguments: [
      "expect: flag dvt raised", "expect at end: flag dvt raised",
      "expect within 3 turns: flag dvt raised at urgent",
    ])
  func flag(_ line: String) {
    #expect(ScriptedIDs(script: line).flags == ["dvt"])
  }

  @Test("A script named after a cause counts when it expects anything")
  func named() throws {
    let scratch = try Scratch()
    try scratch.write("user: a\nexpect: level urgent\n", to: "conversations/causes/angina.chat")
    try scratch.write("user: a\n", to: "conversations/causes/doms.chat")
    #expect(ScriptedIDs(folders: [scratch.path]).names == ["angina"])
  }
}
