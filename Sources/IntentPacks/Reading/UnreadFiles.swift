/// Files that could not be read as YAML, and the names in them: that other files name something which only an unread
/// file speaks of follows from that one mistake, and is told once it is mended.
package struct UnreadFiles: Sendable {
  private var paths: Set<String> = []
  /// Every word of the files that may be an id.
  private var names: Set<String> = []

  package var isEmpty: Bool { paths.isEmpty }

  mutating func add(_ file: SourceFile) {
    paths.insert(file.path)
    let words = file.text.utf8.split { byte in
      !(byte == UInt8(ascii: "_") || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
        || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20))
    }
    names.formUnion(words.map { String(decoding: $0, as: UTF8.self) })
  }

  /// Leaves out messages that speak of a name in an unread file, and says at the first mistake of that file that there
  /// were some.
  ///
  /// - Parameter files: what the messages stand in, by path.
  package func withoutFollowing(_ diagnostics: [Diagnostic], in files: [String: SourceFile])
    -> [Diagnostic]
  {
    guard !isEmpty else { return diagnostics }
    var kept = diagnostics.filter { !follows($0, in: files) }
    guard kept.count < diagnostics.count else { return kept }
    for path in paths {
      let mistakes = kept.indices.filter { kept[$0].place.file == path }
      guard let first = mistakes.min(by: { kept[$0].place < kept[$1].place }),
        kept[first].help?.hasSuffix(Self.notice) != true
      else { continue }
      kept[first].help = kept[first].help.map { "\($0); \(Self.notice)" } ?? Self.notice
    }
    return kept
  }

  private static let notice = "until then nothing is said of names that stand in this file"

  /// Rules about names that another file must define, or must use.
  private static func isAboutNames(_ code: String) -> Bool {
    if ["unknown-key", "unknown-section", "unknown-pack"].contains(code) { return false }
    return code.hasPrefix("unknown-") || code.hasPrefix("unused-") || code == "unreachable-state"
  }

  private func follows(_ diagnostic: Diagnostic, in files: [String: SourceFile]) -> Bool {
    guard Self.isAboutNames(diagnostic.code), let file = files[diagnostic.place.file] else {
      return false
    }
    let line = String(decoding: file.line(diagnostic.place.line), as: UTF8.self).unicodeScalars
    let underlined = line.dropFirst(max(0, diagnostic.place.column - 1)).prefix(diagnostic.length)
    return names.contains(String(String.UnicodeScalarView(underlined.drop { $0 == "@" })))
  }
}
