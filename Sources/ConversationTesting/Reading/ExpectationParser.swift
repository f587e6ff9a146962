import DialogEngine
import IntentPacks
import LanguageProcessing

/// Reads what stands behind `expect:`.
struct ExpectationParser {
  /// The first words an expectation can have.
  enum Form: String, CaseIterable {
    case level, phase, state, flag, finding, status, cause, intent, correction, question, questions
    case first, words, reading, no, ended
  }

  typealias Problem = ExpectationWords.Problem

  private let place: SourcePlace
  private var words: ExpectationWords
  private var ids: [NamedID] = []

  private init(_ text: String, at place: SourcePlace) {
    self.place = place
    words = ExpectationWords(text)
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
      if let extra = parser.words.peek() {
        throw parser.words.problem(
          "nothing is expected behind \"\(parser.words.taken)\"", "take \"\(extra.text)\" away",
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
    guard let word = words.take() else {
      throw Problem(
        message: "this expects nothing", help: "write, for example, \"expect: level urgent\"",
        column: 0, length: 1)
    }
    guard let form = Form(rawValue: word.text.lowercased()) else {
      let forms = Form.allCases.map(\.rawValue)
      let near = NearestName.of(word.text, among: forms).map { "did you mean \"\($0)\"?" }
      throw words.problem(
        "\"\(word.text)\" is nothing that can be expected",
        near ?? "there are: \(forms.joined(separator: ", "))", at: word)
    }
    switch form {
    case .level: return .level(try words.bound(), try words.name(Level.self, "a level"))
    case .phase: return .phase(try words.name(Phase.self, "a phase", of: Phase.names))
    case .state: return .state(try id(.state))
    case .flag: return try flag()
    case .finding: return try finding()
    case .status:
      let finding = try id(.finding)
      try words.sign()
      return .status(finding, try words.name(Assertion.Status.self, "a status"))
    case .cause: return try cause()
    case .intent: return .intent(try id(.intent))
    case .correction: return try correction()
    case .question: return .question(try id(.question))
    case .questions: return .questions(try words.bound(), try words.number())
    case .first:
      try words.keyword("line")
      return .firstLine(BotPattern(words.rest()))
    case .words: return .words(try words.bound(), try words.number())
    case .reading:
      try words.keyword("grade")
      return try grade()
    case .no: return try nothing()
    case .ended: return .ended
    }
  }

  private mutating func flag() throws(Problem) -> Expectation {
    let flag = try id(.flag)
    let standing = try words.oneOf(["raised", "suspected", "clear"], "what a flag can be")
    switch standing {
    case "raised":
      guard words.peek() != nil else { return .flag(flag, .raised(nil)) }
      words.skip("at")
      return .flag(flag, .raised(try words.name(Level.self, "a level")))
    case "suspected": return .flag(flag, .suspected)
    default: return .flag(flag, .clear)
    }
  }

  private mutating func finding() throws(Problem) -> Expectation {
    let full = try id(.finding)
    let parts = full.split(separator: ".", maxSplits: 1).map(String.init)
    try words.sign()
    let value = words.rest()
    guard !value.isEmpty else {
      throw words.end("the value of \"\(full)\" is missing", "write, for example, \"= yes\"")
    }
    if parts.count == 1 { ids[ids.count - 1].value = value }
    return .finding(parts[0], attribute: parts.count > 1 ? parts[1] : nil, value: value)
  }

  private mutating func cause() throws(Problem) -> Expectation {
    let cause = try id(.cause)
    guard words.peek() != nil else { return .cause(cause, first: nil) }
    if words.skip("first") { return .cause(cause, first: 1) }
    try words.keyword("in")
    words.skip("the")
    try words.keyword("first")
    return .cause(cause, first: words.peek() == nil ? 1 : try words.number())
  }

  private mutating func correction() throws(Problem) -> Expectation {
    guard let typed = words.take() else {
      throw words.end("the corrected word is missing", "write \"correction swolen -> swollen\"")
    }
    guard let arrow = words.take() else { return .correction(typed.text, nil) }
    guard ["->", "→", "="].contains(arrow.text) else {
      throw words.problem(
        "an arrow stands between the two words", "write \"correction swolen -> swollen\"",
        at: arrow)
    }
    return .correction(typed.text, words.rest())
  }

  private mutating func grade() throws(Problem) -> Expectation {
    if words.skip("at") { try words.keyword("most") }
    let help = "write \"reading grade at most 6\""
    guard let word = words.take() else { throw words.end("the grade is missing", help) }
    guard let grade = Double(word.text), grade.isFinite else {
      throw words.problem("\"\(word.text)\" is not a grade", help, at: word)
    }
    return .grade(grade)
  }

  private mutating func nothing() throws(Problem) -> Expectation {
    switch try words.oneOf(
      ["question", "cause", "causes", "intent", "correction", "flag", "finding"],
      "what there can be none of")
    {
    case "question": return .noQuestion
    case "causes": return .noCause(nil)
    case "cause": return .noCause(words.peek() == nil ? nil : try id(.cause))
    case "intent": return .noIntent(words.peek() == nil ? nil : try id(.intent))
    case "correction": return .noCorrection
    case "flag": return .flag(try id(.flag), .clear)
    default: return .finding(try id(.finding), attribute: nil, value: "unknown")
    }
  }

  private mutating func id(_ kind: NamedID.Kind) throws(Problem) -> String {
    guard let word = words.take() else {
      throw words.end(
        "the id of the \(kind.rawValue) is missing", "name it behind \"\(words.taken)\"")
    }
    ids.append(
      NamedID(
        kind: kind, id: word.text,
        place: SourcePlace(
          file: place.file, line: place.line, column: place.column + word.column)))
    return word.text
  }
}

extension Phase {
  static let names = ["asking", "escalated", "concluded", "ended"]
}
