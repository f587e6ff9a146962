import ConversationTesting
import DialogEngine
import IntentPacks
import LanguageProcessing

/// Writes a chat down as a script while it is held, each turn in one write.
struct ChatRecorder {
  /// One turn as it goes into the script.
  struct Entry {
    var text: String
    var date: CalendarDate
    var previousDate: CalendarDate
    var reply: Reply
    var level: Level
    var previousLevel: Level
  }

  private let file: PrivateFile

  init(path: String, mode: PrivateFile.Mode) throws(FileFailure) {
    if mode == .append { try Self.dropCutLine(path) }
    file = try PrivateFile(path, mode)
  }

  /// The header, and what the chat opened with.
  func begin(_ conversation: Conversation, opening: Reply, pack: String) throws(FileFailure) {
    try file.write(
      ScriptRecorder.opening(
        title: "A chat of \(conversation.openedOn)", pack: pack, region: conversation.region,
        date: conversation.openedOn, reply: opening))
  }

  func append(_ entry: Entry) throws(FileFailure) {
    var text = ScriptRecorder.turn(
      entry.text, on: max(entry.date, entry.previousDate), after: entry.previousDate,
      reply: entry.reply)
    if entry.level != entry.previousLevel { text += "expect: level \(entry.level.rawValue)\n" }
    try file.write(text)
  }

  /// The values of a reply's `bot:` lines.
  static func lines(of reply: Reply) -> [String] {
    ScriptRecorder.bot(reply).map { $0.dropFirst(4).trimmed }
  }

  /// A line cut by a crash is taken off before more is added.
  private static func dropCutLine(_ path: String) throws(FileFailure) {
    guard let bytes = FileSystem.bytes(of: path, limit: SavedChat.largest), !bytes.isEmpty,
      bytes.last != 0x0A
    else { return }
    let whole = bytes[...(bytes.lastIndex(of: 0x0A) ?? -1)]
    let file = try PrivateFile(path, .replace)
    try file.write(String(decoding: whole, as: UTF8.self))
    file.close()
  }
}

extension StringProtocol {
  /// Without spaces at either end.
  var trimmed: String {
    var text = self[...]
    while text.first == " " { text = text.dropFirst() }
    while text.last == " " { text = text.dropLast() }
    return String(text)
  }
}
