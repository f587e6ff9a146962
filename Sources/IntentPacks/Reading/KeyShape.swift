/// How the value of a key is written. One description serves the reader, its messages and the JSON Schema.
package indirect enum KeyShape: Sendable {
  /// Words for people: plain, or as a block where YAML would change them.
  case text
  /// Text that may look like a number: `emergency: 999`, `better_by: 3 days`.
  case raw
  /// The id of something, or with an attribute: `calf_pain.side`.
  case id
  /// A `|` block of patterns, examples or wordings, one a line.
  case lines
  /// Conditions, one a line.
  case conditions
  /// One condition.
  case condition
  case flag
  case number
  case keyword([String])
  /// A list; one value alone stands for a list of one.
  case list(KeyShape)
  /// Any names of the author's choice, each with a value of one shape.
  case map(KeyShape)
  /// Fixed keys, and possibly others of one shape.
  case record([KeyDescription], others: KeyShape?)
  /// One shape for a single value, another for a map.
  case plainOr(KeyShape, map: KeyShape)
  /// `a = b` lines, or a map from b to lines of a.
  case pairs(PairTarget)
  /// A block that nobody splits into lines.
  case blob
}

/// What may stand behind the `=` of a pair.
package enum PairTarget: Sendable {
  case text, number
  /// left, right, both, one
  case side
  /// `weak beside @body_part`
  case slip
}

/// A key as an author and an editor see it.
package struct KeyDescription: Sendable {
  package var name: String
  /// The form of its value.
  package var shape: KeyShape
  /// One sentence on what the key is for.
  package var summary: String
  package var isRequired: Bool

  package init(_ name: String, _ shape: KeyShape, _ summary: String, isRequired: Bool = false) {
    self.name = name
    self.shape = shape
    self.summary = summary
    self.isRequired = isRequired
  }
}

extension KeyDescription {
  /// What to do where the key is missing.
  var missing: String { "write \"\(name):\" behind or below it; its meaning: \(summary)" }
}

/// A key of a definition, together with where its value goes.
struct Key<Definition>: Sendable {
  var description: KeyDescription
  var store: @Sendable (inout Definition, KeyValue) -> Void

  init(
    _ name: String, _ shape: KeyShape, _ summary: String, isRequired: Bool = false,
    store: @escaping @Sendable (inout Definition, KeyValue) -> Void
  ) {
    description = KeyDescription(name, shape, summary, isRequired: isRequired)
    self.store = store
  }
}

/// A value read by its shape: what a `Key` stores.
indirect enum KeyValue: Sendable {
  case text(Placed<String>)
  case flag(Bool)
  case number(Double)
  case lines([PlacedLine])
  case conditions([ConditionLine])
  case list([KeyValue])
  case map([(key: Placed<String>, value: KeyValue)])

  /// The text of `text`, `raw`, `id` and `keyword`.
  var text: Placed<String>? {
    if case .text(let text) = self { return text }
    return nil
  }

  var string: String { text?.value ?? "" }

  var flag: Bool {
    if case .flag(let flag) = self { return flag }
    return false
  }

  var number: Double? {
    if case .number(let number) = self { return number }
    return nil
  }

  var lines: [PlacedLine] {
    if case .lines(let lines) = self { return lines }
    return []
  }

  var conditions: [ConditionLine] {
    if case .conditions(let lines) = self { return lines }
    return []
  }

  /// All lines as one condition of which any suffices.
  var condition: ConditionLine? {
    guard let first = conditions.first else { return nil }
    if conditions.count == 1 { return first }
    return ConditionLine(.or(conditions.map(\.value)), at: first.place)
  }

  var list: [KeyValue] {
    if case .list(let list) = self { return list }
    return []
  }

  var texts: [Placed<String>] { list.compactMap(\.text) }

  var map: [(key: Placed<String>, value: KeyValue)] {
    if case .map(let map) = self { return map }
    return []
  }

  /// The value of one key of a record.
  subscript(name: String) -> KeyValue? {
    map.first { $0.key.value == name }?.value
  }
}
