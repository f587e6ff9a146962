package import DialogEngine
import Dispatch
import IntentMatching
import IntentPacks
import LanguageProcessing
import Synchronization

/// Changes a pack in one place at a time and looks whether any script or example line notices.
package struct MutationRun: Sendable {
  package struct Outcome: Sendable {
    package var mutant: Mutant
    /// What noticed it: a script or an example line; nil when nothing did.
    package var killer: String?
  }

  private let pack: CompiledPack
  private let scripts: [Script]
  /// By script: the ids it touched.
  private let touched: [Set<String>]
  private let examples: ExampleLines

  /// - Parameter results: a run of the suite on the pack as it is, plays kept; only scripts that passed take part.
  package init(pack: CompiledPack, results: [ScriptResult]) {
    self.pack = pack
    let passed = results.filter { if case .passed = $0.verdict { true } else { false } }
    scripts = passed.map(\.script)
    let coverage = Coverage(of: pack)
    touched = passed.map { result in
      var ids: Set<String> = []
      for play in result.plays {
        for item in coverage.touched(by: play) { ids.insert(coverage.map.items[item].id) }
        for turn in play.turns {
          for fact in turn.turn.trace.learnt { ids.insert(pack.pack.findings[fact.finding].id) }
        }
      }
      return ids
    }
    examples = ExampleLines(pack)
  }

  /// All mutants, or a sample of so many that depends on the seed alone.
  package func mutants(sample: Int?, seed: UInt64) -> [Mutant] {
    let all = MutantMaker(pack.pack).mutants
    guard let sample, sample < all.count else { return all }
    var random = SeededRandom(seed: seed)
    var numbers = Array(all.indices)
    for place in 0..<sample {
      numbers.swapAt(place, place + random.below(numbers.count - place))
    }
    return numbers.prefix(sample).sorted().map { all[$0] }
  }

  package func run(
    _ mutants: [Mutant], jobs: Int, progress: (@Sendable (Int) -> Void)? = nil
  ) -> [Outcome] {
    let results = Mutex<[Int: Outcome]>([:])
    let next = Mutex(0)
    DispatchQueue.concurrentPerform(iterations: max(1, min(jobs, 64))) { _ in
      while true {
        let number = next.withLock { value in
          defer { value += 1 }
          return value
        }
        guard number < mutants.count else { return }
        let outcome = Outcome(mutant: mutants[number], killer: killer(of: mutants[number]))
        let done = results.withLock {
          $0[number] = outcome
          return $0.count
        }
        progress?(done)
      }
    }
    let all = results.withLock { $0 }
    return mutants.indices.compactMap { all[$0] }
  }

  private func killer(of mutant: Mutant) -> String? {
    let changed = mutant.pack(from: pack.pack)
    let compiled: CompiledPack
    if mutant.needsMatcher {
      var diagnostics: [Diagnostic] = []
      compiled = CompiledPack(changed, diagnostics: &diagnostics)
    } else {
      compiled = CompiledPack(changed, matcher: pack.matcher)
    }
    if let line = examples.firstChange(in: compiled, for: mutant) { return line }
    let runner = ScriptRunner(pack: compiled)
    for (number, script) in scripts.enumerated()
    where mutant.touches.isEmpty || !touched[number].isDisjoint(with: mutant.touches) {
      if runner.run(script).hasFailed { return script.name }
    }
    return nil
  }
}

/// The example lines of a pack and what each is taken for, so that a change is noticed.
struct ExampleLines: Sendable {
  private struct Line: Sendable {
    var text: String
    var place: SourcePlace
    var owner: String
    var isFlag: Bool
    /// Whether it is understood as its owner.
    var holds: Bool
  }

  private var lines: [Line] = []

  init(_ pack: CompiledPack) {
    func add(_ placed: [PlacedLine], _ owner: String, isFlag: Bool) {
      for line in placed {
        var example = Line(
          text: line.value, place: line.place, owner: owner, isFlag: isFlag, holds: false)
        example.holds = Self.isOwners(example, in: pack)
        lines.append(example)
      }
    }
    for finding in pack.pack.findings {
      add(finding.examples + finding.not, finding.id, isFlag: false)
    }
    for intent in pack.pack.intents { add(intent.examples + intent.not, intent.id, isFlag: false) }
    for flag in pack.pack.redFlags { add(flag.examples + flag.not, flag.id, isFlag: true) }
  }

  /// The first line that is now taken otherwise. Lines of the mutant's own ids are looked at, of all for a cue.
  func firstChange(in pack: CompiledPack, for mutant: Mutant) -> String? {
    guard mutant.kind != .weight, mutant.kind != .transition else { return nil }
    for line in lines
    where mutant.touches.isEmpty ? mutant.kind == .cue : mutant.touches.contains(line.owner) {
      if Self.isOwners(line, in: pack) != line.holds { return "\(line.place): \(line.text)" }
    }
    return nil
  }

  private static func isOwners(_ line: Line, in pack: CompiledPack) -> Bool {
    if line.isFlag {
      let turn = Conversation(on: Script.usualDate, region: .unknown, with: pack)
        .hearing(line.text, on: Script.usualDate, with: pack)
      return turn.conversation.flags.contains { $0.id == line.owner }
    }
    let understanding = pack.matcher.understand(line.text, on: Script.usualDate)
    return understanding.mentions.contains { mention in
      switch mention.target {
      case .finding(let id): id == line.owner && mention.assertion.status == .affirmed
      case .intent(let id): id == line.owner
      case .redFlag, .cause: false
      }
    } || understanding.intents.first?.intent == line.owner
  }
}
