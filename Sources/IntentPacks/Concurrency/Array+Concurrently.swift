import Dispatch
import LanguageProcessing

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
