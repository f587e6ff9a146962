import Dispatch
import Synchronization

/// A result that is worked out on a thread of its own, and waited for when it is asked for.
package final class Awaited<Value: AnyObject & Sendable>: Sendable {
  private let found = AtomicLazyReference<Value>()
  private let working = DispatchGroup()
  private let isBegun: Atomic<Bool>
  private let work: @Sendable () -> Value

  /// - Parameters:
  ///   - isBegun: whether the work begins now; else `begin` has to be called for it to be done by another thread.
  ///   - work: gives the result; called once.
  package init(isBegun: Bool = true, _ work: @escaping @Sendable () -> Value) {
    self.work = work
    self.isBegun = Atomic(false)
    if isBegun { begin() }
  }

  /// A result that is there already.
  package init(known value: Value) {
    work = { value }
    isBegun = Atomic(true)
    _ = found.storeIfNil(value)
  }

  /// Begins the work, unless it has begun.
  package func begin() {
    guard !isBegun.exchange(true, ordering: .acquiringAndReleasing) else { return }
    // A queue of its own is given a thread of its own, also while others wait.
    DispatchQueue(label: "heavylegs.awaited").async(group: working) { [self] in
      _ = found.storeIfNil(work())
    }
  }

  package var value: Value {
    if let value = found.load() { return value }
    begin()
    working.wait()
    return found.load() ?? found.storeIfNil(work())
  }
}
