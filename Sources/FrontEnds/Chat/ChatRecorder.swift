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
    file = try PrivateFile(path, mode)
    if mode == .append { try dropCutLine() }
  }

  /// Puts what was written so far where it belongs; turns are added there.
  func place() throws(FileFailure) { try file.place() }

  /// Leaves no half-made file behind when the beginning could not be written.
  func discard() { file.discard() }

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
  private func dropCutLine() throws(FileFailure) {
    guard let bytes = FileSystem.bytes(of: file.path, limit: SavedChat.largest), !bytes.isEmpty,
      bytes.count < SavedChat.largest, bytes.last != 0x0A
    else { return }
    try file.cut(to: bytes.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0)
  }
}

extension StringProtocol {
  /// Without spaces at either end.
  var trimmed: String {
    var text = self[...]
    while text.first == " " { text = text.dropFirst() }
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}
