import IntentPacks

/// All rules of `check`, and the frame that their examples stand in.
package enum RuleCatalog {
  /// In alphabetical order of their files.
  package static let rules: [Rule] = [
    AdviceAgainstFlag.rule,
    AdviceAgainstItself.rule,
    AdviceWithoutGuard.rule,
    BareNumber.rule,
    BeatenPattern.rule,
    CircularDefinition.rule,
    CueInPattern.rule,
    DeadEnd.rule,
    ExampleMissed.rule,
    FindingKind.rule,
    FlagExampleMissed.rule,
    FlagFalseAlarm.rule,
    FlagReplaced.rule,
    FlagUnheardInState.rule,
    FlagWeakened.rule,
    FlagWithoutConfirmation.rule,
    FlagWithoutExamples.rule,
    FlagWithoutInstructions.rule,
    FlagWithoutLevel.rule,
    FlagWithoutSource.rule,
    HiddenCharacter.rule,
    LongSentence.rule,
    MissingScript.rule,
    NeverWord.rule,
    NotLineHeard.rule,
    QuestionWithoutWhy.rule,
    ReadingLevel.rule,
    ReassuringQuestion.rule,
    SamePattern.rule,
    ScreenItems.rule,
    ShadowedCause.rule,
    SilentIntent.rule,
    SilentLoop.rule,
    SupportKind.rule,
    TooManyQuestions.rule,
    UnconfirmedRisk.rule,
    UnexplainedCause.rule,
    UnheardIntent.rule,
    UnknowableFinding.rule,
    UnknownAvoid.rule,
    UnknownFinding.rule,
    UnknownIntent.rule,
    UnknownPlaceholder.rule,
    UnknownScreen.rule,
    UnknownSource.rule,
    UnknownState.rule,
    UnknownSubject.rule,
    UnknownTopic.rule,
    UnknownWording.rule,
    UnprovenState.rule,
    UnreachableState.rule,
    UnsupportedCause.rule,
    UnsureTrap.rule,
    UnusedAvoid.rule,
    UnusedConcept.rule,
    UnusedFinding.rule,
    UnusedScreen.rule,
    UnusedSource.rule,
  ]

  /// What reading a pack and compiling its patterns tell by themselves; nothing is left to check for these.
  package static let readingRules: [Rule] = ReadingRules.all

  /// The rule with this code, for `check --explain`.
  package static func rule(_ id: String) -> Rule? {
    (rules + readingRules).first { $0.id == id }
  }

  /// The code nearest to one that nobody knows.
  package static func nearest(to id: String) -> String? {
    NearestName.of(id, among: (rules + readingRules).map(\.id))
  }

  /// The frame that examples are laid over, as files: the head first.
  static let frameFiles: [(path: String, text: String)] = [
    (path: "pack.yaml", text: head.replacing("pack: example", with: "pack: frame")),
    (path: "frame.yaml", text: frame),
    (path: "conversations/all.chat", text: script),
  ]

  static let head = """
    pack: example
    title: An example
    language: xx
    start: listen
    topics: [pain, age]
    """

  /// A small sound pack, so that an example need only show what it is about.
  private static let frame = """
    language:
      cues:
        negation_before: |
          cannot
        never_ask: |
          are you ok
        advises: |
          stretch
      answers:
        yes: |
          yes
        no: |
          no
        none: |
          none
        unsure: |
          not sure
        skip: |
          skip
    regions:
      GB: {name: Britain, emergency: 999, call_now: Call 999 now.}
    concepts:
      sore: |
        hurts
        aches
    findings:
      calf_pain:
        topic: pain
        name: calf pain
        back: your calf hurts
        item: pain in one calf
        patterns: |
          calf @sore
        examples: |
          my calf hurts
        ask: Does one calf hurt?
        why: A clot can hurt.
      tired_legs:
        patterns: |
          "tired legs"
        examples: |
          tired legs
      age:
        topic: age
        kind: number
        ask: How old are you?
        why: Age changes the advice.
        captures: |
          "am {number}"
        examples: |
          i am 70
    screens:
      legs: {ask: Any of these?, items: [calf_pain], why: Some need care.}
    red_flags:
      base_flag:
        name: a clot
        raise:
          urgent: calf_pain and age > 60
        first: Get help today.
        confirm: [calf_pain, legs]
        sources: S1
        examples: |
          my calf hurts and i am 70
    causes:
      sore_calf:
        name: a sore calf
        supports: {calf_pain: strong, tired_legs: weak}
        explain: It was a long run.
        do: |
          Rest for two days.
        avoid: [run]
        sources: S1
    intents:
      greet:
        patterns: |
          "good morning"
        examples: |
          good morning
        say: Good morning.
    sources:
      S1: {title: A page}
    avoids:
      run: {say: Do not run.}
    states:
      listen: {say: Ready.}
    """

  private static let script = """
    title: The calf hurts

    user: my calf hurts and i am 70
    expect: flag base_flag raised
    expect: cause sore_calf in first 3
    """
}
