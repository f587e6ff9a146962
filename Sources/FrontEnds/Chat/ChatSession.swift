import DialogEngine
import IntentMatching
import IntentPacks
import LanguageProcessing

/// A chat with a person: the conversation so far, the pack it is held on, and where it is saved.
struct ChatSession {
  private(set) var loaded: LoadedPack
  /// What `--pack` was given, to read it again.
  let argument: String
  /// `--date`; nil: each turn is held on the day it is.
  let fixedDate: CalendarDate?
  private(set) var conversation: Conversation
  let renderer: ReplyRenderer
  var mayOverwrite = false
  /// Whether lines typed go to a history on disk.
  var keepsHistory = false
  private(set) var recorder: ChatRecorder?
  /// The first words, as they stand in a saved chat.
  private var opening = Reply()
  /// The last turn, for `/explain`.
  private(set) var lastTurn: Turn?

  init(
    loaded: LoadedPack, argument: String, fixedDate: CalendarDate?, conversation: Conversation,
    renderer: ReplyRenderer
  ) {
    self.loaded = loaded
    self.argument = argument
    self.fixedDate = fixedDate
    self.conversation = conversation
    self.renderer = renderer
  }

  var pack: CompiledPack { loaded.compiled }
  var today: CalendarDate { fixedDate ?? Clock.today }
  var hasEnded: Bool { conversation.phase == .ended }

  /// A sentence of the pack for what the program itself has to say.
  func sentence(_ id: String, _ values: [String: String] = [:]) -> String? {
    conversation.sentence(id, values, with: pack)
  }

  // MARK: Turns

  /// The first words, before anything was said.
  mutating func open() -> Reply {
    let turn = conversation.opening(with: pack)
    conversation = turn.conversation
    opening = turn.reply
    return keepsHistory || recorder != nil ? withoutPromise(turn.reply) : turn.reply
  }

  /// What is kept because the user asked for it is not said to be stored nowhere.
  private func withoutPromise(_ reply: Reply) -> Reply {
    guard let promise = sentence("nothing_stored"), let truth = sentence("stored_as_asked") else {
      return reply
    }
    var honest = reply
    for at in honest.paragraphs.indices {
      honest.paragraphs[at].text = honest.paragraphs[at].text.replacing(promise, with: truth)
    }
    return honest
  }

  /// Hears a line and answers it.
  mutating func hear(_ text: String) -> Reply {
    let before = conversation
    let turn = conversation.hearing(text, on: today, with: pack)
    conversation = turn.conversation
    lastTurn = turn
    var shown = turn
    shown.noteCut(with: pack)
    pending = ChatRecorder.Entry(
      text: text, date: today, previousDate: before.today, reply: turn.reply,
      level: conversation.level(in: pack), previousLevel: before.level(in: pack))
    return shown.reply
  }

  /// The turn that was answered but is not yet on disk.
  private var pending: ChatRecorder.Entry?

  /// Writes the turn that was just answered to the saved chat.
  mutating func keep() throws {
    guard let entry = pending else { return }
    pending = nil
    try recorder?.append(entry)
    kept.append(entry)
  }

  /// All turns, to be written when the user asks for saving later.
  private var kept: [ChatRecorder.Entry] = []

  // MARK: Saving and going on

  /// Saves from here on, and what was said before.
  mutating func record(to path: String, adding: Bool = false) throws(FileFailure) {
    let recorder = try ChatRecorder(
      path: path, mode: adding ? .append : mayOverwrite ? .replace : .create)
    if !adding {
      do throws(FileFailure) {
        try begin(recorder)
      } catch {
        recorder.discard()
        throw error
      }
    }
    self.recorder = recorder
  }

  /// Writes down what was said before.
  private func begin(_ recorder: ChatRecorder) throws(FileFailure) {
    let isUnopened = opening.paragraphs.isEmpty && conversation.said.isEmpty
    try recorder.begin(
      conversation, opening: isUnopened ? conversation.opening(with: pack).reply : opening,
      pack: argument)
    for entry in kept { try recorder.append(entry) }
    try recorder.place()
  }

  /// Says again what a saved chat's user said, on the present pack.
  mutating func replay(_ saved: SavedChat) -> Resumption {
    _ = open()
    var resumption = Resumption()
    for turn in saved.turns {
      let before = conversation
      let answered = conversation.hearing(turn.text, on: turn.date, with: pack)
      conversation = answered.conversation
      lastTurn = answered
      resumption.note(turn, answered, level: conversation.level(in: pack))
      kept.append(
        ChatRecorder.Entry(
          text: turn.text, date: turn.date, previousDate: before.today, reply: answered.reply,
          level: conversation.level(in: pack), previousLevel: before.level(in: pack)))
    }
    return resumption
  }

  /// Takes a pack that was read again when it keeps every danger seen so far: the conversation is held again on it.
  ///
  /// - Returns: the lines that are answered differently, with what is new in the reply; nil when it was not taken.
  mutating func reload(_ fresh: LoadedPack) -> [(line: String, reply: String)]? {
    var next = Conversation(
      on: conversation.openedOn, region: conversation.region, with: fresh.compiled)
    let opened = next.opening(with: fresh.compiled)
    next = opened.conversation
    var differences: [(line: String, reply: String)] = []
    var entries = kept
    var last = lastTurn
    for (index, said) in conversation.said.enumerated() {
      let turn = next.hearing(said.text, on: said.date, with: fresh.compiled)
      next = turn.conversation
      last = turn
      guard kept.indices.contains(index), kept[index].reply.lines != turn.reply.lines else {
        continue
      }
      let before = Set(kept[index].reply.lines)
      let new = turn.reply.lines.filter { !before.contains($0) }
      differences.append((said.text, (new.isEmpty ? turn.reply.lines : new).joined(separator: " ")))
      entries[index].reply = turn.reply
    }
    guard next.level(in: fresh.compiled) >= conversation.level(in: pack) else { return nil }
    conversation = next
    loaded = fresh
    opening = opened.reply
    kept = entries
    lastTurn = last
    return differences
  }
}
