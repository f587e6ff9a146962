import IntentPacks
import TestSupport

/// Files of the checkout that the content tests read.
enum ContentFiles {
  struct Unreadable: Error {
    var path: String
  }

  static let conversations = "\(TestPack.root)/Intents/heavy-legs/conversations"

  static func text(_ path: String) throws -> String {
    guard let bytes = FileSystem.bytes(of: "\(TestPack.root)/\(path)", limit: 4 << 20) else {
      throw Unreadable(path: path)
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The cells of every line that begins with `|`, headings and rules left out.
  static func rows(of markdown: String) -> [[String]] {
    markdown.split(whereSeparator: \.isNewline).compactMap { line in
      guard line.hasPrefix("|"), !line.hasPrefix("| ---") else { return nil }
      return line.split(separator: "|", omittingEmptySubsequences: false).dropFirst().dropLast()
        .map { trimmed(String($0)) }
    }
  }

  /// What stands in back ticks.
  static func quoted(_ cell: String) -> [String] {
    cell.split(separator: "`", omittingEmptySubsequences: false).enumerated()
      .filter { $0.offset % 2 == 1 }.map { String($0.element) }
  }

  /// Every file below a folder of the checkout, its path counted from there.
  static func files(below folder: String) -> [String] {
    var found: [String] = []
    for name in FileSystem.names(in: "\(TestPack.root)/\(folder)") ?? [] {
      let path = "\(folder)/\(name)"
      if FileSystem.isFolder("\(TestPack.root)/\(path)") {
        found += files(below: path)
      } else {
        found.append(path)
      }
    }
    return found
  }

  private static func trimmed(_ text: String) -> String {
    var rest = Substring(text)
    while rest.first == " " { rest.removeFirst() }
    while rest.last == " " { rest.removeLast() }
    return String(rest)
  }
}
