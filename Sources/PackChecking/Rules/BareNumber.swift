import IntentPacks

/// A text holds a phone number, which is wrong in every other country.
enum BareNumber {
  static let rule = Rule(
    "bare-number", .warning,
    "A text holds a phone number, which is wrong in every other country.",
    bad: """
      wordings:
        help: Call 999 now.
      """,
    mend: ["help: Call 999 now.": "help: \"{call_now}\""]
  ) { subject in
    let numbers = Set(
      subject.pack.regions.flatMap { region in
        ([region.emergency] + region.words.values).flatMap(digits)
      })
    return subject.texts.filter { $0.kind != .region }.flatMap { text -> [Rule.Note] in
      // A text that lists the numbers of several countries misleads nobody.
      let found = Set(digits(in: text.text.value).filter(numbers.contains)).sorted()
      guard found.count < 2 else { return [] }
      return found.map {
        Rule.Note(
          text.text.place, "\"\(text.owner)\" says the bare phone number \($0)",
          help: "write {call_now} or another placeholder of the regions")
      }
    }
  }

  /// Groups of three digits or more that are no part of a larger number such as 100,000.
  private static func digits(in text: String) -> [String] {
    text.split { !$0.isNumber && $0 != "," && $0 != "." && !$0.isLetter }.map { word in
      var word = word
      while let last = word.last, !last.isNumber { word.removeLast() }
      return String(word)
    }.filter { $0.utf8.count >= 3 && $0.allSatisfy(\.isNumber) }
  }
}
