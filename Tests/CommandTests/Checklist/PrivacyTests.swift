import Glibc
import TestSupport
import Testing

/// Row 44 of the checklist and the promise of the first screen: nothing leaves the machine, and nothing is written that
/// was not asked for. Seen from outside, through the calls the program makes of the system.
@Suite struct PrivacyTests {
  /// One line for each command, with the files it is asked to write.
  static let commands: [(arguments: [String], writes: [String])] = [
    (["chat", "--pack", "tiny"], []),
    (["chat", "--jsonl", "--pack", "tiny"], []),
    (["chat", "--pack", "tiny", "--save", "new.chat"], ["new.chat"]),
    (["chat", "--pack", "tiny", "--summary", "page.md"], ["page.md"]),
    (["chat", "--pack", "tiny", "--resume", "a.chat"], []),
    (["explain", "--pack", "tiny", "--json", "chest pain"], []),
    (["check", "tiny"], []),
    (["show", "--pack", "tiny", "heavy"], []),
    (["test", "--pack", "tiny", "a.chat"], []),
    (["gaps", "--pack", "tiny", "a.chat"], []),
    (["walk", "--pack", "tiny", "--turns", "20"], []),
    (["bench", "tiny", "--utterances", "a.chat", "--rounds", "1"], []),
    (["schema"], []),
    (["graph", "--pack", "tiny"], []),
    (["graph", "all", "--pack", "tiny", "--format", "dot", "--output", "all.dot"], ["all.dot"]),
    (["new", "pack", "mine", "--into", "."], ["mine/pack.yaml"]),
    (["export", "--pack", "tiny", "copy"], ["copy/tiny/all.yaml", "copy/tiny/pack.yaml"]),
    (["about", "--pack", "tiny"], []),
    (["forget"], []),
    (["--help"], []),
    (["--version"], []),
  ]

  @Test(.enabled(if: Strace.isAllowed, "strace is not allowed here"), arguments: commands)
  func `row 44, no command opens a socket or writes what was not asked for`(
    command: (arguments: [String], writes: [String])
  ) throws {
    let folder = try TinyPack.folder()
    try folder.write("user: vitamins\nbot: *\nbot: ...\n", to: "a.chat")
    let home = try Scratch()
    let run = try Program.run(
      command.arguments, input: "chest pain\nvitamins\n", in: folder,
      environment: ["HOME": home.path, "XDG_STATE_HOME": home.path + "/state"],
      underShell: Strace.tracing("%network,%file,io_uring_setup"))
    #expect(run.status == 0, "\(run.errors)")
    let calls = folder.read("trace").split(separator: "\n")
    #expect(calls.count > 3, "nothing was traced")
    for call in calls {
      let name = call.drop { $0.isNumber || $0 == " " }.prefix { $0 != "(" }
      #expect(!Self.ofNetwork.contains(String(name)), "\(call)")
      guard Self.isWriting(call, name: String(name)) else { continue }
      let folders = command.writes.map { String($0.prefix { $0 != "/" }) }
      let isAsked = (command.writes + folders + [".heavylegs-", "/dev/null"]).contains(
        where: call.contains)
      #expect(isAsked, "\(call)")
    }
    #expect(home.isEmpty)
    let made = folder.names.filter { !["Intents", "a.chat"].contains($0) }
    #expect(made == Set(command.writes.map { String($0.prefix { $0 != "/" }) }).sorted())
  }

  @Test func `every command has its line here`() throws {
    let help = try Program.run(["--help"], in: Scratch()).output
    let listed = help.split(separator: "\n").drop { !$0.hasPrefix("SUBCOMMANDS") }.dropFirst()
      .filter { $0.hasPrefix("  ") && !$0.hasPrefix("   ") }
      .compactMap { $0.split(separator: " ").first.map(String.init) }.filter { $0 != "See" }
    let tried = Set(Self.commands.compactMap(\.arguments.first))
    #expect(listed.count >= 10)
    #expect(Set(listed).subtracting(tried) == [])
  }

  private static let ofNetwork: Set = [
    "socket", "socketpair", "connect", "bind", "listen", "accept", "accept4", "sendto", "sendmsg",
    "recvfrom", "recvmsg", "getsockname", "getpeername", "io_uring_setup",
  ]

  private static func isWriting(_ call: Substring, name: String) -> Bool {
    switch name {
    case "open", "openat", "openat2":
      call.contains("O_WRONLY") || call.contains("O_RDWR") || call.contains("O_CREAT")
    case "creat", "mkdir", "mkdirat", "rename", "renameat", "renameat2", "link", "linkat",
      "symlink", "symlinkat", "truncate", "mknod", "mknodat", "chmod", "fchmodat", "chown",
      "utimensat", "setxattr":
      true
    default: false
    }
  }
}
