import IntentPacks

/// An intent speaks about a cause or flag that no file defines.
enum UnknownSubject {
  static let rule = Rule(
    "unknown-subject", .error,
    "An intent speaks about a cause or flag that no file defines.",
    bad: """
      intents:
        more:
          patterns: |
            "tell me more"
          say: It often helps to rest.
          about: rest_dayss
      """,
    mend: ["about: rest_dayss": "about: sore_calf"]
  ) { subject in
    subject.pack.intents.compactMap(\.about).filter {
      subject.causes[$0.value] == nil && subject.flags[$0.value] == nil
    }.map { about in
      let names = Array(subject.causes.ids) + Array(subject.flags.ids)
      return Rule.Note(
        about.place, "no cause or red flag is called \"\(about.value)\"",
        help: NearestName.of(about.value, among: names).map { "did you mean \"\($0)\"?" }
          ?? "write the id of a cause or of a red flag",
        length: about.value.count)
    }
  }
}
