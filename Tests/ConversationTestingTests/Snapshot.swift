import Glibc
import TestSupport

/// A file beside the tests that holds what a person once read and found right. `RECORD_SNAPSHOTS=1` writes it anew.
struct Snapshot {
  private let path: String

  /// - Parameter name: counts from the folder of these tests.
  init(_ name: String) { path = "\(TestPack.root)/Tests/ConversationTestingTests/\(name)" }

  /// Whether the text is the recorded one.
  func holds(_ text: String) -> Bool {
    if getenv("RECORD_SNAPSHOTS") != nil { record(text) }
    return Scratch.read(path) == text
  }

  private func record(_ text: String) {
    let file = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard file >= 0 else { return }
    defer { close(file) }
    var text = text
    text.withUTF8 { _ = write(file, $0.baseAddress, $0.count) }
  }
}
