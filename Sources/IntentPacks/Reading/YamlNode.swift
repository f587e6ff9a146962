/// A value in a YAML file with its place: what is left of Yams' tree once tags, anchors and resolving are out of
/// the way. Scalars stay as written; nothing is ever turned into a number, a truth value or a date.
package struct YamlNode: Sendable {
  /// How a scalar was written, which tells what its author meant.
  package enum Style: Sendable { case plain, quoted, literal, folded }

  /// A key with its value.
  package struct Pair: Sendable {
    package var key: YamlNode
    package var value: YamlNode
  }

  /// What stands at the node.
  package indirect enum Content: Sendable {
    case scalar(String, Style)
    case list([YamlNode], isFlow: Bool)
    case map([Pair], isFlow: Bool)
  }

  package var content: Content
  /// From 1.
  package var line: Int
  /// From 1.
  package var column: Int

  /// The text of a scalar; nil for lists and maps.
  package var scalar: String? {
    if case .scalar(let text, _) = content { return text }
    return nil
  }

  /// Whether nothing was written: `key:` and the end of the line.
  package var isEmpty: Bool {
    if case .scalar("", .plain) = content { return true }
    return false
  }
}
