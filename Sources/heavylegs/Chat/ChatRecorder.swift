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

  /// The header.
  func begin(_ conversation: Conversation, pack: String) throws(FileFailure) {
    var text = "title: A chat of \(conversation.openedOn)\n"
    if pack != "heavy-legs" { text += "pack: \(Visible.typed(pack))\n" }
    switch conversation.region {
    case .unknown: break
    case .sure(let id): text += "region: \(id)\n"
    case .locale(let id): text += "region: \(id) from locale\n"
    }
    text += "date: \(conversation.openedOn)\n"
    try file.write(text)
  }

  func append(_ entry: Entry) throws(FileFailure) {
    var text = "\n"
    if entry.date > entry.previousDate { text += "date: \(entry.date)\n" }
    text += "user: \(entry.text)\n"
    for line in Self.lines(of: entry.reply) { text += "bot: \(line)\n" }
    if entry.level != entry.previousLevel { text += "expect: level \(entry.level.rawValue)\n" }
    try file.write(text)
  }

  /// The lines of a reply as a script holds them.
  static func lines(of reply: Reply) -> [String] {
    reply.lines.map { Visible.typed($0).trimmed }
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
