import IntentPacks

/// Where the cues of a language stand: the language itself is plain words without places.
struct CuePlaces {
  private var places: [String: SourcePlace] = [:]

  /// - Parameters:
  ///   - folders: the folders of a pack, those it extends first.
  ///   - kinds: the kinds of cues to look for.
  init(folders: [String], kinds: Set<String>) {
    for folder in folders { look(into: folder, kinds, depth: 0) }
  }

  /// The line of a cue; nowhere when the pack was read from no file.
  func place(of cue: String, kind: String) -> SourcePlace {
    places[Self.key(kind, cue)] ?? .nowhere
  }

  private mutating func look(into folder: String, _ kinds: Set<String>, depth: Int) {
    guard depth < 8 else { return }
    for name in FileSystem.names(in: folder) ?? [] where !name.hasPrefix(".") {
      let path = FileSystem.join(folder, name)
      switch FileSystem.kind(of: path) {
      case .folder: look(into: path, kinds, depth: depth + 1)
      case .file where name.hasSuffix(".yaml"):
        guard let bytes = FileSystem.bytes(of: path, limit: 4 << 20) else { continue }
        read(String(decoding: bytes, as: UTF8.self), path, kinds)
      case .file, .link, .other, nil: break
      }
    }
  }

  /// Blocks such as `negation_before: |`, one cue a line.
  private mutating func read(_ text: String, _ path: String, _ kinds: Set<String>) {
    var open: (kind: String, indent: Int)?
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() {
      let words = line.drop { $0 == " " }
      let indent = line.count - words.count
      guard !words.isEmpty, words.first != "#" else { continue }
      if let block = open, indent > block.indent {
        let key = Self.key(block.kind, String(words))
        if places[key] == nil {
          places[key] = SourcePlace(file: path, line: index + 1, column: indent + 1)
        }
        continue
      }
      let kind = String(words.prefix { $0 != ":" })
      open = kinds.contains(kind) && words.hasSuffix("|") ? (kind, indent) : nil
    }
  }

  private static func key(_ kind: String, _ cue: String) -> String { kind + "\t" + cue }
}
