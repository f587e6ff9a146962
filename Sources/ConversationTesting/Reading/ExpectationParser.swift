import DialogEngine
import IntentPacks
import LanguageProcessing

/// Reads what stands behind `expect:`.
struct ExpectationParser {
  /// The first words an expectation can have, for the nearest name.
  static let forms = [
    "level", "phase", "state", "flag", "finding", "status", "cause", "intent", "correction",
    "question", "questions", "first", "words", "reading", "no", "ended",
  ]

  /// What is wrong, and where.
  struct Problem: Error {
    var message: String
    var help: String
    var column: Int
    var length: Int
  }

  private struct Word {
    var text: String
    /// Counted from 0 in the expectation's text.
    var column: Int
  }

  private let text: String
  private let place: SourcePlace
  private let words: [Word]
  private var next = 0
  private var ids: [NamedID] = []

  init(_ text: String, at place: SourcePlace) {
    self.text = text
    self.place = place
    words = Self.words(of: text)
  }

  /// What came of a line: the expectation, or a diagnostic that points at the word that is wrong.
  enum Parsed {
    case expectation(PlacedExpectation)
    case wrong(Diagnostic)
  }

  static func parse(_ text: String, at place: SourcePlace) -> Parsed {
    var parser = ExpectationParser(text, at: place)
    do throws(Problem) {
      let expectation = try parser.expectation()
      if let extra = parser.peek() {
        throw parser.problem(
          "nothing is expected behind \"\(parser.taken)\"", "take \"\(extra.text)\" away",
          at: extra)
      }
      return .expectation(
        PlacedExpectation(expectation: expectation, text: text, place: place, ids: parser.ids))
    } catch {
      return .wrong(
        Diagnostic(
          code: "bad-expectation", severity: .error,
          place: SourcePlace(
            file: place.file, line: place.line, column: place.column + error.column),
          length: error.length, message: error.message, help: error.help))
    }
  }

  // MARK: Forms

  private mutating func expectation() throws(Problem) -> Expectation {
    guard let word = take() else {
      throw Problem(
        message: "this expects nothing", help: "write, for example, \"expect: level urgent\"",
        column: 0, length: 1)
    }
    switch word.text.lowercased() {
    case "level":
      return .level(bound(), try name(Level.self, "a level"))
    case "phase": return .phase(try name(Phase.self, "a phase", of: Phase.names))
    case "state": return .state(try id(.state))
    case "flag": return try flag()
    case "finding": return try finding()
    case "status":
      let finding = try id(.finding)
      try sign()
      return .status(finding, try name(Assertion.Status.self, "a status"))
    case "cause": return try cause()
    case "intent": return .intent(try id(.intent))
    case "correction": return try correction()
    case "question": return .question(try id(.question))
    case "questions": return .questions(bound(), try number())
    case "number":
      try keyword("of")
      try keyword("questions")
      return .questions(bound(), try number())
    case "first":
      try keyword("line")
      return .firstLine(BotPattern(rest()))
    case "words": return .words(bound(), try number())
    case "reading":
      try keyword("grade")
      return try grade()
    case "grade": return try grade()
    case "no": return try nothing()
    case "ended": return .ended
    default:
      let near = NearestName.of(word.text, among: Self.forms)
      throw problem(
        "\"\(word.text)\" is nothing that can be expected",
        near.map { "did you mean \"\($0)\"?" }
          ?? "there are: \(Self.forms.joined(separator: ", "))", at: word)
    }
  }

  private mutating func flag() throws(Problem) -> Expectation {
    let flag = try id(.flag)
    let standing = try oneOf(["raised", "suspected", "clear"], "what a flag can be")
    switch standing {
    case "raised":
      guard peek() != nil else { return .flag(flag, .raised(nil)) }
      skip("at")
      return .flag(flag, .raised(try name(Level.self, "a level")))
    case "suspected": return .flag(flag, .suspected)
    default: return .flag(flag, .clear)
    }
  }

  private mutating func finding() throws(Problem) -> Expectation {
    let full = try id(.finding)
    let parts = full.split(separator: ".", maxSplits: 1).map(String.init)
    try sign()
    let value = rest()
    guard !value.isEmpty else {
      throw end("the value of \"\(full)\" is missing", "write, for example, \"= yes\"")
    }
    if parts.count == 1 { ids[ids.count - 1].value = value }
    return .finding(parts[0], attribute: parts.count > 1 ? parts[1] : nil, value: value)
  }

  private mutating func cause() throws(Problem) -> Expectation {
    let cause = try id(.cause)
    guard peek() != nil else { return .cause(cause, first: nil) }
    if skip("first") { return .cause(cause, first: 1) }
    try keyword("in")
    skip("the")
    try keyword("first")
    return .cause(cause, first: peek() == nil ? 1 : try number())
  }

  private mutating func correction() throws(Problem) -> Expectation {
    guard let typed = take() else {
      throw end("the corrected word is missing", "write \"correction swolen -> swollen\"")
    }
    guard let arrow = take() else { return .correction(typed.text, nil) }
    guard ["->", "→", "="].contains(arrow.text) else {
      throw problem(
        "an arrow stands between the two words", "write \"correction swolen -> swollen\"",
        at: arrow)
    }
    return .correction(typed.text, rest())
  }

