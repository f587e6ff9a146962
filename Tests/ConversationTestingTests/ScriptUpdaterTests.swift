import ConversationTesting
import Testing

@Suite struct ScriptUpdaterTests {
  private func updated(_ script: String, named: [String] = []) throws -> ScriptUpdater.Update? {
    ScriptUpdater(named: named).updates(for: try SmallPack.results(script)).first
  }

  @Test("only bot: lines that no longer hold are rewritten")
  func rewrites() throws {
    let script = """
      # about leg day
      bot: what is *
      user: squats
      # the reply
      bot: *leg day*
      bot: Which of these?
      bot: ...
      expect: question legs

      """
    let update = try #require(try updated(script))
    #expect(
      update.text == """
        # about leg day
        bot: what is *
        user: squats
        # the reply
        bot: *leg day*
        bot: ...
        expect: question legs

        """)
    #expect(update.changes == ["a.chat:6: - bot: Which of these?"])
  }

  @Test("what is said now is written down, its own stars escaped")
  func inserts() throws {
    let script = "user: chest pain\nbot: Call a friend.\n"
    let update = try #require(try updated(script))
    #expect(update.text.hasPrefix("user: chest pain\nbot: Call for help now.\n"))
    #expect(try SmallPack.messages(update.text) == [])
  }

  @Test("a turn that expects a level or a flag is left alone unless named")
  func refuses() throws {
    let script = "user: chest pain\nbot: Call a friend.\nexpect: level emergency\n"
    let update = try #require(try updated(script))
    #expect(update.text == script)
    #expect(
      update.refusals == [
        "a.chat:2: this turn expects a level or a flag; name it (a.chat:2) to change it"
      ])
    let named = try #require(try updated(script, named: ["a.chat:2"]))
    #expect(try SmallPack.messages(named.text) == [])
  }
}
