/// A top-level section: its name, its shape for editors, and how its entries join a pack.
struct SectionReader: Sendable {
  var name: String
  var summary: String
  var shape: KeyShape
  /// Reads one entry of the section into the fragment of a file.
  var read: @Sendable (Placed<String>, YamlNode, inout ShapeReader, inout PackFragment) -> Void

  static let all: [SectionReader] = [
    .init(
      "findings", "What may be true of the user.", FindingKeys.all, { Finding(id: $0, place: $1) },
      { $0.findings.append($1) }),
    concepts,
    .init(
      "screens", "One question that covers several findings.", ScreenKeys.all,
      { Screen(id: $0, place: $1, ask: Placed("", at: $1), items: []) }, { $0.screens.append($1) }),
    .init(
      "red_flags", "Rules over findings that demand care.", RedFlagKeys.all,
      { RedFlag(id: $0, place: $1) }, { $0.redFlags.append($1) }),
    .init(
      "raise_by_one", "Rules that lift flags by one level.", RedFlagKeys.raiseByOne,
      { RaiseByOne(id: $0, place: $1) }, { $0.raiseByOne.append($1) }),
    .init(
      "causes", "Possible explanations.", CauseKeys.all, { Cause(id: $0, place: $1) },
      { $0.causes.append($1) }),
    .init(
      "intents", "What the user may want.", IntentKeys.all, { Intent(id: $0, place: $1) },
      { $0.intents.append($1) }),
    .init(
      "states", "The nodes of the conversation.", StateKeys.all, { State(id: $0, place: $1) },
      { $0.states.append($1) }),
    .init(
      "sources", "Where statements come from.", TextKeys.source, { Source(id: $0, place: $1) },
      { $0.sources.append($1) }),
    .init(
      "avoids", "What an open flag or a cause may forbid.", TextKeys.avoid,
      { Avoid(id: $0, place: $1) }, { $0.avoids.append($1) }),
    regions, levels, wordings, ranking, language,
  ]

  static let byName = Dictionary(all.map { ($0.name, $0) }, uniquingKeysWith: { a, _ in a })

  /// A section of definitions that each have an id and keys.
  init<Definition: PackDefinition>(
    _ name: String, _ summary: String, _ keys: [Key<Definition>],
    _ make: @escaping @Sendable (String, SourcePlace) -> Definition,
    _ add: @escaping @Sendable (inout Pack, Definition) -> Void
  ) {
    self.name = name
    self.summary = summary
    shape = .map(.record(keys.map(\.description), others: nil))
    let table = Dictionary(
      keys.map { ($0.description.name, $0) }, uniquingKeysWith: { a, _ in a })
    let names = keys.map(\.description.name)
    let required = keys.filter(\.description.isRequired).map(\.description)
    read = { id, node, reader, fragment in
      guard case .map(let pairs, let isFlow) = node.content else {
        reader.say(
          "wrong-type", node,
          "\"\(id.value)\" wants \"key: value\" lines, and here stands a \(reader.name(of: node))",
          help: "indent its keys two spaces deeper, or write \(id.value): remove to take it away")
        return
      }
      var definition = make(id.value, id.place)
      for pair in pairs {
        guard let name = pair.key.scalar, let key = table[name] else {
          reader.unknownKey(pair, among: names, in: id.value, isFlow: isFlow)
          continue
        }
        if let value = reader.value(pair.value, key.description.shape, of: name) {
          key.store(&definition, value)
        }
      }
      for key in required where !pairs.contains(where: { $0.key.scalar == key.name }) {
        reader.say(
          "missing-key", id.place, "\"\(id.value)\" has no \"\(key.name)\"", help: key.missing,
          length: id.value.count)
      }
      add(&fragment.pack, definition)
    }
  }

  /// A section of single values.
  init(
    _ name: String, _ summary: String, each shape: KeyShape,
    _ store: @escaping @Sendable (inout Pack, Placed<String>, KeyValue) -> Void
  ) {
    self.name = name
    self.summary = summary
    self.shape = .map(shape)
    read = { id, node, reader, fragment in
      guard let value = reader.value(node, shape, of: id.value) else { return }
      store(&fragment.pack, id, value)
    }
  }

  // MARK: Sections with a form of their own

  private static let concepts = SectionReader(
    "concepts", "Named sets of interchangeable wordings, one wording a line.", each: .lines
  ) { pack, id, value in
    pack.concepts.append(Concept(id: id.value, place: id.place, wordings: value.lines))
  }

  private static let wordings = SectionReader(
    "wordings", "Sentences of the assistant that belong to no other definition.", each: .text
  ) { pack, id, value in
    pack.wordings[id.value] = value.text
  }

  private static let ranking = SectionReader(
    "ranking", "The constants by which causes are ranked.", each: .number
  ) { pack, id, value in
    pack.ranking[id.value] = value.number
  }

  private static let levels = SectionReader(
    "levels", "The words for how soon: emergency, urgent, soon, routine.", each: .map(.text)
  ) { pack, id, value in
    for (key, text) in value.map { pack.levels["\(id.value).\(key.value)"] = text.text }
  }

  private static let regions = SectionReader(
    "regions", "Whom to call in one country.", each: .record(TextKeys.region, others: .raw)
  ) { pack, id, value in
    var region = Region(id: id.value, place: id.place)
    for (key, text) in value.map {
      switch key.value {
      case "name": region.name = text.string
      case "emergency": region.emergency = text.string
      default: region.words[key.value] = text.string
      }
    }
    pack.regions.append(region)
  }

  private static let language: SectionReader = {
    let table = Dictionary(
      LanguageKeys.all.map { ($0.description.name, $0) }, uniquingKeysWith: { a, _ in a })
    var section = SectionReader("language", "The data of a language.", each: .text) { _, _, _ in }
    section.shape = .record(LanguageKeys.all.map(\.description), others: nil)
    section.read = { id, node, reader, fragment in
      guard let key = table[id.value] else {
        return reader.unknownKey(
          YamlNode.Pair(
            key: YamlNode(
              content: .scalar(id.value, .plain), line: id.place.line, column: id.place.column),
            value: node),
          among: LanguageKeys.all.map(\.description.name), in: "language", isFlow: false)
      }
      if let value = reader.value(node, key.description.shape, of: id.value) {
        key.store(&fragment.language, value)
      }
    }
    return section
  }()
}
