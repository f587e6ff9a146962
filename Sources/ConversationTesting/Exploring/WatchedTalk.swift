import DialogEngine
import IntentPacks
import LanguageProcessing

/// One talk, watched for what must always hold.
struct WatchedTalk {
  /// A question may come back so often before the dialog goes round in circles.
  static let mostRepeats = 12
  /// At most so many questions come before a harmless conclusion.
  static let mostQuestions = 15
  /// So many plain answers bring every talk to an end.
  static let mostAnswers = 40

  let pack: CompiledPack
  private(set) var lines: [String] = []
  private var turn: Turn
  private var replies: [[String]]
  private var repeats = 0
  /// Questions that were answered, by id; an answer taken back opens its question again.
  private var answered: Set<String> = []
  private var hasConcluded = false
  /// The turn in which the talk was last begun anew.
  private var restarted = 0
  private let actions: [String: Intent.Action]

  init(pack: CompiledPack) {
    self.pack = pack
    actions = Dictionary(
      pack.pack.intents.compactMap { intent in intent.action.map { (intent.id, $0) } },
      uniquingKeysWith: { first, _ in first })
    turn = Conversation(on: Script.usualDate, region: .unknown, with: pack).opening(with: pack)
    replies = [turn.reply.lines]
  }

  var isAsked: Bool { turn.conversation.question != nil }
  var hasEnded: Bool { turn.conversation.phase == .ended }

  /// - Returns: what no longer holds, in a sentence.
  mutating func say(_ line: String) -> String? {
    let before = turn
    lines.append(line)
    turn = before.conversation.hearing(line, on: Script.usualDate, with: pack)
    replies.append(turn.reply.lines)
    let question = turn.conversation.question
    // Whether an emergency may fall is asked until there is a plain no.
    let isSame =
      question != nil && question?.id == before.conversation.question?.id
      && question?.purpose != .retraction
    // An aside or a fact leaves the question open by right; only what was not understood counts.
    let wasHeard = !turn.trace.intents.isEmpty || !turn.trace.learnt.isEmpty
    repeats = isSame ? repeats + (wasHeard ? 0 : 1) : 0
    if turn.conversation.phase == .concluded { hasConcluded = true }
    return brokenReply(before) ?? brokenLevel(before) ?? brokenAsking(before)
  }

  /// Brings the talk to its end and looks whether all that was said leads there again.
  ///
  /// - Returns: what does not hold, in a sentence.
  mutating func end() -> String? {
    let said = lines
    var answers = 0
    while isAsked, !hasEnded {
      guard answers < Self.mostAnswers else { return "plain answers never come to an end" }
      answers += 1
      let isRetraction = turn.conversation.question?.purpose == .retraction
      if let broken = say(isRetraction ? "yes" : "no") { return broken }
    }
    if turn.conversation.phase == .asking,
      turn.conversation.facts.facts.contains(where: { $0.turn > restarted })
    {
      return "a talk stops without a conclusion"
    }
    let again = replayed(lines)
    if again != replies { return "the same lines give other replies" }
    let saved = lines.map { ScriptRecorder.unescaped(ScriptRecorder.escaped($0)) }
    if saved != lines, replayed(saved) != replies {
      return "a saved talk comes back different"
    }
    lines = said
    return nil
  }

  private func replayed(_ lines: [String]) -> [[String]] {
    var conversation = Conversation(on: Script.usualDate, region: .unknown, with: pack)
    var replies = [conversation.opening(with: pack).reply.lines]
    conversation = conversation.opening(with: pack).conversation
    for line in lines {
      let turn = conversation.hearing(line, on: Script.usualDate, with: pack)
      replies.append(turn.reply.lines)
      conversation = turn.conversation
    }
    return replies
  }

  // MARK: What must hold

  private func brokenReply(_ before: Turn) -> String? {
    let conversation = turn.conversation
    let lines = turn.reply.lines
    if lines.isEmpty { return "a reply says nothing" }
    // What the user typed may be said back.
    if lines.contains(where: { $0.contains("{") }),
      !self.lines.contains(where: { $0.contains("{") })
    {
      return "a reply holds a placeholder that nothing filled"
    }
    let raised = Self.highest(conversation)
    if raised == .emergency {
      if turn.reply.paragraphs[0].role != .emergency {
        return "an emergency does not begin with what to do"
      }
      if let question = conversation.question, question.purpose != .retraction {
        return "an emergency asks a question"
      }
    }
    if raised >= .urgent, !conversation.causes.isEmpty {
      return "causes are named though care is urgent"
    }
    if conversation.level(in: pack) >= .urgent,
      let cause = conversation.causes.first.map({ pack.pack.causes[$0.cause] }),
      cause.level < .urgent
    {
      return "a harmless cause is named though care is urgent"
    }
    if raised >= .urgent, conversation.phase != .escalated, conversation.phase != .ended {
      return "care is urgent and the phase does not say so"
    }
    return nil
  }

  private func brokenLevel(_ before: Turn) -> String? {
    guard !mayFall(before) else { return nil }
    let now = Self.raised(turn.conversation)
    for (flag, level) in Self.raised(before.conversation) where (now[flag] ?? .routine) < level {
      if turn.conversation.flags.contains(where: { $0.id == flag && $0.isAssessed }) { continue }
      return "a raised flag was lost without a taking-back"
    }
    return nil
  }

  private mutating func brokenAsking(_ before: Turn) -> String? {
    let conversation = turn.conversation
    if repeats > Self.mostRepeats { return "a question comes back again and again" }
    if changesAnswers { answered = [] }
    if let id = turn.trace.answered { answered.insert(id) }
    if let question = conversation.question, question.id != before.conversation.question?.id,
      question.purpose != .conflict, question.purpose != .retraction, question.purpose != .doubt,
      answered.contains(question.id)
    {
      return "a question is asked twice"
    }
    // Begun anew the talk listens, whatever was answered before.
    if done.contains(.restart) { restarted = conversation.turn }
    if conversation.phase == .asking, conversation.question == nil,
      conversation.facts.facts.contains(where: { $0.source == .answer && $0.turn > restarted })
    {
      return "a dead end: nothing is asked and nothing concluded"
    }
    if !hasConcluded, Self.highest(conversation) < .urgent, !changesAnswers,
      conversation.questionsAsked > Self.mostQuestions
    {
      return "more than \(Self.mostQuestions) questions before a conclusion"
    }
    return nil
  }

  private static func highest(_ conversation: Conversation) -> Level {
    raised(conversation).values.max() ?? .routine
  }

  private static func raised(_ conversation: Conversation) -> [String: Level] {
    Dictionary(
      conversation.flags.filter { $0.state == .raised }.map { ($0.id, $0.level) },
      uniquingKeysWith: max)
  }

  private var done: Set<Intent.Action> { Set(turn.trace.intents.compactMap { actions[$0] }) }

  private var changesAnswers: Bool {
    !done.isDisjoint(with: [.correct, .amend, .forget, .undo, .restart])
  }

  /// A level falls by a correction, by going back, or by the answer to a question about it.
  private func mayFall(_ before: Turn) -> Bool {
    if !done.isDisjoint(with: [.correct, .amend, .forget, .undo]) { return true }
    switch before.conversation.question?.purpose {
    case .conflict, .retraction: return true
    default: return false
    }
  }
}
