import DialogEngine
import IntentMatching
import IntentPacks
import LanguageProcessing

/// A script or an example line: what can notice that a pack has changed.
enum Witness: Sendable {
  case line(ExampleLine)
  case script(Script)

  /// Whether it fails on a pack on which it should not.
  func notices(_ pack: CompiledPack, _ runner: ScriptRunner) -> Bool {
    switch self {
    case .line(let line): line.isOwners(in: pack) != line.holds
    case .script(let script): runner.run(script).hasFailed
    }
  }

  /// The ids it demands something of.
  var named: Set<String> {
    switch self {
    case .line(let line): [line.owner]
    case .script(let script): Set(script.expectations.flatMap(\.ids).map(\.id))
    }
  }

  var name: String {
    switch self {
    case .line(let line): "\(line.place): \(line.text)"
    case .script(let script): script.name
    }
  }
}

/// An example line of a pack, and whether it is taken for what it is an example of.
struct ExampleLine: Sendable {
  var text: String
  var place: SourcePlace
  private(set) var owner: String
  private var isFlag: Bool
  /// Whether it is understood as its owner in the pack as it is.
  private(set) var holds = false

  /// Every `examples:` and `not:` line of a pack.
  static func all(of pack: CompiledPack) -> [ExampleLine] {
    func lines(_ placed: [PlacedLine], _ owner: String, isFlag: Bool = false) -> [ExampleLine] {
      placed.map { line in
        var example = ExampleLine(
          text: line.value, place: line.place, owner: owner, isFlag: isFlag)
        example.holds = example.isOwners(in: pack)
        return example
      }
    }
    return pack.pack.findings.flatMap { lines($0.examples + $0.not, $0.id) }
      + pack.pack.intents.flatMap { lines($0.examples + $0.not, $0.id) }
      + pack.pack.redFlags.flatMap { lines($0.examples + $0.not, $0.id, isFlag: true) }
  }

  /// What `check` asks of it: a flag's line raises or suspects it, others are heard as the finding or the intent.
  func isOwners(in pack: CompiledPack) -> Bool {
    if isFlag { return turn(in: pack).conversation.flags.contains { $0.id == owner } }
    let understanding = pack.matcher.understand(text, on: Script.usualDate)
    return understanding.mentions.contains { mention in
      switch mention.target {
      case .finding(let id): id == owner && mention.assertion.status == .affirmed
      case .intent(let id): id == owner
      case .redFlag, .cause: false
      }
    } || understanding.intents.first?.intent == owner
  }

  /// The line as the first utterance of a conversation.
  func turn(in pack: CompiledPack) -> Turn {
    Conversation(on: Script.usualDate, region: .unknown, with: pack)
      .hearing(text, on: Script.usualDate, with: pack)
  }

  /// Whether more than the hearing of the line counts.
  var isOfFlag: Bool { isFlag }
}
