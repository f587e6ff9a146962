package import IntentPacks

/// Everything about one definition of a pack: where it stands, who refers to it, what it is heard by, which scripts speak
/// of it.
package struct DefinitionPage: Sendable {
  /// Which section an id belongs to.
  package enum Kind: String, Sendable, CaseIterable {
    case finding, screen
    case redFlag = "red flag"
    case raisingRule = "raising rule"
    case cause, intent, state, concept, source, avoid, region, wording
  }

  package let kind: Kind
  package let id: String
  package let place: SourcePlace
  /// Who refers to it, and where.
  package var users: [Placed<String>] = []
  /// The patterns it is heard by.
  package var patterns: [PlacedLine] = []
  /// The scripts whose expectations or answers name it: the first such line, and how many there are.
  package var scripts: [(place: SourcePlace, count: Int)] = []

  init(_ kind: Kind, _ id: String, at place: SourcePlace) {
    self.kind = kind
    self.id = id
    self.place = place
  }

  /// The page in lines: the definition as its file holds it, then the rest.
  package func lines(files: [String: SourceFile]) -> [String] {
    var lines = ["\(kind.rawValue) \(id)  \(place)"]
    if let file = files[place.file] { lines += excerpt(file) }
    lines += part("used by", users.map { "\($0.value)  \($0.place)" })
    lines += part("heard by", patterns.map { "\($0.value)  \($0.place)" })
    lines += part(
      "scripts",
      scripts.map { "\($0.place)" + ($0.count > 1 ? " and \($0.count - 1) more there" : "") })
    return lines
  }

  private func part(_ title: String, _ entries: [String]) -> [String] {
    entries.isEmpty ? ["\(title): nothing"] : [title] + entries.map { "  \($0)" }
  }

  /// From the line of the id to the next line that is not further in.
  private func excerpt(_ file: SourceFile) -> [String] {
    func text(_ line: Int) -> String { String(decoding: file.line(line), as: UTF8.self) }
    func indent(_ line: String) -> Int { line.prefix { $0 == " " }.count }
    func isEmpty(_ line: String) -> Bool { line.allSatisfy(\.isWhitespace) }
    guard place.line >= 1, place.line <= file.lineCount else { return [] }
    let depth = indent(text(place.line))
    var lines = [text(place.line)]
    var number = place.line + 1
    while number <= file.lineCount {
      let line = text(number)
      if !isEmpty(line), indent(line) <= depth { break }
      lines.append(line)
      number += 1
    }
    while let last = lines.last, isEmpty(last) { lines.removeLast() }
    return lines
  }
}
