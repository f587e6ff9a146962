import ConversationTesting
import DialogEngine
import IntentPacks
import LanguageProcessing
import TestSupport

/// A pack with one flag, one screen, two causes and an intent, and helpers to run scripts on it.
enum SmallPack {
  static let text = """
    pack: small
    title: A small pack
    language: en
    start: welcome
    concepts:
      puffy: |
        puffy
        swollen
    findings:
      calf_swelling:
        topic: swelling
        name: a swollen calf
        back: your {side}calf is swollen
        item: one calf swollen
        group: circulation
        patterns: |
          calf @puffy
        ask: Is one calf bigger?
      long_journey:
        topic: travel_surgery
        name: a long journey
        item: a trip over 3 hours
        background: true
        time: event
        patterns: |
          (flight | flew)
        ask: Have you had a long trip?
      leg_day:
        topic: strength_training
        name: leg day
        patterns: |
          (squats | "leg day")
        ask: Did you train your legs?
      sore:
        topic: pain
        name: sore muscles
        patterns: |
          (sore | aching)
        ask: Are the muscles sore to press?
      chest_pain:
        topic: chest
        name: chest pain
        item: chest pain
        patterns: |
          chest (pain | hurts)
        ask: Any chest pain?
    screens:
      legs:
        ask: Any of these?
        items: [calf_swelling, chest_pain]
    red_flags:
      dvt:
        name: a possible clot
        group: circulation
        raise:
          urgent: |
            calf_swelling and long_journey
          soon: |
            calf_swelling
        confirm: [long_journey]
        first: Get this leg checked today.
        examples: |
          my calf is swollen
      heart:
        name: a possible heart attack
        group: heart
        raise:
          emergency: |
            chest_pain
        first: Call for help now.
        examples: |
          chest pain
    causes:
      heavy_lifting:
        name: leg day
        how_common: common
        supports: {leg_day: strong, sore: moderate}
        level: routine
        evidence: strong
        explain: Hard lifts make legs heavy.
        do: |
          rest a day
      short_sleep:
        name: short sleep
        how_common: common
        supports: {sore: weak}
        level: routine
        evidence: weak
        explain: Sleep repairs.
        do: |
          sleep
    intents:
      what_is_it:
        patterns: |
          "what is" overtraining
        say: Overtraining is too much for too long.
    states:
      welcome:
        say: What is going on with your legs?
        go: screening
      screening:
        screens: [legs]
        go: explore
      explore:
        ask: [sore]
        go: conclusion
      conclusion:
        conclude: true
    """

  static let compiled = Result { try TestPack.compiled(text) }

  /// Runs one script and gives its result.
  static func run(
    _ script: String, including: [String: String] = [:]
  ) throws -> ScriptResult {
    try results(script, including: including)[0]
  }

  static func results(
    _ script: String, including: [String: String] = [:]
  ) throws -> [ScriptResult] {
    let pack = try compiled.get()
    let suite = ScriptSuite(texts: [("a.chat", script)], including: including)
    var diagnostics = suite.diagnostics
    let checker = ScriptChecker(pack: pack.pack)
    diagnostics += suite.scripts.flatMap(checker.check)
    guard diagnostics.isEmpty else {
      throw Broken(text: DiagnosticRenderer(files: suite.files).text(diagnostics))
    }
    var run = TestRun()
    run.keepsPlays = true
    return run.run(suite.scripts, with: pack) { path in
      including[path].flatMap { ScriptSuite(texts: [(path, $0)]).scripts.first }
    }
  }

  /// `code line:column message` of everything that is wrong with a script.
  static func mistakes(_ script: String, including: [String: String] = [:]) throws -> [String] {
    let suite = ScriptSuite(texts: [("a.chat", script)], including: including)
    let checker = ScriptChecker(pack: try compiled.get().pack)
    return (suite.diagnostics + suite.scripts.flatMap(checker.check)).map {
      "\($0.code) \($0.place.line):\($0.place.column) \($0.message)"
        + ($0.help.map { " / \($0)" } ?? "")
    }
  }

  /// The first sentence of each mismatch.
  static func messages(_ script: String, including: [String: String] = [:]) throws -> [String] {
    try results(script, including: including).flatMap(\.mismatches).map {
      "\($0.place.line): \($0.message)"
    }
  }
}

/// A script that a test relies on has mistakes.
struct Broken: Error, CustomStringConvertible {
  var text: String
  var description: String { text }
}
