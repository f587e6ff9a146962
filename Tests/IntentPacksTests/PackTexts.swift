@testable import IntentPacks

/// Packs written in the test itself.
enum PackTexts {
  static let head = """
    pack: small
    title: A small pack
    language: xx
    start: listen

    """

  /// Reads one file beside a `pack.yaml` that is in order.
  static func read(_ text: String) -> PackReading {
    PackReader(locator: PackLocator(folders: [])).read(texts: [
      (path: "pack.yaml", text: head), (path: "a.yaml", text: text),
    ])
  }

  /// `code line:column` of every diagnostic.
  static func marks(_ reading: PackReading) -> [String] {
    reading.diagnostics.map { "\($0.code) \($0.place.line):\($0.place.column)" }
  }
}
