import IntentPacks

/// The conversations that lie in a pack's folders.
enum ScriptFiles {
  /// The scripts below `conversations/` of each folder, in order of their paths.
  static func texts(in folders: [String]) -> [(path: String, text: String)] {
    folders.flatMap { read(FileSystem.join($0, "conversations"), depth: 0) }
  }

  private static func read(_ folder: String, depth: Int) -> [(path: String, text: String)] {
    guard depth < 8 else { return [] }
    let names = (FileSystem.names(in: folder) ?? []).filter { !$0.hasPrefix(".") }.sorted()
    return names.flatMap { name -> [(path: String, text: String)] in
      let path = FileSystem.join(folder, name)
      switch FileSystem.kind(of: path) {
      case .folder: return read(path, depth: depth + 1)
      case .file where name.hasSuffix(".chat"):
        guard let bytes = FileSystem.bytes(of: path, limit: 1 << 20) else { return [] }
        return [(path, String(decoding: bytes, as: UTF8.self))]
      case .file, .link, .other, nil: return []
      }
    }
  }
}
