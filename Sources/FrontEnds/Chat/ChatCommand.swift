import IntentPacks

/// A shortcut typed with a slash. It is never heard as something the user said.
enum ChatCommand: String, CaseIterable {
  case help, back, why, summary, save, reload, explain, level, retry, quit

  /// What a line that begins with a slash asks for.
  enum Request {
    case command(ChatCommand, argument: String)
    /// No such command; the nearest one.
    case unknown(typed: String, nearest: ChatCommand?)
  }

  /// Reads a line; nil when it is no command: "/10 pain" begins with a slash too, but no letter follows.
  static func read(_ line: String) -> Request? {
    guard line.first == "/" else { return nil }
    let parts = line.dropFirst().split(separator: " ", maxSplits: 1)
    guard let name = parts.first.map(String.init), name.first?.isLetter == true else {
      return line.dropFirst().trimmed.isEmpty ? .unknown(typed: "/", nearest: .help) : nil
    }
    let argument = parts.count > 1 ? parts[1].trimmed : ""
    if let command = ChatCommand(rawValue: name.lowercased()) {
      return .command(command, argument: argument)
    }
    let near = NearestName.of(name, among: allCases.map(\.rawValue))
    let begins = allCases.filter { $0.rawValue.hasPrefix(name.lowercased()) }
    let nearest = begins.count == 1 ? begins.first : near.flatMap { ChatCommand(rawValue: $0) }
    return .unknown(typed: "/" + name, nearest: nearest)
  }

  /// The pack's action behind commands that plain words ask for too.
  var action: Intent.Action? {
    switch self {
    case .back: .undo
    case .why: .why
    case .level: .level
    case .help, .summary, .save, .reload, .explain, .retry, .quit: nil
    }
  }
}
