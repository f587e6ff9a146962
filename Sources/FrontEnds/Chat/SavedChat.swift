import ConversationTesting
import DialogEngine
import IntentPacks
import LanguageProcessing

/// A chat read back from a script: what the user said, on which days, and what was answered then.
struct SavedChat {
  struct Turn {
    var text: String
    var date: CalendarDate
    /// The `bot:` lines.
    var replies: [String] = []
    var level: Level?
  }

  private(set) var date: CalendarDate?
  private(set) var region: RegionChoice?
  private(set) var turns: [Turn] = []

  static let largest = 16 << 20

  init(path: String) throws {
    if case .file(let size)? = FileSystem.kind(of: path), size >= Self.largest {
      throw Stop("\(path) has more than \(Self.largest >> 20) MB: no chat is as long", .badData)
    }
    guard let bytes = FileSystem.bytes(of: path, limit: Self.largest) else {
      let isThere = FileSystem.kind(of: path) != nil
      throw Stop(
        "cannot read \(path): " + (isThere ? "it is no readable file" : "there is no such file"),
        .missingInput)
    }
    try self.init(text: String(decoding: bytes, as: UTF8.self), path: path)
  }

  /// - Parameter path: for messages.
  init(text: String, path: String) throws {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    // What stands behind the last line feed was cut off while it was written.
    lines.removeLast()
    var day: CalendarDate?
    for (index, line) in lines.enumerated() {
      let line = line.last == "\r" ? line.dropLast() : line
      guard let colon = line.firstIndex(of: ":") else { continue }
      let value = line[line.index(after: colon)...].trimmed
      switch line[..<colon] {
      case "date":
        guard let read = CalendarDate(value) else {
          throw Stop("\(path):\(index + 1): \"\(value)\" is no day", .badData)
        }
        day = read
        if turns.isEmpty { date = read }
      case "region":
        let words = value.split(separator: " ")
        region = words.first.map {
          words.count > 1 ? .locale(String($0).uppercased()) : .sure(String($0).uppercased())
        }
      case "user":
        turns.append(
          Turn(
            text: ScriptRecorder.unescaped(value), date: day ?? Script.usualDate))
      case "bot":
        if !turns.isEmpty { turns[turns.count - 1].replies.append(value) }
      case "expect" where value.hasPrefix("level "):
        if !turns.isEmpty {
          turns[turns.count - 1].level = Level(rawValue: String(value.dropFirst(6)))
        }
      default: continue
      }
    }
    guard !turns.isEmpty || date != nil else {
      throw Stop("\(path) is no saved chat: nothing in it was said by a user", .badData)
    }
    if date == nil { date = Script.usualDate }
  }

}
