/// Finds the folder of a pack by its name or by a path.
///
/// All it knows of the machine is handed in, so that tests can lay out a machine of their own.
package struct PackLocator: Sendable {
  /// The folders in which packs are looked for, the first that holds the pack wins.
  package var folders: [String]

  package init(folders: [String]) { self.folders = folders }

  /// The folders of design order: `./Intents`, `$HEAVYLEGS_PACKS`, the user's configuration, beside the installed
  /// program, and the nearest `Intents` above the program.
  package init(environment: [String: String], executable: String?, workingFolder: String = ".") {
    var folders = [FileSystem.join(workingFolder, "Intents")]
    if let own = environment["HEAVYLEGS_PACKS"], !own.isEmpty {
      folders += own.split(separator: ":").map(String.init)
    }
    if let configuration = environment["XDG_CONFIG_HOME"], configuration.hasPrefix("/") {
      folders.append(configuration + "/heavylegs/Intents")
    } else if let home = environment["HOME"], home.hasPrefix("/") {
      folders.append(FileSystem.join(home, ".config/heavylegs/Intents"))
    }
    if let executable {
      var folder = FileSystem.parent(of: executable)
      folders.append(FileSystem.join(FileSystem.parent(of: folder), "share/heavylegs/Intents"))
      while true {
        let candidate = FileSystem.join(folder, "Intents")
        if FileSystem.isFolder(candidate) {
          folders.append(candidate)
          break
        }
        let parent = FileSystem.parent(of: folder)
        if parent == folder || parent == "." { break }
        folder = parent
      }
    }
    self.folders = folders
  }

  /// The folder of the pack of this name; nil when none of the folders holds it.
  package func find(named name: String) -> String? {
    guard Self.isName(name) else { return nil }
    return folders.lazy.map { FileSystem.join($0, name) }.first(where: Self.isPack)
  }

  /// What `--pack` was given: a name first, a path when it looks like one or no pack has that name.
  package func find(_ argument: String) -> String? {
    if Self.isName(argument), let folder = find(named: argument) { return folder }
    guard !argument.isEmpty, FileSystem.isFolder(argument) else { return nil }
    var folder = argument
    while folder.count > 1 && folder.hasSuffix("/") { folder.removeLast() }
    return folder
  }

  /// A locator that, when nothing else holds a pack, also looks beside this folder.
  package func alsoBeside(_ folder: String) -> PackLocator {
    let beside = FileSystem.parent(of: FileSystem.resolved(folder) ?? folder)
    return folders.contains(beside) ? self : PackLocator(folders: folders + [beside])
  }

  /// Names of all packs in reach, sorted, for a message that lists what there is.
  package var names: [String] {
    var found: Set<String> = []
    for folder in folders {
      for name in FileSystem.names(in: folder) ?? []
      where Self.isPack(FileSystem.join(folder, name)) { found.insert(name) }
    }
    return found.sorted()
  }

  private static func isPack(_ folder: String) -> Bool {
    FileSystem.isFile(FileSystem.join(folder, "pack.yaml"))
  }

  private static func isName(_ text: String) -> Bool {
    !text.isEmpty && !text.hasPrefix(".")
      && text.utf8.allSatisfy { $0 != UInt8(ascii: "/") && $0 != 0 }
  }
}
