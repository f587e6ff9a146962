import DialogEngine

/// A few quiet colours by meaning. They never carry a meaning alone.
struct Palette: Sendable {
  let isOn: Bool

  enum Meaning: Sendable {
    case emergency, urgent, question, hint, match, cue, error

    fileprivate var codes: String {
      switch self {
      case .emergency: "1;31"
      case .urgent: "1;33"
      case .question: "1"
      case .hint: "2"
      case .match: "1;4"
      case .cue: "36"
      case .error: "31"
      }
    }
  }

  /// One line in the colour of a meaning; never across a line break.
  func paint(_ line: String, _ meaning: Meaning?) -> String {
    guard isOn, let meaning, !line.isEmpty else { return line }
    return "\u{1B}[\(meaning.codes)m\(line)\u{1B}[0m"
  }

  static func meaning(of role: Reply.Role) -> Meaning? {
    switch role {
    case .emergency: .emergency
    case .urgent: .urgent
    case .question, .cause: .question
    case .note: .hint
    case .plain, .heard: nil
    }
  }
}
