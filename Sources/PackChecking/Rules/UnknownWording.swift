import IntentPacks

/// A state says a wording that no file defines.
enum UnknownWording {
  static let rule = Rule(
    "unknown-wording", .error,
    "A state says a wording that no file defines.",
    bad: """
      states:
        listen: {say: {text: welcom}}
      wordings:
        welcome: Hello.
      """,
    mend: ["listen: {say: {text: welcom}}": "listen: {say: {text: welcome}}"]
  ) { subject in
    subject.pack.states.compactMap { state in
      guard case .wording(let id) = state.say, subject.pack.wordings[id.value] == nil else {
        return nil
      }
      return Rule.Note(
        id.place, "no wording is called \"\(id.value)\"",
        help: NearestName.of(id.value, among: subject.pack.wordings.keys).map {
          "did you mean \"\($0)\"?"
        } ?? "define it under wordings:", length: id.value.count)
    }
  }
}
