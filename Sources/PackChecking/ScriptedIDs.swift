import IntentPacks

/// The flags and causes that the scripts of a pack expect, found by their `expect:` lines alone.
struct ScriptedIDs {
  private(set) var flags: Set<String> = []
  private(set) var causes: Set<String> = []

  init(folders: [String]) {
    for folder in folders { read(FileSystem.join(folder, "conversations"), depth: 0) }
  }

  private mutating func read(_ folder: String, depth: Int) {
    guard depth < 8 else { return }
    for name in FileSystem.names(in: folder) ?? [] where !name.hasPrefix(".") {
      let path = FileSystem.join(folder, name)
      switch FileSystem.kind(of: path) {
      case .folder: read(path, depth: depth + 1)
      case .file where name.hasSuffix(".chat"):
        guard let bytes = FileSystem.bytes(of: path, limit: 1 << 20) else { continue }
        read(lines: String(decoding: bytes, as: UTF8.self))
      case .file, .link, .other, nil: break
      }
    }
  }

  private mutating func read(lines: String) {
    for line in lines.split(whereSeparator: \.isNewline) {
      let words = line.split(separator: " ")
      guard words.count >= 3, words[0] == "expect:" else { continue }
      switch words[1] {
      case "flag": flags.insert(String(words[2]))
      case "cause": causes.insert(String(words[2]))
      default: break
      }
    }
  }
}