  private mutating func grade() throws(Problem) -> Expectation {
    skip("at")
    skip("most")
    guard let word = take(), let grade = Double(word.text), grade.isFinite else {
      throw end("the grade is missing", "write \"reading grade at most 6\"")
    }
    return .grade(grade)
  }

  private mutating func nothing() throws(Problem) -> Expectation {
    switch try oneOf(
      ["question", "cause", "causes", "intent", "correction", "flag", "finding"],
      "what there can be none of")
    {
    case "question": return .noQuestion
    case "causes": return .noCause(nil)
    case "cause": return .noCause(peek() == nil ? nil : try id(.cause))
    case "intent": return .noIntent(peek() == nil ? nil : try id(.intent))
    case "correction": return .noCorrection
    case "flag": return .flag(try id(.flag), .clear)
    default: return .finding(try id(.finding), attribute: nil, value: "unknown")
    }
  }

  // MARK: Words

  private mutating func bound() -> Expectation.Bound {
    guard skip("at") else { return .exactly }
    if skip("most") { return .atMost }
    skip("least")
    return .atLeast
  }

  private mutating func id(_ kind: NamedID.Kind) throws(Problem) -> String {
    guard let word = take() else {
      throw end("the id of the \(kind.rawValue) is missing", "name it behind \"\(taken)\"")
    }
    ids.append(
      NamedID(
        kind: kind, id: word.text,
        place: SourcePlace(
          file: place.file, line: place.line, column: place.column + word.column)))
    return word.text
  }

  private mutating func name<Name: RawRepresentable & CaseIterable>(
    _ type: Name.Type, _ what: String
  ) throws(Problem) -> Name where Name.RawValue == String {
    try name(type, what, of: type.allCases.map(\.rawValue))
  }

  private mutating func name<Name: RawRepresentable>(
    _ type: Name.Type, _ what: String, of names: [String]
  ) throws(Problem) -> Name where Name.RawValue == String {
    let text = try oneOf(names, what)
    guard let name = Name(rawValue: text) else {
      throw end("\"\(text)\" is not \(what)", "one of: \(names.joined(separator: ", "))")
    }
    return name
  }

  private mutating func oneOf(_ names: [String], _ what: String) throws(Problem) -> String {
    guard let word = take() else {
      throw end(
        "\(what) is missing behind \"\(taken)\"", "one of: \(names.joined(separator: ", "))")
    }
    let lower = word.text.lowercased()
    if names.contains(lower) { return lower }
    let near = NearestName.of(lower, among: names).map { "did you mean \"\($0)\"? " } ?? ""
    throw problem(
      "\"\(word.text)\" is not \(what)", near + "one of: \(names.joined(separator: ", "))",
      at: word)
  }

  private mutating func number() throws(Problem) -> Int {
    guard let word = take() else { throw end("a number is missing", "write one, as in \"8\"") }
    guard let number = Int(word.text), number >= 0 else {
      throw problem("\"\(word.text)\" is not a number", "write one, as in \"8\"", at: word)
    }
    return number
  }

  private mutating func sign() throws(Problem) {
    guard let word = take() else { throw end("\"=\" and a value are missing", "write \"= yes\"") }
    guard word.text == "=" || word.text == "==" else {
      throw problem("\"=\" stands behind the id", "write \"= \(word.text)\"", at: word)
    }
  }

  private mutating func keyword(_ wanted: String) throws(Problem) {
    guard let word = take() else {
      throw end("\"\(wanted)\" is missing behind \"\(taken)\"", "add it")
    }
    guard word.text.lowercased() == wanted else {
      throw problem("\"\(wanted)\" is expected here", "not \"\(word.text)\"", at: word)
    }
  }

  @discardableResult
  private mutating func skip(_ word: String) -> Bool {
    guard peek()?.text.lowercased() == word else { return false }
    next += 1
    return true
  }

  private func peek() -> Word? { next < words.count ? words[next] : nil }

  private mutating func take() -> Word? {
    guard next < words.count else { return nil }
    defer { next += 1 }
    return words[next]
  }

  /// All that is left, as written.
  private mutating func rest() -> String {
    guard let word = peek() else { return "" }
    next = words.count
    var rest = String.UnicodeScalarView()
    rest.append(contentsOf: text.unicodeScalars.dropFirst(word.column))
    return String(rest)
  }

  private var taken: String { words.prefix(next).map(\.text).joined(separator: " ") }

  private func problem(_ message: String, _ help: String, at word: Word) -> Problem {
    Problem(
      message: message, help: help, column: word.column, length: word.text.unicodeScalars.count)
  }

  private func end(_ message: String, _ help: String) -> Problem {
    Problem(message: message, help: help, column: text.unicodeScalars.count, length: 1)
  }

  /// Words between blanks; `=` stands by itself also without blanks around it.
  private static func words(of text: String) -> [Word] {
    var words: [Word] = []
    var current = String.UnicodeScalarView()
    var start = 0
    func flush() {
      if !current.isEmpty { words.append(Word(text: String(current), column: start)) }
      current = String.UnicodeScalarView()
    }
    for (column, scalar) in text.unicodeScalars.enumerated() {
      let isSign = scalar == "="
      let wasSign = current.last == "="
      if scalar == " " || scalar == "\t" {
        flush()
        continue
      }
      if !current.isEmpty, isSign != wasSign { flush() }
      if current.isEmpty { start = column }
      current.append(scalar)
    }
    flush()
    return words
  }
}

extension Phase {
  static let names = ["asking", "escalated", "concluded", "ended"]
}
