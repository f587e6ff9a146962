/// What was typed at a prompt, made ready to be heard.
enum TypedText {
  /// One utterance on one line: the lines of a paste are joined so that each stays a part of its own.
  static func utterance(_ text: String) -> String {
    var joined = ""
    for part in text.split(whereSeparator: \.isNewline) {
      let line = Visible.typed(String(part)).trimmed
      guard !line.isEmpty else { continue }
      if let last = joined.last { joined += last.isPunctuation ? " " : ", " }
      joined += line
    }
    return joined
  }

  /// Whether a line may be kept for the arrow keys and the history: a space before it says no.
  static func mayBeKept(_ typed: String) -> Bool { typed.first != " " }

  /// Whether a line answers a question and says nothing by itself: such lines are not kept for the arrow keys.
  static func isQuickAnswer(_ text: String) -> Bool {
    text.utf8.count <= 3 || text.allSatisfy { $0.isNumber || $0 == " " || $0 == "," }
  }
}
