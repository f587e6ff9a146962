/// The `.yaml` files of a pack folder, in the order in which they are read.
package struct PackFiles: Sendable {
  /// Limits that no honest pack comes near, so that a wrong folder is told and not read for minutes.
  package struct Limits: Sendable {
    /// A larger file is refused unread.
    package var bytesPerFile = 16 << 20
    package var bytesInAll = 128 << 20
    package var files = 20_000
    /// Of folders below the pack's own.
    package var depth = 16

    package init() {}
  }

  /// Paths as shown to the author, sorted by their bytes.
  package private(set) var paths: [String] = []
  package private(set) var diagnostics: [Diagnostic] = []

  private let limits: Limits
  private var bytes = 0
  private var isFull = false

  /// Lists the regular `.yaml` files below a folder. Links are never followed: a pack is what stands in its folder.
  package init(below folder: String, limits: Limits = Limits()) {
    self.limits = limits
    list(folder, depth: 0)
  }

  private mutating func list(_ folder: String, depth: Int) {
    guard depth <= limits.depth else {
      return say("too-deep", folder, "this folder is more than \(limits.depth) folders deep")
    }
    // Files of other kinds, such as conversations, can be a thousand: nothing more is asked about them.
    let names = FileSystem.names(in: folder) { name, isFile in
      !name.hasPrefix(".") && (!isFile || name.hasSuffix(".yaml") || name.hasSuffix(".yml"))
    }
    guard let names else {
      return say("unreadable", folder, "this folder cannot be read", help: "check its permissions")
    }
    for name in names where !isFull {
      let path = FileSystem.join(folder, name)
      let isYaml = name.hasSuffix(".yaml")
      switch FileSystem.kind(of: path) {
      case .folder: list(path, depth: depth + 1)
      case .file(let size) where isYaml: add(path, size: size)
      case .link where isYaml || FileSystem.isFolder(path):
        say(
          "link", path, "this is a link, and links in a pack are not followed", .warning,
          help: "put the file itself into the pack")
      case .file, .link, .other, nil:
        if name.hasSuffix(".yml") {
          say(
            "file-name", path, "only files that end in .yaml are read", .warning,
            help: "rename it to \(name.dropLast(4)).yaml")
        }
      }
    }
  }

  private mutating func add(_ path: String, size: Int) {
    if size > limits.bytesPerFile {
      say(
        "too-large", path, "this file has more than \(limits.bytesPerFile >> 20) MB",
        help: "split it")
    } else if paths.count == limits.files || bytes + size > limits.bytesInAll {
      isFull = true
      say("too-large", path, "the pack has too many files or bytes; reading stopped here")
    } else {
      bytes += size
      paths.append(path)
    }
  }

  private mutating func say(
    _ code: String, _ path: String, _ message: String, _ severity: Diagnostic.Severity = .error,
    help: String? = nil
  ) {
    diagnostics.append(
      Diagnostic(
        code: code, severity: severity, place: SourcePlace(file: path, line: 1), message: message,
        help: help))
  }
}
