import IntentPacks
import LanguageProcessing

extension Templates {
  func cause(_ name: TemplateName) -> [NewFile] {
    let (id, words) = (name.id, name.words)
    let path = "causes/\(id).yaml"
    let file = NewFile(
      path: path,
      text: head(path, "A possible explanation and the finding that speaks for it.")
        + """
        findings:
          \(id)_sign:
            name: \(words)
            back: you have \(words)
            # A circumstance, no sign of danger.
            background: true
            patterns: |
              "have \(words)"
              "got \(words)"
            examples: |
              i have \(words)
            not: |
              \(Self.unrelated)
            ask: Do you have \(words)?
            why: It would speak for one of the causes.

        causes:
          \(id):
            name: \(words)
            # How people name it: "could it be …", "why not …".
            called: |
              "\(words)"
            # common, uncommon or rare
            how_common: rare
            # What speaks for it and against it: strong, moderate or weak. Any finding of the pack may stand here.
            supports: {\(id)_sign: strong}
            against: {}
            # How soon to see someone for it: routine, soon, urgent or emergency.
            level: routine
            # How well it is studied: strong, moderate, weak or contested. Give sources: where you have some.
            evidence: weak
            explain: Here stands in one or two short lines why it can be the reason.
            do: |
              Here stands the first thing to do.
            better_by: \(betterBy)
            see_someone: Here stands when to see someone.

        """)
    let script = "conversations/causes/\(id).chat"
    return [
      file,
      NewFile(
        path: script,
        text: """
          title: \(words.first?.uppercased() ?? "")\(words.dropFirst()) is among the likely causes
          # What the user says; whatever is asked then is answered with no.
          answers:
            *: \(no)

          user: i have \(words)
          expect: finding \(id)_sign = yes
          expect at end: cause \(id) in first 3

          """),
    ]
  }

  /// Two weeks in the words of the pack's language, as far as it has some.
  private var betterBy: String {
    let word = pack.language.units.first { $0.unit == "week" }?.word ?? "weeks"
    return pack.languageCode == "en" ? "2 weeks" : "2 \(word)"
  }

  func redFlag(_ name: TemplateName) -> [NewFile] {
    let (id, words) = (name.id, name.words)
    let path = "red-flags/\(id).yaml"
    let file = NewFile(
      path: path,
      text: head(path, "A danger: the rule that sees it, and what is said then.")
        + """
        findings:
          \(id)_sign:
            name: \(words)
            back: you have \(words)
            # How it stands in a screen.
            item: \(words)
            patterns: |
              "have \(words)"
              "got \(words)"
            # What people say, also in a hurry. Rather one false alarm than one that is missed.
            examples: |
              i have \(words)
            not: |
              \(Self.unrelated)
            # Yes must be the dangerous answer.
            ask: Do you have \(words)?
            why: It can be a sign of danger.
            how: Here stands how to find out.

        red_flags:
          \(id):
            name: \(words)
            # How people name it: "could this be …?" makes it suspected.
            called: |
              "\(words)"
            # For each level the rules, one a line, of which any suffices: emergency, urgent, soon.
            # Rules are made of findings: a and b, a or b, 2 of (a, b, c), a.side in (left, right), a within 8 weeks.
            raise:
              urgent: |
                \(id)_sign
            # What is asked when it may be so.
            confirm: [\(id)_sign]
            # What to do: the first line. The number for the user's country is put in.
            first: Have this looked at today. {urgent_care}
            tell_them: I have \(words).
            reason: It can be a danger.
            now: Rest until then.
            worse: If it gets worse, call for help.
            examples: |
              i have \(words)
            not: |
              \(Self.unrelated)
            sources: [\(id)_source]

        sources:
          \(id)_source: {title: Here stands where the rule comes from}

        """)
    let script = "conversations/red-flags/\(id).chat"
    return [
      file,
      NewFile(
        path: script,
        text: """
          title: \(words.first?.uppercased() ?? "")\(words.dropFirst()) is sent to care at once
          user: i have \(words)
          expect: flag \(id) raised at urgent
          expect: level at least urgent

          """),
    ]
  }

  func conversation(_ name: TemplateName) -> NewFile {
    NewFile(
      path: "conversations/\(name.id).chat",
      text: """
        title: \(name.words.first?.uppercased() ?? "")\(name.words.dropFirst())
        # A conversation as a test. Lines that begin with # are not read.
        # date: 2026-03-02

        # What the user types. It is the line to change first.
        user: hello
        # What must be true afterwards: a level, a finding, a flag, a question, an intent.
        expect: level routine
        # expect: finding some_finding = yes
        # expect: no flag some_flag
        # What the reply must say; * stands for any words, ... for any lines.
        # bot: ...
        # bot: *some words*

        # Whatever else is asked is answered like this.
        # answers:
        #   *: \(no)

        """)
  }
}
