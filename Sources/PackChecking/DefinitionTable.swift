import IntentPacks

/// The definitions of a section by id. They stay where they are: each is large, and a table of them would copy it.
struct DefinitionTable<Definition: PackDefinition>: Sendable {
  private let definitions: [Definition]
  private let places: [String: Int]

  init(_ definitions: [Definition]) {
    self.definitions = definitions
    places = Dictionary(
      definitions.indices.lazy.map { (definitions[$0].id, $0) },
      uniquingKeysWith: { first, _ in first })
  }

  /// In no order.
  var ids: some Collection<String> { places.keys }

  subscript(id: String) -> Definition? { places[id].map { definitions[$0] } }
}
