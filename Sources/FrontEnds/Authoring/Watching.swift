import Glibc
import IntentPacks

/// Does something now, and again whenever a file is saved, until the program is ended.
enum Watching {
  /// - Parameter prepare: reads what is to be done: the folders to watch, and the doing itself. What it or the
  ///   doing throws is told, and the watch goes on.
  static func run(_ prepare: () throws -> (folders: [String], act: () throws -> Void)) throws {
    letSignalsThrough()
    let watch = try FolderWatch()
    var isFirst = true
    var hasFolders = false
    while true {
      do {
        let (folders, act) = try prepare()
        if isFirst, folders.isEmpty { return try act() }
        hasFolders = hasFolders || !folders.isEmpty
        // Watched before it is read a first time, so that nothing saved meanwhile is missed.
        watch.add(folders)
        try (isFirst ? prepare().act : act)()
      } catch let stop as Stop {
        guard hasFolders else { throw stop }
        if !stop.message.isEmpty {
          try Output.standard.line(Visible.text(stop.message, lines: true))
        }
      }
      isFirst = false
      try Output.standard.line("Watching for changes; Ctrl-C ends it.")
      let changed = watch.wait()
      try Output.standard.line("\n" + Visible.text("Saved: " + changed.joined(separator: ", ")))
    }
  }

  /// Whoever started the program may have blocked the signals by which it is ended.
  private static func letSignalsThrough() {
    var signals = sigset_t()
    sigemptyset(&signals)
    for signal in [SIGINT, SIGTERM, SIGHUP, SIGQUIT] { sigaddset(&signals, signal) }
    pthread_sigmask(SIG_UNBLOCK, &signals, nil)
  }
}
