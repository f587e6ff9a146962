/// The flags and causes that the scripts of a pack expect, found by their `expect` lines alone:
/// `expect:`, `expect at end:` and `expect within N turns:`.
struct ScriptedIDs {
  private(set) var flags: Set<String> = []
  private(set) var causes: Set<String> = []
  /// The names of the scripts that expect anything, without their ending.
  private(set) var names: Set<String> = []

  init(folders: [String]) {
    for script in ScriptFiles.texts(in: folders) {
      let expects = read(lines: script.text)
      if expects, let file = script.path.split(separator: "/").last {
        names.insert(String(file.dropLast(".chat".count)))
      }
    }
  }

  /// The ids of one script.
  init(script: String) { _ = read(lines: script) }

  /// - Returns: whether anything is expected.
  private mutating func read(lines: String) -> Bool {
    var expects = false
    for line in lines.split(whereSeparator: \.isNewline) {
      guard let colon = line.firstIndex(of: ":"), Self.isExpectation(line[..<colon]) else {
        continue
      }
      expects = true
      let words = Self.words(of: line[line.index(after: colon)...])
      guard words.count >= 2 else { continue }
      switch words[0].lowercased() {
      case "flag": flags.insert(String(words[1]))
      case "cause": causes.insert(String(words[1]))
      default: break
      }
    }
    return expects
  }

  /// "expect", "expect at end", "expect within 3 turns"
  private static func isExpectation(_ key: Substring) -> Bool {
    let words = words(of: key).map { $0.lowercased() }
    guard words.first == "expect" else { return false }
    switch words.count {
    case 1: return true
    case 3: return words[1] == "at" && words[2] == "end"
    case 4:
      return words[1] == "within" && Int(words[2]) != nil && ["turn", "turns"].contains(words[3])
    default: return false
    }
  }

  private static func words(of text: Substring) -> [Substring] {
    text.split { $0 == " " || $0 == "\t" }
  }
}
