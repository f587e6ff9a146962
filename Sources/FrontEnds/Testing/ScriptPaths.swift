import Glibc
import IntentPacks

/// Paths as given on the command line, with `*`, `?` and `[…]` that no shell has filled in.
enum ScriptPaths {
  /// What a path stands for: itself, or the files that fit it, in order; itself when none does.
  static func expanded(_ path: String) -> [String] {
    guard FileSystem.kind(of: path) == nil, path.contains(where: { "*?[".contains($0) }) else {
      return [path]
    }
    var found = glob_t()
    defer { globfree(&found) }
    guard glob(path, 0, nil, &found) == 0, let paths = found.gl_pathv else { return [path] }
    return (0..<Int(found.gl_pathc)).compactMap { paths[$0].map { String(cString: $0) } }
  }
}
