import IntentPacks

extension Templates {
  /// A whole assistant: states, sentences, and one intent, cause and red flag to be changed.
  func newPack(_ name: TemplateName) -> [NewFile] {
    var pack = Pack()
    pack.languageCode = "en"
    let inside = Templates(for: pack, schema: schema)
    var files = [head(of: name), inside.dialog(name)]
    // These names are fixed and good.
    for (kind, id) in [
      (TemplateKind.intent, "first_topic"), (.cause, "first_cause"), (.redFlag, "first_danger"),
    ] {
      guard let example = try? TemplateName(id, for: kind) else { continue }
      switch kind {
      case .intent: files.append(inside.intent(example))
      case .cause: files += inside.cause(example)
      default: files += inside.redFlag(example)
      }
    }
    return files + [greeting(at: "conversations/hello.chat")]
  }

  private func greeting(at path: String) -> NewFile {
    NewFile(
      path: path,
      text: """
        title: The assistant says what it is for
        bot: *rules*
        bot: ...

        user: hello
        expect: level routine
        expect: intent greet

        """)
  }

  private func head(of name: TemplateName) -> NewFile {
    NewFile(
      path: "pack.yaml",
      text: head(
        "pack.yaml", "The head of the pack. Every other .yaml file below this folder belongs to it."
      )
        + """
        pack: \(name.id)
        title: \(name.words.first?.uppercased() ?? "")\(name.words.dropFirst())
        language: en
        # The state in which a conversation begins; see dialog.yaml.
        start: welcome
        version: 0.1.0
        # What it is laid over: english brings the language and default sentences, none brings nothing.
        extends: english

        """)
  }

  private func dialog(_ name: TemplateName) -> NewFile {
    NewFile(
      path: "dialog.yaml",
      text: head(
        "dialog.yaml", "The course of the talk, and the sentences that belong to nothing else.")
          + """
          states:
            welcome:
              say: {text: welcome}
              go: explore
            # Asks what best tells the causes apart.
            explore:
              interview: causes
              at_most: 8
              go: conclusion
            conclusion:
              conclude: true

          # Every sentence of english may be replaced here by its id.
          wordings:
            welcome: |
              I help with \(name.words). I am a program with fixed rules.
              What is the matter?
            go_on: What else is the matter?
            not_understood: I did not understand that. Please say it in other words.
            intended_use: Here stands whom this is for, and what it cannot do.
            better_by: Ask someone who knows it if it is no better by {date}.
            nothing_fits: Nothing I know fits well. Ask someone who knows it.
            how_sure_strong: "How sure: well known. I can be wrong."
            how_sure_moderate: "How sure: fairly. I can be wrong."
            how_sure_weak: "How sure: not very. I can be wrong."
            how_sure_contested: "How sure: people do not agree. I can be wrong."
            program_at_flag: I am a program and can be wrong.
            still_open: I could not rule out {name}. Ask someone who knows it soon.
            before_you_go: "Before you go: ask someone who knows it if it gets worse."
            before_you_go_flag: "Before you go: I could not rule out {name}. Have it looked at."

          # How soon, in words.
          levels:
            emergency: {name: call for help now}
            urgent: {name: today}
            soon: {name: within days}
            routine: {name: no danger seen so far}

          # Whom to call. Add a country by its code; unknown is used when none is known.
          regions:
            unknown:
              name: your country
              emergency_number: your emergency number
              call_now: Call your emergency number now.
              call_if: call your emergency number
              call_if_start: Call your emergency number
              urgent_care: Ask someone who knows it today.
              emergency_department: the nearest place for emergencies
              doctor: doctor

          # Odds of a common, an uncommon and a rare cause, and what a weak, moderate or strong finding multiplies them by.
          ranking:
            common: 1
            uncommon: 0.2
            rare: 0.04
            weak: 1.5
            moderate: 3
            strong: 8

          """)
  }
}
