extension Templates {
  func finding(_ name: TemplateName) -> NewFile {
    let (id, words) = (name.id, name.words)
    let path = "findings/\(id).yaml"
    return NewFile(
      path: path,
      text: head(path, "Something that may be true of the user. Change the words to your own.")
        + """
        findings:
          \(id):
            # How it stands in a summary, and how it is said back.
            name: \(words)
            back: you have \(words)
            # A circumstance. Take this line away when it is a sign of danger.
            background: true
            # Ways of saying it, one a line. In quotes: these words in this order. Without: in any order.
            patterns: |
              "have \(words)"
              "got \(words)"
            # Sentences that must be heard as this, as people type them.
            examples: |
              i have \(words)
            # Sentences that sound alike and must not be heard as this.
            not: |
              \(Self.unrelated)
            # To have it asked, name it in a cause (supports:), in a screen (items:) or in a red flag (confirm:).
            ask: Do you have \(words)?
            why: It helps to tell one cause from another.

        """)
  }

  func screen(_ name: TemplateName) -> NewFile {
    let (id, words) = (name.id, name.words)
    let path = "screens/\(id).yaml"
    func item(_ number: String) -> String {
      """
        \(id)_\(number):
          name: the \(number) of \(words)
          item: the \(number) of \(words)
          patterns: |
            "have the \(number) of \(words)"
          examples: |
            i have the \(number) of \(words)
          ask: Do you have the \(number) of \(words)?
          why: It is one of \(words).

      """
    }
    return NewFile(
      path: path,
      text: head(path, "One question that covers several findings, at most five, gravest first.")
        + "findings:\n" + item("first") + item("second")
          + """

          screens:
            \(id):
              ask: Any of these?
              items: [\(id)_first, \(id)_second]
              why: It is asked once for all of them.

          # It is put when the user wants it. To put it to everyone, name it under screens: of a state and
          # take the rest of this file away.
          intents:
            ask_\(id):
              patterns: |
                "ask about \(words)"
              examples: |
                please ask about \(words)
              not: |
                \(Self.unrelated)

          states:
            \(id)_questions:
              enter: [ask_\(id)]
              screens: [\(id)]
              go: \(wayOn)

          """)
  }

  func state(_ name: TemplateName) -> NewFile {
    let (id, words) = (name.id, name.words)
    let path = "dialog/\(id).yaml"
    return NewFile(
      path: path,
      text: head(path, "A state of the conversation, and the wish that leads to it.")
        + """
        intents:
          go_to_\(id):
            patterns: |
              "speak about \(words)"
            examples: |
              can we speak about \(words)
            not: |
              \(Self.unrelated)

        states:
          \(id):
            # The wishes that lead here from every other state. A state may also be reached by go: of another.
            enter: [go_to_\(id)]
            # What is said on coming here. A state may also have ask:, screens:, when: and end:.
            say: This is about \(words).
            # Where to go when the user has spoken again.
            go: \(wayOn)

        """)
  }

  func intent(_ name: TemplateName) -> NewFile {
    let (id, words) = (name.id, name.words)
    let path = "intents/\(id).yaml"
    return NewFile(
      path: path,
      text: head(path, "Something the user may want to know, and the answer.")
        + """
        intents:
          \(id):
            # Ways of asking, one a line. (a | b) is any of these, [c] may be left out.
            patterns: |
              "(tell me | something) about \(words)"
            # Sentences that must be heard as this; others near them are heard too, or asked about.
            examples: |
              tell me about \(words)
              i want to know something about \(words)
            not: |
              \(Self.unrelated)
            # The answer. With gives_advice: true it is held back until danger is ruled out.
            say: Here stands what to know about \(words).

        """)
  }
}
