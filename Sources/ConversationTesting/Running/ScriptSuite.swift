package import DialogEngine
package import IntentPacks
package import LanguageProcessing

/// The scripts of one run: found, read, and chosen.
package struct ScriptSuite: Sendable {
  /// The scripts that are run, in the order of the files.
  package private(set) var scripts: [Script] = []
  package private(set) var diagnostics: [Diagnostic] = []
  /// The files read, for excerpts.
  package private(set) var files: [String: SourceFile] = [:]
  /// How many scripts there were before any were chosen.
  package private(set) var found = 0
  /// Paths that hold nothing.
  package private(set) var missing: [String] = []

  /// Bytes of one script; more is a mistake.
  private static let limit = 4 << 20

  package init() {}

  /// Reads files, and every `.chat` file below folders; in the order of their paths.
  package init(paths: [String]) {
    var found: [String] = []
    for path in paths {
      switch FileSystem.isFolder(path) {
      case true: found += Self.chats(below: path)
      case false where FileSystem.isFile(path): found.append(path)
      default: missing.append(path)
      }
    }
    var seen: Set<String> = []
    for path in found where seen.insert(path).inserted { read(path) }
    finish()
  }

  /// Reads scripts from texts instead of files; texts beside them may be included.
  package init(texts: [(path: String, text: String)], including: [String: String] = [:]) {
    let all = including.merging(texts.map { ($0.path, $0.text) }) { _, new in new }
    for (path, text) in texts {
      add(
        ScriptParser { other in all[other].map { SourceFile(path: other, text: $0) } }
          .parse(SourceFile(path: path, text: text)))
    }
    finish()
  }

  private mutating func read(_ path: String) {
    guard let file = Self.file(path) else {
      diagnostics.append(
        Diagnostic(
          code: "unreadable", severity: .error, place: SourcePlace(file: path, line: 1),
          message: "this file cannot be read as UTF-8 text", help: "check it and its permissions"))
      return
    }
    add(ScriptParser(open: Self.file).parse(file))
  }

  private mutating func add(_ parsed: ScriptParser.Parsed) {
    scripts += parsed.hasErrors ? [] : parsed.scripts
    diagnostics += parsed.diagnostics
    for file in parsed.files { files[file.path] = file }
  }

  /// A file that others include and that expects nothing itself is no script of its own.
  private mutating func finish() {
    let included = Set(scripts.flatMap(\.includes))
    scripts.removeAll { included.contains($0.file.path) && !$0.expectsSomething }
    diagnostics = diagnostics.uniquedAndSorted()
    found = scripts.count
  }

  /// Reads the one script of a file, as `same as:` names it.
  package static func script(at path: String) -> Script? {
    guard let file = file(path) else { return nil }
    let parsed = ScriptParser(open: Self.file).parse(file)
    return parsed.hasErrors ? nil : parsed.scripts.first
  }

  private static func file(_ path: String) -> SourceFile? {
    guard case .file(let size)? = FileSystem.kind(of: path) ?? nil, size <= limit,
      let bytes = FileSystem.bytes(of: path, limit: limit),
      let text = String(validating: bytes, as: UTF8.self)
    else { return nil }
    return SourceFile(path: path, text: text)
  }

  /// All `.chat` files below a folder, sorted by their path's bytes; links are not followed.
  package static func chats(below folder: String, depth: Int = 0) -> [String] {
    guard depth < 16 else { return [] }
    return (FileSystem.names(in: folder) ?? []).filter { !$0.hasPrefix(".") }.flatMap {
      name -> [String] in
      let path = FileSystem.join(folder, name)
      switch FileSystem.kind(of: path) {
      case .folder: return chats(below: path, depth: depth + 1)
      case .file where name.hasSuffix(".chat"): return [path]
      default: return []
      }
    }
  }

  // MARK: Choosing

  /// Keeps the scripts that satisfy a condition.
  package mutating func keep(_ holds: (Script) -> Bool) { scripts.removeAll { !holds($0) } }

  /// Keeps scripts whose title or path holds one of these words, letter case ignored.
  package mutating func filter(_ words: [String]) {
    guard !words.isEmpty else { return }
    let wanted = words.map { $0.lowercased() }
    keep { script in
      let text = (script.title + "\n" + script.name).lowercased()
      return wanted.contains { text.contains($0) }
    }
  }

  /// Keeps scripts with any of these tags; a tag behind `-` keeps the ones without it.
  package mutating func keep(tags: [String]) {
    let wanted = tags.filter { !$0.hasPrefix("-") }
    let unwanted = tags.filter { $0.hasPrefix("-") }.map { String($0.dropFirst()) }
    keep { script in
      !script.tags.contains(where: unwanted.contains)
        && (wanted.isEmpty || script.tags.contains(where: wanted.contains))
    }
  }

  /// The day and the region of scripts that name none.
  package mutating func assume(date: CalendarDate?, region: RegionChoice?) {
    for number in scripts.indices {
      if let date, !scripts[number].isDated { scripts[number].date = date }
      if let region, scripts[number].region == nil {
        scripts[number].region = Placed(region, at: .nowhere)
      }
    }
  }

  /// Keeps one of several even parts, so that machines can share a long run.
  package mutating func keep(part: Int, of parts: Int) {
    guard parts > 1 else { return }
    scripts = scripts.enumerated().filter { $0.offset % parts == part - 1 }.map(\.element)
  }
}
