import LanguageProcessing

/// What one file adds to a pack.
struct PackFragment: Sendable {
  /// `id: remove`: a definition of the pack below that is taken away.
  struct Removal: Sendable {
    var section: String
    var id: Placed<String>
    /// Why a red flag may go.
    var acceptRisk: String?
  }

  var pack = Pack()
  var language = Language()
  var removals: [Removal] = []
  var diagnostics: [Diagnostic] = []
  /// Whether nothing could be read, because the file is no YAML.
  var isUnread = false
  /// Where each key of the head stands; only `pack.yaml` has some.
  var head: Set<String> = []
  /// Where single values stand: section and id.
  var singles: [(section: String, id: Placed<String>)] = []

  /// Reads a file; what is wrong with it is in `diagnostics`.
  init(_ file: SourceFile, isHead: Bool) {
    var composer = YamlComposer(file)
    let root = composer.compose()
    var reader = ShapeReader(file)
    if let root, !root.isEmpty {
      if case .map(let pairs, _) = root.content {
        for pair in pairs { read(pair, &reader, isHead: isHead) }
      } else {
        reader.say(
          "wrong-type", root, "a pack file starts with a section such as \"findings:\"",
          help: "put a section name with a colon above this")
      }
    }
    diagnostics = composer.diagnostics + reader.diagnostics
    isUnread = composer.isUnread
  }

  private mutating func read(_ pair: YamlNode.Pair, _ reader: inout ShapeReader, isHead: Bool) {
    let name = pair.key.scalar ?? ""
    // `language: en` is a key of the head, `language:` with keys below it a section.
    if let section = SectionReader.byName[name], name != "language" || pair.value.scalar == nil {
      return read(section, pair.value, &reader)
    }
    guard let key = PackKeys.headKeys.first(where: { $0.description.name == name }) else {
      let names = SectionReader.all.map(\.name) + (isHead ? PackKeys.head.map(\.name) : [])
      return reader.say(
        "unknown-section", pair.key, "a pack has no section \"\(name)\"",
        help: NearestName.of(name, among: names).map { "did you mean \"\($0)\"?" }
          ?? "sections are: \(SectionReader.all.map(\.name).joined(separator: ", "))",
        length: name.count)
    }
    guard isHead else {
      return reader.say(
        "unknown-section", pair.key, "\"\(name)\" belongs into pack.yaml",
        help: "move this line there", length: name.count)
    }
    head.insert(name)
    if let value = reader.value(pair.value, key.description.shape, of: name) {
      key.store(&pack, value)
    }
  }

  private mutating func read(
    _ section: SectionReader, _ node: YamlNode, _ reader: inout ShapeReader
  ) {
    if node.isEmpty { return }
    guard case .map(let pairs, _) = node.content else {
      return reader.say(
        "wrong-type", node,
        "\"\(section.name)\" wants entries below it, and here stands a \(reader.name(of: node))",
        help: "write one \"id:\" a line, two spaces deeper")
    }
    let hasIDs = section.name != "language"
    for pair in pairs {
      guard let name = pair.key.scalar, !hasIDs || ShapeReader.isID(name) else {
        reader.say(
          "bad-id", pair.key, "\"\(pair.key.scalar ?? "")\" is no id",
          help: "an id has letters, digits and _, such as dry_cough",
          length: pair.key.scalar?.count ?? 1)
        continue
      }
      if case .scalar(_, .plain) = pair.key.content, hasIDs {
        reader.checkPlain(name, pair.key, mayBeNumber: true)
      }
      let id = Placed(name, at: reader.file.place(pair.key.line, pair.key.column))
      if hasIDs, let removal = removal(of: id, in: section, pair.value) {
        removals.append(removal)
        continue
      }
      section.read(id, pair.value, &reader, &self)
      singles.append((section.name, id))
    }
  }

  /// `id: remove`, or for a red flag `id: {remove: true, accept_risk: why}`.
  private func removal(of id: Placed<String>, in section: SectionReader, _ node: YamlNode)
    -> Removal?
  {
    switch node.content {
    case .scalar("remove", .plain), .scalar("null", .plain), .scalar("~", .plain):
      return Removal(section: section.name, id: id, acceptRisk: nil)
    case .map(let pairs, _) where ["red_flags", "raise_by_one"].contains(section.name):
      guard pairs.contains(where: { $0.key.scalar == "remove" && $0.value.scalar == "true" }) else {
        return nil
      }
      let reason = pairs.first { $0.key.scalar == "accept_risk" }?.value.scalar
      return Removal(section: section.name, id: id, acceptRisk: reason)
    default: return nil
    }
  }
}
