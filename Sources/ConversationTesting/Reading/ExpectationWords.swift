import IntentPacks

/// The words behind `expect:`, taken one after the other; what is wrong with one is a problem that points at it.
struct ExpectationWords {
  /// What is wrong, and where.
  struct Problem: Error {
    var message: String
    var help: String
    /// Counted from 0 in the expectation's text.
    var column: Int
    var length: Int
  }

  struct Word {
    var text: String
    /// Counted from 0 in the expectation's text.
    var column: Int
  }

  private let text: String
  private let words: [Word]
  private var next = 0

  init(_ text: String) {
    self.text = text
    words = Self.words(of: text)
  }

  // MARK: Taking

  func peek() -> Word? { next < words.count ? words[next] : nil }

  mutating func take() -> Word? {
    guard next < words.count else { return nil }
    defer { next += 1 }
    return words[next]
  }

  /// Takes a word if it stands there.
  @discardableResult
  mutating func skip(_ word: String) -> Bool {
    guard peek()?.text.lowercased() == word else { return false }
    next += 1
    return true
  }

  /// Takes a word that has to stand there.
  mutating func keyword(_ wanted: String) throws(Problem) {
    guard let word = take() else {
      throw end("\"\(wanted)\" is missing behind \"\(taken)\"", "add it")
    }
    guard word.text.lowercased() == wanted else {
      throw problem("\"\(wanted)\" is expected here", "not \"\(word.text)\"", at: word)
    }
  }

  mutating func sign() throws(Problem) {
    guard let word = take() else { throw end("\"=\" and a value are missing", "write \"= yes\"") }
    guard word.text == "=" || word.text == "==" else {
      throw problem("\"=\" stands behind the id", "write \"= \(word.text)\"", at: word)
    }
  }

  mutating func number() throws(Problem) -> Int {
    guard let word = take() else { throw end("a number is missing", "write one, as in \"8\"") }
    guard let number = Int(word.text), number >= 0 else {
      throw problem("\"\(word.text)\" is not a number", "write one, as in \"8\"", at: word)
    }
    return number
  }

  /// `at least`, `at most`, or neither.
  mutating func bound() throws(Problem) -> Expectation.Bound {
    guard skip("at") else { return .exactly }
    return try oneOf(["least", "most"], "what can stand behind \"at\"") == "most"
      ? .atMost : .atLeast
  }

  /// One of some names; in a message they are called `what`.
  mutating func oneOf(_ names: [String], _ what: String) throws(Problem) -> String {
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

  mutating func name<Name: RawRepresentable & CaseIterable>(
    _ type: Name.Type, _ what: String
  ) throws(Problem) -> Name where Name.RawValue == String {
    try name(type, what, of: type.allCases.map(\.rawValue))
  }

  mutating func name<Name: RawRepresentable>(
    _ type: Name.Type, _ what: String, of names: [String]
  ) throws(Problem) -> Name where Name.RawValue == String {
    let text = try oneOf(names, what)
    guard let name = Name(rawValue: text) else {
      throw end("\"\(text)\" is not \(what)", "one of: \(names.joined(separator: ", "))")
    }
    return name
  }

  /// All that is left, as written.
  mutating func rest() -> String {
    guard let word = peek() else { return "" }
    next = words.count
    var rest = String.UnicodeScalarView()
    rest.append(contentsOf: text.unicodeScalars.dropFirst(word.column))
    return String(rest)
  }

  // MARK: Problems

  /// What was taken so far.
  var taken: String { words.prefix(next).map(\.text).joined(separator: " ") }

  func problem(_ message: String, _ help: String, at word: Word) -> Problem {
    Problem(
      message: message, help: help, column: word.column, length: word.text.unicodeScalars.count)
  }

  /// A problem behind the last word.
  func end(_ message: String, _ help: String) -> Problem {
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
