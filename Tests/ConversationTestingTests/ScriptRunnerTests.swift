import ConversationTesting
import IntentPacks
import Testing

@Suite struct ScriptRunnerTests {
  @Test(
    "a script that says what happens passes",
    arguments: [
      // Levels, flags, findings.
      "user: my calf is swollen\nexpect: level soon\nexpect: flag dvt raised",
      "user: my calf is swollen\nexpect: flag dvt raised at soon\nexpect: level at least soon",
      "user: hello\nexpect: level at most soon\nexpect: flag dvt clear\nexpect: no flag dvt",
      "user: my left calf is swollen\nexpect: finding calf_swelling = yes",
      "user: my left calf is swollen\nexpect: finding calf_swelling.side = left",
      "user: my calf is not swollen\nexpect: finding calf_swelling = no",
      "user: my calf is not swollen\nexpect: status calf_swelling = negated",
      "user: hello\nexpect: finding calf_swelling = unknown\nexpect: no finding calf_swelling",
      // State, phase, questions.
      "expect: state welcome\nexpect: phase asking\nuser: hello\nexpect: no correction",
      "user: squats\nexpect: question legs\nexpect: questions 1\nexpect: state screening",
      "user: squats\nuser: no\nexpect: question sore",
      "user: my calf is swollen\nexpect: question long_journey",
      // Causes.
      "user: squats\nuser: none\nuser: yes\nexpect: cause heavy_lifting in first 1",
      "user: squats\nuser: none\nuser: yes\nexpect: phase concluded\nexpect: no question",
      "user: chest pain\nexpect: no causes\nexpect: no cause heavy_lifting",
      // Intents and words.
      "user: what is overtraining\nexpect: intent what_is_it",
      "user: squats\nexpect: no intent",
      "user: chest pain\nexpect: first line call for *\nexpect: words at most 100",
      "user: chest pain\nexpect: reading grade at most 12",
      "user: my calf is swollwn\nexpect: correction swollwn -> swollen",
      // Words of the reply.
      "bot: What is going on with your legs?\nuser: squats\nbot: ...\nnot bot: *clot*",
      "user: squats\nbot: ...\nbot: any of these?\nor: never said\nbot: ...",
      "never: *clot*\nuser: squats",
      // Later turns.
      "user: squats\nexpect within 2 turns: phase concluded\nuser: none\nuser: yes",
      "expect at end: phase concluded\nuser: squats\nuser: none\nuser: yes",
    ])
  func passes(_ script: String) throws {
    #expect(try SmallPack.messages(script) == [])
  }

  @Test(
    "a script that says something else fails, with what came instead",
    arguments: [
      (
        "user: my calf is swollen\nexpect: level urgent", "2: expected level urgent, but it is soon"
      ),
      (
        "user: hello\nexpect: level at least soon",
        "2: expected level at least soon, but it is routine"
      ),
      (
        "user: my calf is swollen\nexpect: flag dvt clear",
        "2: expected flag dvt clear, but it is raised at soon"
      ),
      (
        "user: my calf is swollen\nexpect: flag dvt raised at urgent",
        "2: expected flag dvt raised at urgent, but it is raised at soon"
      ),
      (
        "user: hello\nexpect: finding calf_swelling = yes",
        "2: expected finding calf_swelling = yes, but it is unknown"
      ),
      ("user: squats\nexpect: question sore", "2: expected question sore, but it is legs"),
      ("user: squats\nexpect: no question", "2: expected no question, but legs is asked"),
      ("user: squats\nexpect: ended", "2: expected ended, but it is asking"),
      (
        "user: squats\nuser: none\nuser: yes\nexpect: cause short_sleep in first 1",
        "4: expected cause short_sleep in first 1, but it is number 2, after heavy_lifting"
      ),
      ("user: chest pain\nnot bot: call*", "2: this must not be said: \"Call for help now.\""),
      ("never: call*\nuser: chest pain", "1: this must never be said: \"Call for help now.\""),
      ("bot: hello\nuser: squats", "1: the reply differs"),
      (
        "user: chest pain\nbot: call for help now.",
        "2: the reply has lines that no bot: line covers"
      ),
      (
        "user: squats\nexpect within 1 turn: phase concluded\nuser: none\nuser: yes",
        "2: expected phase concluded within 1 turns, but it is asking"
      ),
      (
        "expect at end: phase concluded\nuser: squats",
        "1: expected phase concluded at the end, but it is asking"
      ),
    ])
  func fails(_ script: String, _ message: String) throws {
    #expect(try SmallPack.messages(script) == [message])
  }

