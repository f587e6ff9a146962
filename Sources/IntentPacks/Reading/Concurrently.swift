import Dispatch
import LanguageProcessing

/// Two results, worked out at the same time where there are processors for it.
///
/// The second gets a thread of its own: a parallel loop within a parallel loop would be run one after the other.
package func concurrently<First: Sendable, Second: Sendable>(
  _ first: @Sendable () -> First, and second: @Sendable () -> Second
) -> (First, Second) {
  withoutActuallyEscaping(second) { second in
    let other = Awaited { Held(second()) }
    return (first(), other.value.value)
  }
}

/// A result by reference.
private final class Held<Value: Sendable>: Sendable {
  let value: Value

  init(_ value: Value) { self.value = value }
}

extension Array where Element: Sendable {
  /// The results for all elements in their order, worked out on two threads, which take turns at what is left.
  package func mappedConcurrently<Result: Sendable>(
    _ transform: @Sendable (Element) -> Result
  ) -> [Result] {
    guard count > 1 else { return map(transform) }
    let results = Locked<[Int: Result]>([:])
    let next = Locked(0)
    DispatchQueue.concurrentPerform(iterations: 2) { _ in
      while true {
        let number = next.withLock { value in
          defer { value += 1 }
          return value
        }
        guard number < count else { return }
        let result = transform(self[number])
        results.withLock { $0[number] = result }
      }
    }
    let all = results.withLock { $0 }
    return indices.compactMap { all[$0] }
  }
}
