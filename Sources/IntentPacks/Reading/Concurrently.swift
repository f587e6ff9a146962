import Dispatch
import Synchronization

/// Two results, worked out at the same time where there are processors for it.
package func concurrently<First: Sendable, Second: Sendable>(
  _ first: @Sendable () -> First, and second: @Sendable () -> Second
) -> (First, Second) {
  let one = Mutex<First?>(nil)
  let other = Mutex<Second?>(nil)
  DispatchQueue.concurrentPerform(iterations: 2) { number in
    if number == 0 {
      let result = first()
      one.withLock { $0 = result }
    } else {
      let result = second()
      other.withLock { $0 = result }
    }
  }
  guard let one = one.withLock({ $0 }), let other = other.withLock({ $0 }) else {
    return (first(), second())
  }
  return (one, other)
}

extension Array where Element: Sendable {
  /// The results for all elements in their order, worked out on two threads, which take turns at what is left.
  package func mappedConcurrently<Result: Sendable>(
    _ transform: @Sendable (Element) -> Result
  ) -> [Result] {
    guard count > 1 else { return map(transform) }
    let results = Mutex<[Int: Result]>([:])
    let next = Mutex(0)
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