  @Test("a failure explains the turn: what was heard by which line, and what the flag lacks")
  func explains() throws {
    let result = try SmallPack.run("user: my calf is swollen\nexpect: flag dvt raised at urgent")
    let why = result.mismatches[0].explanation
    #expect(why.contains { $0.contains("by calf @puffy (pack.yaml:17)") })
    #expect(
      why.contains {
        $0.hasPrefix("dvt needs for urgent") && $0.contains("long_journey is unknown")
      })
  }

  @Test("a failure names the nearest pattern of what was not heard")
  func nearest() throws {
    let result = try SmallPack.run("user: my calf is huge\nexpect: finding calf_swelling = yes")
    #expect(
      result.mismatches[0].explanation.last
        == "nearest for calf_swelling: calf @puffy (pack.yaml:17), which also needs @puffy")
  }

  @Test("answers are found by finding, then screen, then topic, then the star")
  func answers() throws {
    let script = """
      answers:
        sore: yes
        legs: none
        *: no
      user: squats
      expect at end: cause heavy_lifting in first 1
      expect at end: finding sore = yes
      expect at end: finding chest_pain = no
      """
    #expect(try SmallPack.messages(script) == [])
    let byItem = """
      answers:
        chest_pain: yes
        legs: none
        *: no
      user: squats
      expect at end: level emergency
      """
    #expect(try SmallPack.messages(byItem) == [])
    let byTopic = "answers: pain: yes, *: no\nuser: squats\nexpect at end: finding sore = yes"
    #expect(try SmallPack.messages(byTopic) == [])
  }

  @Test("a question at the end that nothing answers is a failure, and so is one that never ends")
  func unanswered() throws {
    let script = "answers:\n  legs: none\nuser: squats\nexpect at end: level routine"
    #expect(
      try SmallPack.messages(script) == [
        "1: nothing here answers the question \"sore\": add it, its topic, or \"*\""
      ])
  }

  @Test("a block of answers between turns is played there")
  func middle() throws {
    let script = """
      user: squats
      answers:
        *: no
      expect: phase concluded
      user: chest pain
      expect: level emergency
      """
    #expect(try SmallPack.messages(script) == [])
  }

  @Test("every row of a table is a script of its own")
  func table() throws {
    let script = """
      examples:
        | said                | level     |
        | my calf is swollen  | soon      |
        | chest pain          | emergency |
        | squats              | soon      |
      user: <said>
      expect: level <level>
      """
    let results = try SmallPack.results(script)
    #expect(results.map(\.hasFailed) == [false, false, true])
    #expect(results[2].script.name == "a.chat [said=squats, level=soon]")
  }

  @Test("alternatives must all behave alike")
  func alternatives() throws {
    let alike = "user: my calf is swollen\nor: puffy calf\nexpect: flag dvt raised"
    #expect(try SmallPack.messages(alike) == [])
    let unlike = "user: my calf is swollen\nor: chest pain\nexpect: level at least soon"
    #expect(
      try SmallPack.messages(unlike).first
        == "2: said as \"chest pain\", the level is emergency and not soon")
  }

  @Test("shuffled facts end the same in every order")
  func shuffle() throws {
    let script = """
      shuffle:
        my calf is swollen
        i had a long flight on tuesday
        did squats
      expect: level urgent
      """
    let result = try SmallPack.run(script)
    #expect(result.mismatches.map(\.message) == [])
    #expect(result.plays.count == 6)
  }

  @Test("a line is tried at every turn")
  func probe() throws {
    let script = """
      say at every turn: chest pain
      expect: level emergency
      user: squats
      user: none
      user: yes
      """
    #expect(try SmallPack.messages(script) == [])
    let wrong = script.replacing("emergency", with: "soon")
    #expect(try SmallPack.messages(wrong).count == 4)
  }

  @Test("an included beginning is played first")
  func include() throws {
    let script = "include: start.chat\nuser: none\nexpect: question sore"
    #expect(
      try SmallPack.messages(
        script, including: ["start.chat": "user: squats\nexpect: question legs"])
        == [])
    #expect(
      try SmallPack.messages(
        script, including: ["start.chat": "user: squats\nexpect: question sore"])
        == ["2: expected question sore, but it is legs"])
  }

  @Test("a script can be held to end the same as another")
  func sameAs() throws {
    let script = "same as: b.chat\nuser: my calf is swollen"
    #expect(try SmallPack.messages(script, including: ["b.chat": "user: puffy calf"]) == [])
    #expect(
      try SmallPack.messages(script, including: ["b.chat": "user: squats"]).first
        == "1: it does not end the same as b.chat: the level is soon and not routine")
  }

  @Test("a skipped script is not run, and a known failure must keep failing")
  func skipping() throws {
    let skipped = try SmallPack.run("skip: not yet\nuser: squats\nexpect: level urgent")
    guard case .skipped("not yet") = skipped.verdict else { return #expect(Bool(false)) }
    let known = try SmallPack.run("known failure: later\nuser: squats\nexpect: level urgent")
    guard case .knownFailure("later") = known.verdict else { return #expect(Bool(false)) }
    #expect(
      try SmallPack.messages("known failure: later\nuser: squats\nexpect: level routine") == [
        "1: this is a known failure (later) and now passes: take the line away"
      ])
  }

  @Test("results keep the order of the scripts however many jobs run")
  func order() throws {
    let pack = try SmallPack.compiled.get()
    let texts = (0..<40).map { number in
      ("\(number).chat", "user: squats\nexpect: level \(number % 3 == 2 ? "urgent" : "routine")")
    }
    let suite = ScriptSuite(texts: texts)
    var run = TestRun()
    run.jobs = 4
    let results = run.run(suite.scripts, with: pack)
    #expect(results.map(\.script.file.path) == texts.map(\.0))
    run.failsFast = true
    #expect(
      run.run(suite.scripts, with: pack).map(\.script.file.path) == ["0.chat", "1.chat", "2.chat"])
  }
}
