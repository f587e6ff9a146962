import IntentPacks
import LanguageProcessing

@testable import IntentMatching

/// A reader with no language: words by spaces, `,` and "and" part segments, `.` and "but" part clauses.
enum PlainReader {
  static let ignorable: Set<String> = ["my", "the", "a", "is", "are"]
  static let bodyParts: Set<String> = ["calf", "ankle", "knee", "foot", "leg"]
  static let joiners: Set<String> = ["and", "or"]
  static let date = CalendarDate(dayNumber: 20_000)

  static func tokens(_ text: String) -> [Token] {
    var tokens: [Token] = []
    var clause = 0
    var segment = 0
    var offset = 0
    for piece in text.split(separator: " ", omittingEmptySubsequences: false) {
      defer { offset += piece.utf8.count + 1 }
      guard !piece.isEmpty else { continue }
      let word = String(piece)
      if word == "but" { clause += 1 }
      if word == "but" || word == "and" { segment += 1 }
      let isMark = word == "," || word == "."
      let stem =
        ["is", "was"].contains(word)
        ? "be" : word.count > 3 && word.hasSuffix("s") ? String(word.dropLast()) : word
      tokens.append(
        Token(
          text: word, stem: stem, kind: isMark ? .punctuation : Int(word) == nil ? .word : .number,
          start: offset, end: offset + word.utf8.count, clause: clause, segment: segment,
          number: Double(word), bodyPart: bodyParts.contains(stem) ? stem : nil,
          side: Side(rawValue: word), isIgnorable: ignorable.contains(word)))
      if word == "." { clause += 1 }
      if isMark { segment += 1 }
    }
    return tokens
  }

  static func utterance(_ text: String) -> Utterance {
    Utterance(text: text, tokens: tokens(text))
  }

  static func pack(
    _ findings: [String: [String]], concepts: [String: [String]] = [:],
    intents: [String: [String]] = [:]
  ) -> Pack {
    var pack = Pack()
    pack.language.cues["and_word"] = ["and"]
    pack.language.cues["or_word"] = ["or"]
    pack.concepts = concepts.sorted { $0.key < $1.key }.map {
      Concept(id: $0.key, place: place(0), wordings: lines($0.value))
    }
    pack.findings = findings.sorted { $0.key < $1.key }.map {
      var finding = Finding(id: $0.key, place: place(0))
      finding.patterns = lines($0.value)
      return finding
    }
    pack.intents = intents.sorted { $0.key < $1.key }.map {
      var intent = Intent(id: $0.key, place: place(0))
      intent.patterns = lines($0.value)
      return intent
    }
    return pack
  }

  static func lines(_ texts: [String]) -> [PlacedLine] {
    texts.enumerated().map { Placed($1, at: place($0 + 1)) }
  }

  private static func place(_ line: Int) -> SourcePlace {
    SourcePlace(file: "test.yaml", line: line)
  }

  static func matcher(_ pack: Pack) -> (Matcher, [Diagnostic]) {
    var diagnostics: [Diagnostic] = []
    let matcher = Matcher(
      pack: pack, lexicon: Lexicon(language: Language(), packWords: []), read: tokens,
      diagnostics: &diagnostics)
    return (matcher, diagnostics)
  }
}
