import DialogEngine
import IntentMatching
import IntentPacks
import LanguageProcessing

/// All scripts and example lines of a run, and what each of them exercised: a mutant is shown only to those it can
/// matter to, short ones first.
struct Witnesses: Sendable {
  private var all: [Witness] = []
  private var byID: [String: [Int]] = [:]
  private var byPattern: [SourcePlace: [Int]] = [:]
  private var byWord: [String: [Int]] = [:]
  /// By id: those that demand something of it.
  private var naming: [String: Set<Int>] = [:]

  /// - Parameter results: scripts that passed, plays kept.
  init(_ results: [ScriptResult], _ pack: CompiledPack) {
    for line in ExampleLine.all(of: pack) {
      var seen = Exercised()
      if line.isOfFlag {
        let turn = line.turn(in: pack)
        seen.add(turn, in: pack)
        seen.ids.formUnion(turn.conversation.flags.map(\.id))
      } else {
        seen.add(pack.matcher.understand(line.text, on: Script.usualDate))
      }
      add(.line(line), seen)
    }
    let coverage = Coverage(of: pack)
    for result in results.sorted(by: { $0.turns < $1.turns }) {
      var seen = Exercised()
      for play in result.plays + result.probes {
        for item in coverage.touched(by: play) { seen.ids.insert(coverage.map.items[item].id) }
        for turn in play.turns { seen.add(turn.turn, in: pack) }
      }
      add(.script(result.script), seen)
    }
  }

  private mutating func add(_ witness: Witness, _ seen: Exercised) {
    let number = all.count
    all.append(witness)
    for id in seen.ids { byID[id, default: []].append(number) }
    for place in seen.patterns { byPattern[place, default: []].append(number) }
    for word in seen.words { byWord[word, default: []].append(number) }
    for id in witness.named { naming[id, default: []].insert(number) }
  }

  /// The name of the first that notices the changed pack; those that name what is changed are tried first.
  func first(toNotice pack: CompiledPack, of mutant: Mutant) -> String? {
    let runner = ScriptRunner(pack: pack)
    let near = mutant.about.reduce(into: Set<Int>()) { $0.formUnion(naming[$1] ?? []) }
    let numbers = numbers(within: mutant.reach)
    let ordered = numbers.filter(near.contains) + numbers.filter { !near.contains($0) }
    return ordered.lazy.map { all[$0] }.first { $0.notices(pack, runner) }?.name
  }

  /// How many a change is shown to at the most.
  func count(within reach: Mutant.Reach) -> Int { numbers(within: reach).count }

  private func numbers(within reach: Mutant.Reach) -> [Int] {
    switch reach {
    case .everything: Array(all.indices)
    case .pattern(let place): byPattern[place] ?? []
    case .ids(let sets):
      common(sets.map { set in Set(set.flatMap { byID[$0] ?? [] }) })
    case .words(let phrases):
      Set(phrases.flatMap { phrase in common(phrase.map { Set(byWord[$0] ?? []) }) }).sorted()
    }
  }

  private func common(_ sets: [Set<Int>]) -> [Int] {
    guard let first = sets.first else { return [] }
    return sets.dropFirst().reduce(first) { $0.intersection($1) }.sorted()
  }
}

/// What a script or a line exercised.
private struct Exercised {
  var ids: Set<String> = []
  var patterns: Set<SourcePlace> = []
  var words: Set<String> = []

  mutating func add(_ turn: Turn, in pack: CompiledPack) {
    for fact in turn.trace.learnt { ids.insert(pack.pack.findings[fact.finding].id) }
    if let understanding = turn.trace.understanding { add(understanding) }
  }

  mutating func add(_ understanding: Understanding) {
    for mention in understanding.mentions { patterns.insert(mention.place) }
    for token in understanding.utterance.tokens { words.insert(token.text) }
  }
}
