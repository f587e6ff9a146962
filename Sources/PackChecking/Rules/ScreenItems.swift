import IntentPacks

/// A screen has more than five items, or one that cannot be listed.
enum ScreenItems {
  static let rule = Rule(
    "screen-items", .error,
    "A screen has more than five items, or one that cannot be listed.",
    bad: """
      screens:
        legs: {ask: Any of these?, items: [age], why: Some need care.}
      """,
    mend: [
      "legs: {ask: Any of these?, items: [age], why: Some need care.}":
        "legs: {ask: Any of these?, items: [calf_pain], why: Some need care.}"
    ]
  ) { subject in
    subject.pack.screens.flatMap { screen in
      var notes: [Rule.Note] = []
      if screen.items.count > 5 {
        notes.append(
          Rule.Note(
            screen.items[5].place,
            "\"\(screen.id)\" has \(screen.items.count) items; five are read",
            help: "make two screens of it"))
      }
      for item in screen.items {
        guard let finding = subject.findings[item.value] else { continue }
        if finding.kind != .yesNo {
          notes.append(
            Rule.Note(
              item.place,
              "\"\(item.value)\" is not answered with yes or no, so a screen cannot list it",
              help: "make a finding of it that is, such as over_60 with means: age > 60",
              length: item.value.count))
        } else if finding.item == nil {
          notes.append(
            Rule.Note(
              item.place, "\"\(item.value)\" has no text for a screen",
              help: "write item: with about six words (\(finding.place))", length: item.value.count)
          )
        }
      }
      return notes
    }
  }
}
