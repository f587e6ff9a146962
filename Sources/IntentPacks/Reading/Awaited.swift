import Dispatch
import Synchronization

/// A result that is worked out on a thread of its own, and waited for when it is asked for.
package final class Awaited<Value: AnyObject & Sendable>: Sendable {
  private let found = AtomicLazyReference<Value>()
  /// The same by address, for those who ask several times a turn.
  private let address = Atomic<UInt>(0)
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
    keep(value)
  }

  /// Begins the work, unless it has begun.
  package func begin() {
    guard !isBegun.exchange(true, ordering: .acquiringAndReleasing) else { return }
    // A queue of its own is given a thread of its own, also while others wait.
    DispatchQueue(label: "heavylegs.awaited").async(group: working) { [self] in
      keep(work())
    }
  }

  private func keep(_ value: Value) {
    let kept = found.storeIfNil(value)
    address.store(
      UInt(bitPattern: Unmanaged.passUnretained(kept).toOpaque()), ordering: .releasing)
  }

  package var value: Value {
    // What `found` holds it holds as long as this lives.
    if let known = UnsafeRawPointer(bitPattern: address.load(ordering: .acquiring)) {
      return Unmanaged<Value>.fromOpaque(known).takeUnretainedValue()
    }
    begin()
    working.wait()
    return found.load() ?? found.storeIfNil(work())
  }
}
