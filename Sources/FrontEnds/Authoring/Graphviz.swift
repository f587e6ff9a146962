import Glibc
import IntentPacks

/// Graphviz, where it is installed: turns a picture in DOT into SVG.
enum Graphviz {
  /// The program `dot` on the search path; nil when there is none.
  static var path: String? {
    for folder in (Environment.value("PATH") ?? "").split(separator: ":") {
      let path = FileSystem.join(String(folder), "dot")
      if access(path, X_OK) == 0 { return path }
    }
    return nil
  }

  /// Draws a picture.
  ///
  /// - Throws: `Stop` when there is no Graphviz, or when it fails.
  static func svg(_ dot: String) throws -> String {
    guard let path else {
      throw Stop(
        "SVG wants Graphviz, and there is no \"dot\" on the PATH; install the package graphviz, "
          + "or take --format mermaid or --format dot", .missingInput)
    }
    // Graphviz reads all before it writes, and a file, unlike a pipe, takes a picture of any size at once. It holds
    // the pack's picture, nothing a runner typed, has no name from here on, and is gone when it is closed.
    var template = Array("/tmp/heavylegs-graph-XXXXXX".utf8CString)
    let input = mkstemp(&template)
    guard input >= 0 else {
      throw Stop("cannot create a file in /tmp: \(SystemError.text(errno))", .cannotCreate)
    }
    unlink(template)
    defer { close(input) }
    try Output(descriptor: input).write(dot)
    lseek(input, 0, SEEK_SET)
    return try run(path, input: input)
  }

  private static func run(_ path: String, input: Int32) throws -> String {
    var ends: [Int32] = [0, 0]
    guard pipe(&ends) == 0 else {
      throw Stop("no pipe: \(SystemError.text(errno))", .internalError)
    }
    defer { close(ends[0]) }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO)
    posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO)
    posix_spawn_file_actions_addclose(&actions, ends[0])
    var arguments = [strdup(path), strdup("-Tsvg"), nil]
    defer { arguments.forEach { free($0) } }
    var child: pid_t = 0
    let code = posix_spawn(&child, path, &actions, nil, &arguments, environ)
    close(ends[1])
    guard code == 0 else {
      throw Stop("cannot run \(path): \(SystemError.text(code))", .internalError)
    }
    var text: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = read(ends[0], &chunk, chunk.count)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { break }
      text += chunk[..<count]
    }
    var status: Int32 = 0
    while waitpid(child, &status, 0) < 0 { guard errno == EINTR else { break } }
    guard status == 0 else { throw Stop("\(path) could not draw this", .internalError) }
    return String(decoding: text, as: UTF8.self)
  }
}
