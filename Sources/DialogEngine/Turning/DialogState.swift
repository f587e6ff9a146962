import IntentPacks
import LanguageProcessing

/// What a conversation has come to: the fold over all that was said.
struct DialogState: Sendable {
  var turn = 0
  var today = 0
  /// Index of the state of the dialog's state machine.
  var state = 0
  var phase = Phase.asking
  /// What is known of the user.
  var store = FactStore()
  /// What is known of somebody who is with the user now.
  var bystander = FactStore()
  /// The talk is about somebody who is with the user ("my son is 12, his legs are heavy"): what is said of "him" counts.
  var isForSomeone = false
  /// Flags named in a question about the user, with the turn.
  var askedFlags: [Int: Int] = [:]
  var flags: [FlagStatus] = []
  /// Raised flags and the level each has reached: a level only rises.
  var held: [Int: Level] = [:]
  /// Flags whose instructions were spoken, and at which level.
  var spoken: [Int: Level] = [:]
  var pending: Question?
  /// The question that was open when it had to be asked what the user meant.
  var interrupted: Question?
  /// How often the pending question was left unanswered.
  var unanswered = 0
  /// How often the pending question was put again without an answer.
  var kept = 0
  /// How often "not sure" was said to a question.
  var unsure: [String: Int] = [:]
  /// How often a question was put.
  var put: [String: Int] = [:]
  /// Questions never to be put again.
  var settled: Set<String> = []
  /// Items and questions that stayed unanswered, for the conclusion.
  var notChecked: [Int] = []
  /// Screens answered or left.
  var screensDone: Set<Int> = []
  /// Items of a screen to be asked one at a time, worst first.
  var itemQueue: [Int] = []
  var itemScreen: Int?
  /// Lists whose remaining items were asked once more ("Any of the others?"), or "Which one?".
  var askedOthers: Set<String> = []
  var askedWhich: Set<String> = []
  var interviewAsked = 0
  var questionsAsked = 0
  /// Confirming questions put, by flag.
  var confirmsAsked: [Int: Int] = [:]
  /// Questions put since the instructions of an urgent flag.
  var escalationAsked = 0
  var lastTopic: String?
  /// The crisis line, once shown, stays to the end.
  var crisisShown = false
  /// The emergency stands until a plain no to "is any of that happening?".
  var awaitsRetraction = false
  /// The user said that it is happening after all.
  var retractionRefused = false
  /// The user wants the conclusion now, or to leave: only the gravest screen comes before.
  var wantsEnd = EndWish.no
  var declinedEndScreen = false
  /// The one screen that comes before an early end was put.
  var endScreenPut = false
  /// How often nothing at all was understood while no question was open.
  var unheard = 0
  var region = RegionChoice.unknown
  /// The causes of the conclusion given last, best first.
  var concluded: [RankedCause] = []
  /// What the conversation came to by: going back replays all but the last line of it.
  var steps = GrowingList<Step>()
  /// Lines that changed nothing, such as a side question: going back passes over them.
  var asides = GrowingList<Int>()
  /// The first line that told anything, as typed.
  var complaint: String?
  /// The question answered last, for "sorry, I meant yes".
  var answered: Answered?
  /// Flags whose finding was taken back while an emergency stands: they fall at a plain no.
  var falling: Set<Int> = []
  /// A flag fell in this turn.
  var hasFallen = false
  /// Questions to be put in simpler words.
  var simpler: Set<String> = []

  enum EndWish: Sendable { case no, conclusion, leaving }

  /// A step of the fold.
  enum Step: Sendable {
    /// A line of the conversation that counts, by its index in what was said.
    case line(Int)
    /// Going back over an emergency: it stands until a plain no.
    case standing(Standing)
  }

  /// What stands of an emergency that was gone back over.
  struct Standing: Sendable {
    var held: [Int: Level]
    var spoken: [Int: Level]
    var flags: [FlagStatus]
  }

  /// A question, and the turn in which it was answered.
  struct Answered: Sendable {
    var question: Question
    var turn: Int
  }

  /// The highest level a raised flag has reached.
  var raisedLevel: Level { held.values.max() ?? .routine }

  /// The level once the talk concludes: a flag still suspected counts as present, one level lower.
  var concludedLevel: Level {
    flags.filter { $0.state == .suspected }.map(\.level.lowered).reduce(raisedLevel, max)
  }

  /// Whether the talk stands where it stood: nothing learnt, settled, opened or wished since.
  func stands(where before: DialogState) -> Bool {
    store.facts.count == before.store.facts.count && state == before.state && phase == before.phase
      && pending?.id == before.pending?.id && pending?.purpose == before.pending?.purpose
      && settled == before.settled && screensDone == before.screensDone
      && itemQueue == before.itemQueue && notChecked == before.notChecked && unsure == before.unsure
      && askedWhich == before.askedWhich && askedOthers == before.askedOthers
      && askedFlags == before.askedFlags && simpler == before.simpler && region == before.region
      && wantsEnd == before.wantsEnd && held == before.held
  }

  func hasOpenFlag(_ pack: CompiledPack) -> Bool {
    !held.isEmpty || flags.contains { $0.state == .suspected }
  }
}

/// Where a conversation stands, for programs.
package enum Phase: String, Sendable, Hashable {
  case asking, escalated, concluded, ended
}

/// The country whose numbers are printed, and how it became known.
package enum RegionChoice: Sendable, Hashable {
  case unknown
  /// From the command line, the pack or the user's words: numbers stand bare.
  case sure(String)
  /// From the locale: named together with the others.
  case locale(String)

  /// Two letters of ISO 3166, such as GB; nil: not known.
  package var id: String? {
    switch self {
    case .unknown: nil
    case .sure(let id), .locale(let id): id
    }
  }
}
