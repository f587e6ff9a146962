import Glibc

/// Runs the program below strace, to see or to spoil its calls of the system.
package enum Strace {
  /// Whether strace is there and may look at a program; containers often forbid it.
  package static let isAllowed: Bool = {
    guard Sanitizer.name == nil, let folder = try? Scratch() else { return false }
    let run = try? Program.run(
      [], in: folder, underShell: "command -v strace >/dev/null && exec strace -o trace true")
    return run?.status == 0 && !folder.read("trace").isEmpty
  }()

  /// A shell script that lets calls fail, fall short or end the program.
  package static func injecting(_ fault: String) -> String {
    let calls = fault.prefix { $0 != ":" }
    return "exec strace -f -qq -o trace -e trace=\(calls) -e inject=\(fault) \"$@\""
  }

  /// A shell script that writes these calls to the file `trace`.
  package static func tracing(_ calls: String) -> String {
    "exec strace -f -qq -s 4096 -o trace -e trace=\(calls) \"$@\""
  }
}

/// The sanitizer the tests run under, which needs memory and calls of its own.
package enum Sanitizer {
  package static let name: String? = getenv("HEAVYLEGS_SANITIZER").map { String(cString: $0) }
}

/// The long run of `script/test --full`.
package enum FullRun {
  package static let isOn = getenv("HEAVYLEGS_FULL") != nil
}
