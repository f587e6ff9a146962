import IntentPacks

/// What can be wrong with a pattern line; the sentences stand here, apart from where they are found.
enum PatternProblem: Sendable, Hashable {
  case empty, emptyQuotes, emptyAlternative, tooLong, tooDeep, tooManyCombinations, tooManyWords
  case unclosed(String), stray(String), strayBar
  case exactWithoutWord, conceptWithoutName, exclusionWithoutWord, exclusionInside
  case gapOutsideQuotes, gapAtEdge
  case unknownCapture(String)
  case unknownConcept(String, nearest: String?)
  case conceptCycle([String])
  case nothingRequired

  private var code: String {
    switch self {
    case .unknownConcept: "unknown-concept"
    case .conceptCycle: "concept-cycle"
    case .nothingRequired: "pattern-requires-nothing"
    case .tooLong, .tooDeep, .tooManyCombinations, .tooManyWords: "pattern-too-large"
    default: "pattern-syntax"
    }
  }

  private var wording: (message: String, help: String?) {
    switch self {
    case .empty: ("this pattern is empty", "write the words it listens for, or delete the line")
    case .emptyQuotes: ("there is nothing between the quotes", "write the phrase, or delete them")
    case .emptyAlternative:
      (
        "an alternative is empty",
        "write a word on both sides of |, or use [ ] for what may be left out"
      )
    case .tooLong:
      (
        "this pattern is longer than \(PatternParser.longestLine) bytes",
        "split it into several lines"
      )
    case .tooDeep:
      (
        "brackets are nested deeper than \(PatternParser.deepestNesting)",
        "make the inner part a concept"
      )
    case .tooManyCombinations:
      (
        "this pattern stands for more than \(PatternCompiler.mostVariants) combinations",
        "quote the alternatives of several words, or split the line"
      )
    case .tooManyWords:
      (
        "this pattern requires more than \(PatternCompiler.mostSlots) words",
        "quote the part that is a phrase"
      )
    case .unclosed(let sign):
      ("\(sign) is never closed", "add \(Self.closing(sign)) where it ends")
    case .stray(let sign):
      ("nothing is open that \(sign) could close", "delete it, or open it before")
    case .strayBar: ("| stands outside brackets", "write (a | b), or give each its own line")
    case .exactWithoutWord: ("= needs a word right after it", "write =numb")
    case .conceptWithoutName: ("@ needs the name of a concept right after it", "write @swollen")
    case .exclusionWithoutWord: ("- needs a word right after it", "write -word")
    case .exclusionInside:
      ("an excluded word stands inside quotes or brackets", "move it to the end of the line")
    case .gapOutsideQuotes:
      (
        "... stands outside quotes",
        "delete it: without quotes up to four other words may stand between"
      )
    case .gapAtEdge:
      ("... stands at the edge of the quotes", "delete it: a phrase may stand anywhere")
    case .unknownCapture(let name):
      (
        "there is no value called \"\(name)\"",
        "use " + PatternCapture.allCases.map { "{\($0.rawValue)}" }.joined(separator: " ")
      )
    case .unknownConcept(let name, let nearest):
      (
        "no concept is called \"\(name)\"",
        nearest.map { "did you mean \"@\($0)\"?" }
          ?? "define it under concepts:, or write plain words"
      )
    case .conceptCycle(let names):
      (
        "the concept \"\(names.first ?? "")\" is defined by itself: \(names.joined(separator: " > "))",
        "write the words themselves in one of them"
      )
    case .nothingRequired:
      ("this pattern requires no word, so it would match everything", "leave one word outside [ ]")
    }
  }

  private static func closing(_ sign: String) -> String {
    switch sign {
    case "(": ")"
    case "[": "]"
    case "{": "}"
    default: sign
    }
  }

  func diagnostic(at place: SourcePlace, length: Int) -> Diagnostic {
    Diagnostic(
      code: code, severity: self == .gapAtEdge ? .warning : .error, place: place, length: length,
      message: wording.message,
      help: wording.help)
  }
}
