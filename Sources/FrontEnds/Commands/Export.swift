import ArgumentParser
import Glibc
import IntentPacks

/// A copy of a shipped pack, to be changed.
struct Export: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Copy a pack, and those it extends, into a folder to change them.",
    discussion: """
      EXAMPLE:
        heavylegs export ./Intents

      Files that are there already are left alone, and nothing is copied then.

      \(ExitStatus.help)
      """)

  @OptionGroup var pack: PackOption

  @Argument(help: ArgumentHelp("Folder to copy into.", valueName: "dir"))
  var folder: String

  func run() throws {
    let loaded = try pack.load()
    var copies: [(source: String, target: String)] = []
    for source in loaded.pack.folders {
      let name = source.split(separator: "/").last.map(String.init) ?? loaded.pack.id
      try collect(source, FileSystem.join(folder, name), into: &copies)
    }
    for copy in copies where FileSystem.kind(of: copy.target) != nil {
      throw Stop("\(copy.target) is there already; nothing was copied", .cannotCreate)
    }
    var made: [String] = []
    do {
      for copy in copies {
        try write(copy.source, to: copy.target)
        made.append(copy.target)
      }
    } catch {
      // Half a pack is none.
      for path in made { unlink(path) }
      throw error
    }
    for source in loaded.pack.folders {
      try Output.standard.line(Visible.text("Copied \(source) to \(folder)"))
    }
  }

  private func write(_ source: String, to target: String) throws {
    guard let bytes = FileSystem.bytes(of: source, limit: 1 << 26) else {
      throw Stop("cannot read \(source)", .missingInput)
    }
    try FolderMaker.make(above: target)
    let text = String(decoding: bytes, as: UTF8.self)
    try PrivateFile.write(text, to: target, mayOverwrite: false)
    chmod(target, 0o644)
  }

  private func collect(
    _ source: String, _ target: String, into copies: inout [(source: String, target: String)]
  ) throws {
    for name in FileSystem.names(in: source) ?? [] {
      let path = FileSystem.join(source, name)
      switch FileSystem.kind(of: path) {
      case .folder: try collect(path, FileSystem.join(target, name), into: &copies)
      case .file: copies.append((path, FileSystem.join(target, name)))
      default: continue
      }
    }
  }
}
