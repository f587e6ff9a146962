package import DialogEngine
import Dispatch
import IntentMatching
import IntentPacks
import LanguageProcessing

/// Changes a pack in one place at a time and looks whether any script or example line notices.
package struct MutationRun: Sendable {
  /// A mutant and whether any script or example noticed it.
  package struct Outcome: Sendable {
    /// What was changed.
    package var mutant: Mutant
    /// What noticed it: a script or an example line; nil when nothing did.
    package var killer: String?
  }

  private let pack: CompiledPack
  private let witnesses: Witnesses
  private let maker: MutantMaker

  /// Changes of rules that other lines make good, so that they are no mutants.
  package var equal: Int { maker.equal }

  /// - Parameter results: a run of the suite on the pack as it is, plays kept; only scripts that passed take part.
  package init(pack: CompiledPack, results: [ScriptResult]) {
    self.pack = pack
    maker = MutantMaker(pack.pack, lexicon: pack.matcher.lexicon)
    witnesses = Witnesses(
      results.filter { if case .passed = $0.verdict { true } else { false } }, pack)
  }

  /// All mutants, or a sample of so many that depends on the seed alone.
  ///
  /// - Parameters:
  ///   - sample: How many; nil: all.
  ///   - seed: Chooses the sample.
  ///   - kinds: Only mutants of these kinds; empty: of all.
  package func mutants(sample: Int?, seed: UInt64, kinds: Set<Mutant.Kind> = []) -> [Mutant] {
    let all = maker.mutants.filter { kinds.isEmpty || kinds.contains($0.kind) }
    guard let sample, sample < all.count else { return all }
    var random = SeededRandom(seed: seed)
    var numbers = Array(all.indices)
    for place in 0..<sample {
      numbers.swapAt(place, place + random.below(numbers.count - place))
    }
    return numbers.prefix(sample).sorted().map { all[$0] }
  }

  /// Tries mutants, several at once; the result does not depend on how many.
  package func run(
    _ mutants: [Mutant], jobs: Int, progress: (@Sendable (Int) -> Void)? = nil
  ) -> [Outcome] {
    let results = Locked<[Int: Outcome]>([:])
    let next = Locked(0)
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
    guard witnesses.count(within: mutant.reach) > 0 else { return nil }
    return witnesses.first(toNotice: mutant.pack(from: pack), of: mutant)
  }
}

extension Mutant {
  /// The pack with the change made; patterns are compiled anew for none of them.
  func pack(from pack: CompiledPack) -> CompiledPack {
    var changed = pack.pack
    switch change {
    case .definitions(let change):
      change(&changed)
      return CompiledPack(changed, matcher: pack.matcher)
    case .deafness(let place):
      return CompiledPack(changed, matcher: pack.matcher.deaf(to: place))
    case .language(let change):
      change(&changed.language)
      return CompiledPack(changed, matcher: pack.matcher.reading(changed.language, of: changed))
    }
  }
}
