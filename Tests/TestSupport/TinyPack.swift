package import DialogEngine
import IntentPacks

/// A whole pack in two files, for tests of the program itself: it needs nothing of the shipped packs.
package enum TinyPack {
  /// Makes a scratch folder with the pack as `Intents/tiny` in it.
  package static func folder(changing change: (String) -> String = { $0 }) throws -> Scratch {
    let scratch = try Scratch()
    try scratch.write(head, to: "Intents/tiny/pack.yaml")
    try scratch.write(change(body), to: "Intents/tiny/all.yaml")
    return scratch
  }

  /// The number of the first line of `all.yaml` that holds just this.
  package static func line(of text: String) -> Int {
    let lines = body.split(separator: "\n", omittingEmptySubsequences: false)
    return 1 + (lines.firstIndex { $0.drop { $0 == " " } == text } ?? -1)
  }

  /// The pack, ready for talks without the program.
  package static func compiled() throws -> CompiledPack {
    let reader = PackReader(locator: PackLocator(folders: []))
    var reading = reader.read(texts: [("pack.yaml", head), ("all.yaml", body)])
    let pack = CompiledPack(reading.draft, diagnostics: &reading.diagnostics)
    guard !reading.hasErrors else { throw TestFailure("\(reading.diagnostics)") }
    return pack
  }

  package static let head = """
    pack: tiny
    title: Tiny
    language: en
    start: welcome
    version: 0.1.0
    extends: none
    """

  package static let body = """
    language:
      stemmer: english
      ignorable: |
        a
        the
        my
        is
      sides: |
        left = left
        right = right
        both = both
      body_parts: |
        calf = calf
        chest = chest
      cues:
        negation_before: |
          no
      answers:
        "yes": |
          yes
        "no": |
          no
        none: |
          none
        unsure: |
          not sure

    levels:
      urgent: {name: be seen today}
      emergency: {name: call now}
      routine: {name: no danger sign so far}

    regions:
      unknown:
        name: an unknown country
        call_now: Call your local emergency number now.
        call_if: call your local emergency number
      GB: {name: United Kingdom, emergency: "999", urgent_care: Call 111 (UK advice line) or your GP now.}
      US: {name: United States, emergency: "911"}

    wordings:
      welcome: |
        I am a program with fixed rules, not a doctor.
        What is going on with your legs?
      call_now: Call {emergency_number} now.
      call_if: call {emergency_number}
      call_now_locale: "Call {emergency_number} now ({region}). Elsewhere: 112, 999 or 000."
      heard: "{heard}: noted."
      empty_line: I did not get any words there.
      not_understood: I did not understand that.
      not_understood_answer: I did not get an answer from that.
      option_yes: "yes"
      option_no: "no"
      option_unsure: not sure
      option_none: none of these
      goodbye: I hope it goes well.
      undone: "Taken back: {line}"
      how_to_leave: Press Ctrl-C again to leave.
      unknown_command: There is no {typed}. Did you mean {nearest}?
      chat_help: You can say things in your own words.
      saved: "Saved: {file}"
      resumed_same: "Back again, {count} answers, all the same."
      resumed_different: "Back again, {differing} of {count} changed, first at {line}."
      resumed_lower: "Back again. Last time: {before}."
      summary_title: "# Summary"
      summary_present: "## Said yes to"
      fit_1: fits best
      reasons: "For: {for}."
      level_is: "How soon: {level}."

    findings:
      calf_swelling:
        topic: swelling
        name: a swollen calf
        back: your {side}calf is swollen
        item: one calf swollen
        group: circulation
        patterns: |
          calf swollen
        ask: Is one calf bigger?
        why: A swollen calf can mean a clot.
      chest_pain:
        topic: chest
        name: chest pain
        back: your chest hurts
        item: chest pain
        group: heart
        patterns: |
          chest pain
        ask: Does your chest hurt?
      heavy:
        topic: pain
        name: heavy legs
        patterns: |
          heavy legs
      squats:
        topic: strength_training
        name: squats
        patterns: |
          squats
        ask: Did you do squats?

    screens:
      signs: {ask: Any of these?, items: [chest_pain, calf_swelling], gravity: 2}

    red_flags:
      dvt:
        name: a possible blood clot in the leg
        group: circulation
        raise:
          urgent: |
            calf_swelling
        first: Get this leg checked today. {urgent_care}
        worse: "Short of breath? {call_now}"
      chest_pain_cardiac:
        name: a possible heart problem
        group: heart
        raise:
          emergency: |
            chest_pain
        first: "{call_now}"

    causes:
      heavy_lifting:
        name: leg day
        how_common: common
        supports: {squats: strong, heavy: weak}
        explain: Lifting makes legs sore.
        do: |
          Rest a day.

    intents:
      bye:
        patterns: |
          bye
        examples: |
          bye
        do: quit
      go_back:
        patterns: |
          "go back"
        examples: |
          go back
        do: undo
      level:
        patterns: |
          "how bad"
        examples: |
          how bad
        do: level
      why:
        patterns: |
          why
        examples: |
          why
        do: why
      vitamins:
        patterns: |
          vitamins
        examples: |
          vitamins
        say: Vitamins are not the first thing to look at when legs are heavy, sleep is. Call 0800 111 0 111.

    states:
      welcome: {say: {text: welcome}, go: screening}
      screening: {screens: [signs], go: explore}
      explore: {interview: causes, at_most: 3, go: conclusion}
      conclusion: {conclude: true}
    """
}
