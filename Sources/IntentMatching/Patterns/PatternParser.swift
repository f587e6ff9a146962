package import IntentPacks

/// Reads a line of search-box syntax into a `Pattern`; a mistake becomes one diagnostic that says how to mend it.
package struct PatternParser {
  /// Brackets inside brackets beyond this depth are refused.
  package static let deepestNesting = 12
  /// Lines longer than this (in bytes) are refused.
  package static let longestLine = 2_000

  private enum Context { case bag, phrase }
  private struct Failure: Error { var problem: PatternProblem; var offset: Int; var length: Int }

  private var cursor: PatternCursor
  private var depth = 0
  private var isInQuotes = false
  /// How many brackets were open where the quotes began.
  private var quoteDepth = 0
  private var warnings: [Failure] = []

  private init(_ text: String) { cursor = PatternCursor(text) }

  /// Reads a line of `patterns:`; nil when it is wrong.
  package static func pattern(
    _ line: PlacedLine, diagnostics: inout [Diagnostic]
  ) -> Pattern? { parse(line, in: .bag, &diagnostics) }

  /// Reads a wording of a concept, which is a phrase without quotes; nil when it is wrong.
  package static func wording(
    _ line: PlacedLine, diagnostics: inout [Diagnostic]
  ) -> Pattern? { parse(line, in: .phrase, &diagnostics) }

  private static func parse(
    _ line: PlacedLine, in context: Context, _ diagnostics: inout [Diagnostic]
  ) -> Pattern? {
    do {
      guard line.value.utf8.count <= longestLine else {
        throw Failure(problem: .tooLong, offset: 0, length: 1)
      }
      var parser = PatternParser(line.value)
      var items = try parser.sequence(in: context, until: nil)
      if context == .phrase { items = parser.withoutGapsAtEdges(items) }
      guard parser.cursor.isAtEnd else { throw parser.stray() }
      guard !items.isEmpty else { throw Failure(problem: .empty, offset: 0, length: 1) }
      for warning in parser.warnings {
        let place = SourcePlace.inside(line: line.value, at: line.place, byte: warning.offset)
        diagnostics.append(warning.problem.diagnostic(at: place, length: warning.length))
      }
      return Pattern(items: items, text: line.value, place: line.place)
    } catch let failure as Failure {
      let place = SourcePlace.inside(line: line.value, at: line.place, byte: failure.offset)
      diagnostics.append(failure.problem.diagnostic(at: place, length: failure.length))
    } catch {
      diagnostics.append(PatternProblem.empty.diagnostic(at: line.place, length: 1))
    }
    return nil
  }

  /// Items up to a closing sign, which is left standing.
  private mutating func sequence(
    in context: Context, until closing: UInt8?
  ) throws -> [PatternNode] {
    var nodes: [PatternNode] = []
    while true {
      cursor.skipSpaces()
      guard let byte = cursor.peek else { return nodes }
      if byte == closing || (closing != nil && byte == UInt8(ascii: "|")) { return nodes }
      if Self.closers.contains(byte) { return nodes }
      if byte == UInt8(ascii: "\""), isInQuotes {
        guard depth > quoteDepth, let inner = innerPhrase() else { return nodes }
        nodes.append(inner)
        continue
      }
      nodes.append(try item(in: context))
    }
  }

  private static let closers: [UInt8] = [
    UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"), UInt8(ascii: "|"),
  ]

  private mutating func item(in context: Context) throws -> PatternNode {
    let at = cursor.offset
    switch cursor.peek {
    case UInt8(ascii: "\""): return try phrase()
    case UInt8(ascii: "("): return .anyOf(try alternatives(UInt8(ascii: ")"), context), at: at)
    case UInt8(ascii: "["): return .optional(try alternatives(UInt8(ascii: "]"), context), at: at)
    case UInt8(ascii: "{"): return try capture()
    case UInt8(ascii: "@"): return try concept()
    case UInt8(ascii: "-"): return try exclusion(in: context)
    case UInt8(ascii: "="):
      cursor.advance()
      let word = cursor.read(while: PatternCursor.isWord)
      guard !word.isEmpty else { throw failure(.exactWithoutWord, at) }
      return .word(word, exact: true, at: at)
    default:
      let word = cursor.read(while: PatternCursor.isWord)
      guard word == "..." || word == "…" else { return .word(word, exact: false, at: at) }
      guard context == .phrase else { throw failure(.gapOutsideQuotes, at) }
      return .gap(at: at)
    }
  }

  private mutating func phrase() throws -> PatternNode {
    let at = cursor.offset
    cursor.advance()
    isInQuotes = true
    quoteDepth = depth
    let nodes = try sequence(in: .phrase, until: UInt8(ascii: "\""))
    isInQuotes = false
    guard cursor.peek == UInt8(ascii: "\"") else {
      throw cursor.isAtEnd ? failure(.unclosed("\""), at) : stray()
    }
    cursor.advance()
    guard !nodes.isEmpty else { throw failure(.emptyQuotes, at) }
    return .phrase(withoutGapsAtEdges(nodes), at: at)
  }

  /// Quotes inside the brackets of a quoted phrase are not needed, and not wrong; nil when they rather end the phrase.
  private mutating func innerPhrase() -> PatternNode? {
    var attempt = self
    attempt.cursor.advance()
    attempt.quoteDepth = .max
    guard let nodes = try? attempt.sequence(in: .phrase, until: UInt8(ascii: "\"")), !nodes.isEmpty,
      attempt.cursor.peek == UInt8(ascii: "\"")
    else { return nil }
    attempt.cursor.advance()
    attempt.quoteDepth = quoteDepth
    defer { self = attempt }
    return .phrase(nodes, at: cursor.offset)
  }

  /// A phrase may stand anywhere, so a gap at its edge means nothing.
  private mutating func withoutGapsAtEdges(_ nodes: [PatternNode]) -> [PatternNode] {
    var kept = nodes[...]
    while case .gap(let offset)? = kept.first {
      warnings.append(failure(.gapAtEdge, offset, 3))
      kept.removeFirst()
    }
    while case .gap(let offset)? = kept.last {
      warnings.append(failure(.gapAtEdge, offset, 3))
      kept.removeLast()
    }
    return Array(kept)
  }

  private mutating func alternatives(
    _ closing: UInt8, _ context: Context
  ) throws -> [[PatternNode]] {
    let at = cursor.offset
    let opening = closing == UInt8(ascii: ")") ? "(" : "["
    depth += 1
    guard depth <= Self.deepestNesting else { throw failure(.tooDeep, at) }
    defer { depth -= 1 }
    var found: [[PatternNode]] = []
    repeat {
      cursor.advance()
      let nodes = try sequence(in: context, until: closing)
      guard !nodes.isEmpty else {
        throw cursor.isAtEnd ? failure(.unclosed(opening), at) : failure(.emptyAlternative, at)
      }
      for case .excluded(_, let offset) in nodes { throw failure(.exclusionInside, offset) }
      found.append(nodes)
    } while cursor.peek == UInt8(ascii: "|")
    guard cursor.peek == closing else {
      let isClosedOtherwise = cursor.isAtEnd || cursor.peek == UInt8(ascii: "\"")
      throw isClosedOtherwise ? failure(.unclosed(opening), at) : stray()
    }
    cursor.advance()
    return found
  }

  private mutating func capture() throws -> PatternNode {
    let at = cursor.offset
    cursor.advance()
    let name = cursor.read(while: PatternCursor.isName)
    guard cursor.peek == UInt8(ascii: "}") else { throw failure(.unclosed("{"), at) }
    cursor.advance()
    guard let capture = PatternCapture(rawValue: name) else {
      throw failure(.unknownCapture(name), at, name.count + 2)
    }
    return .capture(capture, at: at)
  }

  private mutating func concept() throws -> PatternNode {
    let at = cursor.offset
    cursor.advance()
    let name = cursor.read(while: PatternCursor.isName)
    guard !name.isEmpty else { throw failure(.conceptWithoutName, at) }
    return .concept(name, at: at)
  }

  private mutating func exclusion(in context: Context) throws -> PatternNode {
    let at = cursor.offset
    cursor.advance()
    guard context == .bag else { throw failure(.exclusionInside, at) }
    guard let next = cursor.peek, !PatternCursor.isSpace(next), next != UInt8(ascii: "-") else {
      throw failure(.exclusionWithoutWord, at)
    }
    guard !Self.closers.contains(next) else { throw failure(.exclusionWithoutWord, at) }
    let node = try item(in: .bag)
    if case .optional = node { throw failure(.exclusionInside, at) }
    return .excluded(node, at: at)
  }

  private func stray() -> Failure {
    let sign = cursor.peek.map { String(decoding: CollectionOfOne($0), as: UTF8.self) } ?? ""
    return failure(sign == "|" ? .strayBar : .stray(sign), cursor.offset)
  }

  private func failure(_ problem: PatternProblem, _ offset: Int, _ length: Int = 1) -> Failure {
    Failure(problem: problem, offset: offset, length: length)
  }
}
