/// Reads packs: files to definitions, every one with its place, all mistakes told at once.
package struct PackReader: Sendable {
  private let locator: PackLocator
  private let limits: PackFiles.Limits

  package init(locator: PackLocator, limits: PackFiles.Limits = PackFiles.Limits()) {
    self.locator = locator
    self.limits = limits
  }

  /// Reads the pack that `--pack` names, by name or by path.
  package func read(_ argument: String) -> PackReading {
    guard let folder = locator.find(argument) else {
      return failed(unknownPack(argument, at: .nowhere))
    }
    return read(folder: folder)
  }

  /// Reads the pack in a folder, and the packs it extends below it.
  package func read(folder: String) -> PackReading {
    let listing = PackFiles(below: folder, limits: limits)
    let (files, diagnostics) = load(listing.paths)
    return read(
      files, folder: folder, diagnostics: listing.diagnostics + diagnostics,
      locator: locator.alsoBeside(folder), chain: [FileSystem.resolved(folder) ?? folder])
  }

  /// Reads a pack from texts instead of files, over the pack `base` if there is one; the first text is its
  /// `pack.yaml`.
  package func read(texts: [(path: String, text: String)], over base: PackReading? = nil)
    -> PackReading
  {
    read(
      texts.map { SourceFile(path: $0.path, text: $0.text) }, folder: "", diagnostics: [],
      locator: locator, chain: [], over: base)
  }

  // MARK: One pack

  private func read(
    _ files: [SourceFile], folder: String, diagnostics: [Diagnostic], locator: PackLocator,
    chain: [String], over given: PackReading? = nil
  ) -> PackReading {
    let headPath = folder.isEmpty ? files.first?.path : FileSystem.join(folder, "pack.yaml")
    var all = diagnostics
    var head = Pack()
    let headNumber = files.firstIndex { $0.path == headPath }
    let headFragment = headNumber.map { PackFragment(files[$0], isHead: true) }
    if let headNumber, let headFragment {
      head = headFragment.pack
      all += missingKeys(headFragment.head, in: files[headNumber], isBase: chain.count > 1)
    } else {
      all.append(
        Diagnostic(
          code: "no-pack-file", severity: .error,
          place: SourcePlace(file: folder, line: 1), message: "this folder has no pack.yaml",
          help: "a pack is a folder with a pack.yaml that names pack, title, language and start"))
    }
    // The pack below is read at the same time.
    var below: Awaited<Held<PackReading>>?
    if given == nil, let name = baseName(of: head) {
      let place = SourcePlace(file: headPath ?? folder, line: 1)
      below = Awaited { [head] in
        Held(readBase(name, of: head, at: place, locator: locator, chain: chain))
      }
    }
    let fragments = files.indices.map { $0 }.mappedConcurrently { number in
      if number == headNumber, let headFragment { return headFragment }
      return PackFragment(files[number], isHead: false)
    }
    all += fragments.flatMap(\.diagnostics)
    let base = given ?? below?.value.value
    var overlay = PackOverlay(base: base?.draft, head: head)
    overlay.add(fragments)
    var pack = overlay.pack
    if !folder.isEmpty { pack.folders.append(folder) }
    var known = base?.files ?? [:]
    for file in files { known[file.path] = file }
    all += overlay.diagnostics
    // Conditions of a base may name findings of this pack's own, so only the last of the chain is checked.
    if chain.count <= 1 {
      pack.openEntrances()
      all += ConditionChecker(pack, files: known).diagnostics
    }
    all += base?.diagnostics ?? []
    var unread = base?.unread ?? UnreadFiles()
    for (file, fragment) in zip(files, fragments) where fragment.isUnread { unread.add(file) }
    return PackReading(
      draft: pack, diagnostics: unread.withoutFollowing(all, in: known).uniquedAndSorted(),
      files: known, base: base.map { [$0] } ?? [], unread: unread)
  }

  /// The pack below: as written, `english` where nothing is written and the language is English, or none.
  private func baseName(of head: Pack) -> String? {
    if let name = head.extends { return name == "none" ? nil : name }
    return head.languageCode == "en" && head.id != "english" ? "english" : nil
  }

  private func readBase(
    _ name: String, of head: Pack, at place: SourcePlace, locator: PackLocator, chain: [String]
  ) -> PackReading {
    guard let folder = locator.find(named: name) else {
      return failed(unknownPack(name, at: place))
    }
    let path = FileSystem.resolved(folder) ?? folder
    guard !chain.contains(path) else {
      return failed(
        Diagnostic(
          code: "extends-cycle", severity: .error, place: place,
          message: "\"\(head.id)\" extends \"\(name)\", which extends it in turn",
          help: "take one extends: away"))
    }
    let listing = PackFiles(below: folder, limits: limits)
    let (files, diagnostics) = load(listing.paths)
    return read(
      files, folder: folder, diagnostics: listing.diagnostics + diagnostics, locator: locator,
      chain: chain + [path])
  }

  private func missingKeys(_ keys: Set<String>, in file: SourceFile, isBase: Bool) -> [Diagnostic] {
    PackKeys.head.filter {
      $0.isRequired && !keys.contains($0.name) && !(isBase && $0.name == "start")
    }
    .map {
      Diagnostic(
        code: "missing-key", severity: .error, place: file.place(1, 1),
        message: "pack.yaml has no \"\($0.name)\"", help: $0.missing)
    }
  }

  // MARK: Files

  private func load(_ paths: [String]) -> ([SourceFile], [Diagnostic]) {
    var files: [SourceFile] = []
    var diagnostics: [Diagnostic] = []
    for loaded in paths.mappedConcurrently(load) {
      switch loaded {
      case .success(let file): files.append(file)
      case .failure(let unreadable): diagnostics.append(unreadable.diagnostic)
      }
    }
    return (files, diagnostics)
  }

  private struct Unreadable: Error { var diagnostic: Diagnostic }

  private func load(_ path: String) -> Result<SourceFile, Unreadable> {
    func refused(_ code: String, _ message: String, _ help: String) -> Unreadable {
      Unreadable(
        diagnostic: Diagnostic(
          code: code, severity: .error, place: SourcePlace(file: path, line: 1), message: message,
          help: help))
    }
    guard let bytes = FileSystem.bytes(of: path, limit: limits.bytesPerFile) else {
      return .failure(
        refused("unreadable", "this file cannot be read", "check its permissions"))
    }
    return SourceFile(path: path, bytes: bytes).map { .success($0) }
      ?? .failure(refused("not-utf8", "this file is not UTF-8 text", "save it as UTF-8"))
  }

  // MARK: Failure

  private func failed(_ diagnostic: Diagnostic) -> PackReading {
    PackReading(draft: Pack(), diagnostics: [diagnostic], files: [:])
  }

  private func unknownPack(_ name: String, at place: SourcePlace) -> Diagnostic {
    let names = locator.names
    let nearest = NearestName.of(name, among: names).map { "did you mean \"\($0)\"?" }
    let known = names.isEmpty ? "no pack was found" : "there are: \(names.joined(separator: ", "))"
    return Diagnostic(
      code: "unknown-pack", severity: .error, place: place,
      message: "no pack is called \"\(name)\"",
      help: (nearest ?? known) + "; looked in \(locator.folders.joined(separator: ", "))")
  }
}

extension [Diagnostic] {
  /// Without repetitions, by place, then errors first, then code and message.
  package func uniquedAndSorted() -> [Diagnostic] {
    var seen: Set<Diagnostic> = []
    return filter { seen.insert($0).inserted }.sorted {
      ($0.place, $0.severity.rawValue, $0.code, $0.message)
        < ($1.place, $1.severity.rawValue, $1.code, $1.message)
    }
  }
}
