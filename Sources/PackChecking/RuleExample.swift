package import IntentPacks

/// The files of a bad or a good example: one pack file, or several, each after a line `== name ==`.
package struct RuleExample: Sendable {
  package let files: [(path: String, text: String)]

  package init(_ text: String) {
    var files: [(path: String, text: String)] = []
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("== "), line.hasSuffix(" =="), line.count > 6 {
        files.append((String(line.dropFirst(3).dropLast(3)), ""))
      } else if files.isEmpty {
        files.append(("example.yaml", line + "\n"))
      } else {
        files[files.count - 1].text += line + "\n"
      }
    }
    self.files = files
  }

  /// Whether it is about files and folders, and so must be read from a disk.
  package var needsFolder: Bool { files.map(\.path) != ["example.yaml"] }

  /// Everything that must stand on the disk to read it: the frame and the example, a folder each.
  package var folder: [(path: String, text: String)] {
    var all = RuleCatalog.frameFiles.map { (path: "frame/" + $0.path, text: $0.text) }
    if !files.contains(where: { $0.path.hasPrefix("pack.") }) {
      all.append((path: "example/pack.yaml", text: RuleCatalog.head + "\nextends: frame\n"))
    }
    return all + files.map { (path: "example/" + $0.path, text: $0.text) }
  }

  /// Reads one that needs no folder, laid over a small sound pack.
  package var reading: PackReading {
    let reader = PackReader(locator: PackLocator(folders: []))
    let base = reader.read(texts: RuleCatalog.frameFiles.filter { $0.path.hasSuffix(".yaml") })
    return reader.read(texts: [(path: "pack.yaml", text: RuleCatalog.head)] + files, over: base)
  }
}
