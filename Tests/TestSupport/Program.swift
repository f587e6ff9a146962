import Glibc

/// The built program, as a user runs it.
package enum Program {
  /// What a run came to.
  package struct Run {
    package var output: String
    package var errors: String
    /// The exit code, or 128 and the number of the signal.
    package var status: Int32
    /// The most memory it held, in kilobytes.
    package var peak = 0

    package var lines: [String] {
      output.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init)
    }

    /// The parts between empty lines.
    package var blocks: [String] {
      var blocks: [[String]] = [[]]
      for line in lines {
        if line.isEmpty { blocks.append([]) } else { blocks[blocks.count - 1].append(line) }
      }
      return blocks.filter { !$0.isEmpty }.map { $0.joined(separator: "\n") }
    }
  }

  /// The program stands beside the tests, unless another one is named: `script/test` names the one that is shipped.
  package static var path: String {
    if let other = getenv("HEAVYLEGS_PROGRAM") { return String(cString: other) }
    var buffer = [CChar](repeating: 0, count: 4096)
    let count = readlink("/proc/self/exe", &buffer, buffer.count - 1)
    let tests = String(
      decoding: buffer.prefix(max(0, count)).map { UInt8(bitPattern: $0) }, as: UTF8.self)
    let here = String(tests[..<(tests.lastIndex(of: "/") ?? tests.startIndex)]) + "/heavylegs"
    if access(here, X_OK) == 0 { return here }
    let arguments = CommandLine.arguments.joined(separator: "\n").split(separator: "\n")
    let bundle = arguments.first { $0.hasSuffix(".xctest") } ?? ""
    return bundle.split(separator: "/").dropLast().reduce("") { $0 + "/" + $1 } + "/heavylegs"
  }

  /// A small environment, the same on every machine; a sanitizer's settings hold for the program too.
  package static let environment: [String: String] = {
    var environment = [
      "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", "TERM": "xterm-256color", "HOME": "/nonexistent",
      "INPUTRC": "/dev/null",
    ]
    for name in ["ASAN_OPTIONS", "TSAN_OPTIONS", "SWIFT_BACKTRACE"] {
      if let value = getenv(name) { environment[name] = String(cString: value) }
    }
    return environment
  }()

  /// Runs the program in a folder to its end.
  ///
  /// - Parameters:
  ///   - output: a file for standard output; nil: it is returned.
  ///   - script: what a shell does with the program and its arguments, which are `"$@"`.
  package static func run(
    _ arguments: [String], input: String = "", in folder: Scratch,
    environment: [String: String] = [:], output: String? = nil, program: String = path,
    underShell script: String = "exec \"$@\""
  ) throws -> Run {
    try folder.write(input, to: ".stdin")
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    let write = O_WRONLY | O_CREAT | O_TRUNC
    posix_spawn_file_actions_addopen(&actions, 0, folder(".stdin"), O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 1, output ?? folder(".stdout"), write, 0o600)
    posix_spawn_file_actions_addopen(&actions, 2, folder(".stderr"), write, 0o600)
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    let child = try spawn(
      program, arguments, environment, in: folder, &actions, &attributes, script: script)
    var usage = rusage()
    let status = wait(for: child, usage: &usage)
    return Run(
      output: folder.read(".stdout"), errors: folder.read(".stderr"), status: status,
      peak: usage.ru_maxrss)
  }

  static func spawn(
    _ program: String, _ arguments: [String], _ environment: [String: String], in folder: Scratch,
    _ actions: inout posix_spawn_file_actions_t, _ attributes: inout posix_spawnattr_t,
    script: String = "exec \"$@\""
  ) throws -> pid_t {
    let all = Self.environment.merging(environment) { $1 }.filter { !$0.value.isEmpty }
    // The shell only changes the folder; the program takes its place, unless the script says otherwise.
    let shell = ["/bin/sh", "-c", "cd \"$0\" && \(script)", folder.path, program]
    var argv = (shell + arguments).map { strdup($0) } + [nil]
    var envp = all.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { (argv + envp).forEach { free($0) } }
    var child: pid_t = 0
    let code = posix_spawn(&child, "/bin/sh", &actions, &attributes, &argv, &envp)
    guard code == 0 else { throw TestFailure("cannot run \(program): \(code)") }
    return child
  }

  static func wait(for child: pid_t) -> Int32 {
    var usage = rusage()
    return wait(for: child, usage: &usage)
  }

  private static func wait(for child: pid_t, usage: inout rusage) -> Int32 {
    var status: Int32 = 0
    while wait4(child, &status, 0, &usage) < 0 { if errno != EINTR { return -1 } }
    return status & 0x7F == 0 ? (status >> 8) & 0xFF : 128 + (status & 0x7F)
  }
}
