import IntentPacks

/// Writes the JSON Schema (draft 2020-12) of pack files from the very table that the reader reads by.
package enum PackSchema {
  /// The codes of problems that the schema, too, tells while typing: it refuses their bad examples and no others.
  package static let refused: Set<String> = [
    "bad-id", "empty", "flag-removed", "missing-key", "unknown-key", "unknown-section",
    "unknown-word", "wrong-type",
  ]

  /// The schema as text, indented, with a newline at the end.
  package static var text: String {
    var properties: [(String, JSONText)] = PackKeys.head.filter { $0.name != "language" }.map {
      ($0.name, described(shape($0.shape), $0.summary))
    }
    for section in PackKeys.sections {
      var value = entries(section)
      if section.name == "language" {
        // In pack.yaml a code, elsewhere the data of a language.
        value = .object([("anyOf", .array([.object([("type", .string("string"))]), value]))])
      }
      properties.append((section.name, described(value, section.summary)))
    }
    let schema = JSONText.object([
      ("$schema", .string("https://json-schema.org/draft/2020-12/schema")),
      ("title", .string("heavylegs pack file")), ("type", .string("object")),
      ("additionalProperties", .bool(false)), ("properties", .object(properties)),
    ])
    return schema.rendered(indent: "") + "\n"
  }

  /// A section: its entries may also be taken away from the pack below.
  private static func entries(_ section: PackKeys.Section) -> JSONText {
    guard case .map(let entry) = section.shape else { return shape(section.shape) }
    let removal = JSONText.object([("const", .string("remove"))])
    // A red flag goes only with a reason.
    let isFlags = section.name == "red_flags"
    let value =
      isFlags ? removable(entry) : JSONText.object([("anyOf", .array([shape(entry), removal]))])
    return .object([
      ("type", .array([.string("object"), .string("null")])),
      ("propertyNames", .object([("pattern", .string(idPattern))])),
      ("additionalProperties", value),
    ])
  }

  /// A record in which `remove: true` wants `accept_risk`.
  private static func removable(_ entry: KeyShape) -> JSONText {
    guard case .object(let members) = shape(entry) else { return shape(entry) }
    let needed = JSONText.object([("remove", .array([.string("accept_risk")]))])
    return .object(members + [("dependentRequired", needed)])
  }

  private static let idPattern = "^[A-Za-z0-9_.-]{1,100}$"

  private static func shape(_ shape: KeyShape) -> JSONText {
    switch shape {
    case .text, .blob, .lines: return type("string", minLength: 1)
    case .raw: return .object([("type", .array([.string("string"), .string("number")]))])
    case .conditions, .condition: return type("string", minLength: 1)
    case .id: return .object([("type", .string("string")), ("pattern", .string(idPattern))])
    case .flag: return type("boolean")
    case .number: return type("number")
    case .keyword(let words): return .object([("enum", .array(words.map(JSONText.string)))])
    case .list(let element):
      let list = JSONText.object([("type", .string("array")), ("items", self.shape(element))])
      return .object([("anyOf", .array([list, self.shape(element)]))])
    case .map(let element):
      return .object([
        ("type", .string("object")),
        ("propertyNames", .object([("pattern", .string(idPattern))])),
        ("additionalProperties", self.shape(element)),
      ])
    case .record(let keys, let others):
      var members: [(String, JSONText)] = [
        ("type", .string("object")),
        (
          "properties", .object(keys.map { ($0.name, described(self.shape($0.shape), $0.summary)) })
        ),
        ("additionalProperties", others.map { self.shape($0) } ?? .bool(false)),
      ]
      let required = keys.filter(\.isRequired).map { JSONText.string($0.name) }
      if !required.isEmpty { members.append(("required", .array(required))) }
      return .object(members)
    case .plainOr(let plain, let map):
      return .object([("anyOf", .array([self.shape(plain), self.shape(map)]))])
    case .pairs:
      let map = JSONText.object([
        ("type", .string("object")), ("additionalProperties", type("string")),
      ])
      return .object([("anyOf", .array([type("string", minLength: 1), map]))])
    }
  }

  private static func type(_ name: String, minLength: Int? = nil) -> JSONText {
    var members: [(String, JSONText)] = [("type", .string(name))]
    if let minLength { members.append(("minLength", .number(minLength))) }
    return .object(members)
  }

  private static func described(_ value: JSONText, _ summary: String) -> JSONText {
    guard case .object(let members) = value else { return value }
    return .object([("description", .string(summary))] + members)
  }
}
