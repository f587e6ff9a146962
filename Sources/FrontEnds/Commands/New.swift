import ArgumentParser
import Glibc
import IntentPacks
import PackAuthoring

/// A starting file for an author: sound as it is, with comments on what to change.
struct New: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new",
    abstract: "Write a commented starting file that passes check and test as it is.",
    discussion: """
      EXAMPLES:
        heavylegs new pack bike-shop
        heavylegs new cause wet_saddle --pack bike-shop
        heavylegs new red-flag brake_failure --pack bike-shop

      KINDS:
        finding, screen, cause, red-flag, intent, state, conversation, pack

      A pack is made in ./Intents where there is such a folder, else here. All else
      is written into the folder of --pack. Nothing that is there is touched.

      \(ExitStatus.help)
      """)

  @OptionGroup var pack: PackOption

  @Argument(help: "What to write.")
  var kind: String

  @Argument(help: "Its id: small letters, digits and _, such as wet_saddle.")
  var name: String

  @Option(help: ArgumentHelp("With pack: the folder to make it in.", valueName: "dir"))
  var into: String?

  func run() throws {
    guard let kind = TemplateKind(rawValue: kind) else { throw unknownKind }
    if into != nil, kind != .pack { throw Stop("--into goes with \"new pack\"", .wrongUsage) }
    do {
      let id = try TemplateName(name, for: kind)
      if kind == .pack { return try makePack(id) }
      let loaded = try pack.load()
      guard let folder = loaded.pack.folders.last else { return }
      let templates = Templates(for: loaded.pack, schema: Self.schema(from: folder))
      try write(templates.files(kind, id), into: folder, check: pack.pack)
    } catch let problem as TemplateProblem {
      throw Self.stop(problem, pack.pack)
    }
  }

  private func makePack(_ name: TemplateName) throws {
    let above = into ?? (FileSystem.isFolder("Intents") ? "Intents" : ".")
    let folder = above == "." ? name.id : FileSystem.join(above, name.id)
    guard FileSystem.kind(of: folder) == nil else {
      throw Stop("\(folder) is there already; choose another name", .cannotCreate)
    }
    let templates = Templates(for: Pack(), schema: Self.schema(from: folder))
    try write(templates.files(.pack, name), into: folder, check: folder)
  }

  private func write(_ files: [NewFile], into folder: String, check: String) throws {
    let paths = files.map { FileSystem.join(folder, $0.path) }
    for path in paths where FileSystem.kind(of: path) != nil {
      throw Stop("\(path) is there already; nothing was written", .cannotCreate)
    }
    for (file, path) in zip(files, paths) {
      try FolderMaker.make(above: path)
      let target = try PrivateFile(path, .create)
      try target.write(file.text)
      target.close()
      chmod(path, 0o644)
      try Output.standard.line(Visible.text("Wrote \(path)"))
    }
    let argument = check.contains(" ") ? "'\(check)'" : check
    try Output.standard.line(
      Visible.text("Now: heavylegs check \(argument); heavylegs test --pack \(argument)"))
  }

  /// The schema as seen from a pack's folder: beside it, or above; nil when there is none near.
  private static func schema(from folder: String) -> String? {
    var above = FileSystem.parent(of: folder)
    for steps in 1...3 {
      if case .file = FileSystem.kind(of: FileSystem.join(above, "schema.json")) {
        return String(repeating: "../", count: steps) + "schema.json"
      }
      let next = FileSystem.parent(of: above)
      guard next != above else { return nil }
      above = next
    }
    return nil
  }

  // MARK: Failure

  private var unknownKind: Stop {
    let kinds = TemplateKind.allCases.map(\.rawValue)
    let nearest = NearestName.of(kind, among: kinds).map { "; did you mean \"\($0)\"?" } ?? ""
    return Stop(
      "there is no template for a \"\(kind)\"\(nearest)\n  kinds: "
        + kinds.joined(separator: ", "), .wrongUsage)
  }

  private static func stop(_ problem: TemplateProblem, _ pack: String) -> Stop {
    switch problem {
    case .badName(let name, let better):
      let hint = better.map { "; \"\($0)\" would do" } ?? ""
      return Stop(
        "\"\(name)\" is no name: small letters, digits and _, a letter first\(hint)", .wrongUsage)
    case .exists(let kind, let id, let place):
      return Stop(
        "the pack has a \(kind) \"\(id)\" already, at \(place); nothing was written",
        .cannotCreate)
    case .noConclusion:
      return Stop(
        "no state of the pack \"\(pack)\" has \"conclude: true\", so it would never name a cause",
        .badData)
    }
  }
}
