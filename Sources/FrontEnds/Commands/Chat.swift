import ArgumentParser
import DialogEngine
import Glibc
import IntentPacks

/// The conversation: at a terminal, through a pipe, or as JSON lines.
struct Chat: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "chat",
    abstract: "Hold the conversation (what heavylegs does by itself).",
    discussion: """
      EXAMPLES:
        heavylegs chat --region GB
        heavylegs chat --save me.chat --summary for-my-doctor.md
        heavylegs chat --resume me.chat --save me.chat
        printf '%s\\n' "legs are dead" "none" | heavylegs chat
        echo '{"say": "left calf is swollen"}' | heavylegs chat --jsonl

      In the chat: /help lists the commands; Ctrl-D or "bye" leaves.

      \(ExitStatus.help)
      """)

  @OptionGroup var talk: TalkOptions

  @Option(help: ArgumentHelp("Save the chat as a script, turn by turn.", valueName: "file.chat"))
  var save: String?

  @Option(help: ArgumentHelp("Go on with a saved chat.", valueName: "file.chat"))
  var resume: String?

  @Option(
    help: ArgumentHelp("Write a page for a clinician at the end; - prints it.", valueName: "file"))
  var summary: String?

  @Flag(help: "Overwrite a file that --save or --summary would not touch.")
  var force = false

  @Flag(help: "Keep the lines you typed for later chats (default: nothing is kept).")
  var history = false

  @Flag(help: "Plain output for screen readers: no colours, bars or rules.")
  var plain = false

  @Flag(help: "One JSON object a line, in and out.")
  var jsonl = false

  @Option(name: [.customLong("color"), .customLong("colour")], help: "Colours.")
  var colour = ColourChoice.auto

  func validate() throws {
    if jsonl, save != nil || resume != nil || summary != nil {
      throw ValidationError("--jsonl goes with none of --save, --resume and --summary.")
    }
    if save == "-" { throw ValidationError("--save needs a file, not standard output.") }
  }

  func run() throws {
    guard !jsonl else { return try JSONChat(talk: talk).run() }
    let isTerminal = isatty(STDIN_FILENO) == 1 && isatty(STDOUT_FILENO) == 1
    // Before any thread starts: see SignalQueue.
    let signals = SignalQueue()
    // At a terminal the welcome needs nothing that hears; going on with a saved chat does.
    let mayBegin = isTerminal && resume == nil
    let loaded = try mayBegin ? talk.pack.begin() : talk.pack.load()
    // Kept to the end of the process, which need not wait until the pack is taken apart.
    _ = Unmanaged.passRetained(loaded.compiled)
    let region = try talk.regionChoice(
      in: loaded.pack, locale: isTerminal ? Environment.country : nil)
    let saved = try resume.map { try SavedChat(path: $0) }
    var session = ChatSession(
      loaded: loaded, argument: talk.pack.pack, fixedDate: talk.date,
      conversation: Conversation(
        on: saved?.date ?? talk.today,
        region: talk.region == nil ? saved?.region ?? region : region,
        with: loaded.compiled),
      renderer: ReplyRenderer(traits: TerminalTraits(colour: colour, isPlain: plain)))
    session.mayOverwrite = force
    session.keepsHistory = history && isTerminal
    let summaryFile = try summary.map { try SummaryFile($0, mayOverwrite: force) }
    let resumption = saved.map { session.replay($0) }
    if let save {
      try session.record(to: save, adding: save == resume)
    }
    let status: ExitStatus
    if isTerminal, let signals {
      let reader = LineReader(signals: signals, history: openHistory())
      var chat = TerminalChat(session: session, reader: reader)
      status = try chat.run(resumption: resumption)
      session = chat.session
    } else {
      var chat = PipedChat(
        session: session, lines: InputLines(signals: signals))
      status = try chat.run(resumption: resumption)
      session = chat.session
    }
    try summaryFile?.write(session)
    if status != .fine { throw Stop("", status) }
  }

  /// The history on disk; a chat goes on without one when it cannot be had.
  private func openHistory() -> HistoryFile? {
    guard history, let folder = Environment.stateFolder else { return nil }
    do throws(FileFailure) {
      return try HistoryFile(folder: folder)
    } catch {
      try? Output.errors.line(Visible.text("heavylegs: no history: \(error.message)"))
      return nil
    }
  }
}
