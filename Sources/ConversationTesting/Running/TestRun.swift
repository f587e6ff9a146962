package import DialogEngine
import Dispatch
import IntentPacks
import LanguageProcessing

/// Runs scripts, several at a time, with results in the order of the scripts.
package struct TestRun: Sendable {
  /// How many scripts are played at once; the order of results does not depend on it.
  package var jobs = 1
  /// Nothing is reported behind the first failure.
  package var failsFast = false
  /// Ways a play is kept for: coverage and updating need them, a plain run does not.
  package var keepsPlays = false
  /// Told after each script, with how many are done; not in order.
  package var progress: (@Sendable (Int) -> Void)?

  package init() {}

  package func run(
    _ scripts: [Script], with pack: CompiledPack,
    other: @escaping @Sendable (String) -> Script? = { _ in nil }
  ) -> [ScriptResult] {
    let runner = ScriptRunner(pack: pack, other: other)
    let results = Locked<[Int: ScriptResult]>([:])
    let next = Locked(0)
    let firstFailure = Locked(Int.max)
    let work: @Sendable (Int) -> Void = { _ in
      while true {
        let number = next.withLock { value in
          defer { value += 1 }
          return value
        }
        guard number < scripts.count, number <= firstFailure.withLock({ $0 }) else { return }
        var result = runner.run(scripts[number])
        if !keepsPlays {
          result.plays = []
          result.probes = []
        }
        if failsFast, result.hasFailed { firstFailure.withLock { $0 = min($0, number) } }
        let done = results.withLock {
          $0[number] = result
          return $0.count
        }
        progress?(done)
      }
    }
    let threads = max(1, min(jobs, scripts.count, 64))
    if threads == 1 {
      work(0)
    } else {
      DispatchQueue.concurrentPerform(iterations: threads, execute: work)
    }
    let last = firstFailure.withLock { $0 }
    let all = results.withLock { $0 }
    return scripts.indices.filter { $0 <= last }.compactMap { all[$0] }
  }
}
