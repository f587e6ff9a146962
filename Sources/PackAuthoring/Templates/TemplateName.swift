/// The id of something new: a name that can stand in every place an id stands in.
package struct TemplateName: Sendable {
  package let id: String

  /// The id as words: `wet_saddle` is "wet saddle".
  package var words: String {
    String(id.map { $0 == "_" || $0 == "-" ? " " : $0 })
  }

  /// - Parameter kind: packs may have `-` in their names, scripts too.
  package init(_ name: String, for kind: TemplateKind) throws(TemplateProblem) {
    let marks: Set<Character> = kind == .pack || kind == .conversation ? ["-", "_"] : ["_"]
    func isLetter(_ character: Character) -> Bool { ("a"..."z").contains(character) }
    func fits(_ text: String) -> Bool {
      guard let first = text.first, isLetter(first), text.count <= 60 else { return false }
      return text.allSatisfy { isLetter($0) || ("0"..."9").contains($0) || marks.contains($0) }
        && !Self.taken.contains(text)
    }
    guard fits(name) else {
      let mark: Character = kind == .pack ? "-" : "_"
      let better = String(name.lowercased().map { isLetter($0) || $0.isWholeNumber ? $0 : mark })
      throw .badName(name, better: fits(better) ? better : nil)
    }
    id = name
  }

  /// Words that YAML or a condition takes for something else.
  private static let taken: Set<String> = [
    "yes", "no", "on", "off", "true", "false", "null", "y", "n", "and", "or", "not", "in", "of",
    "within", "for", "any", "remove", "default",
  ]
}
