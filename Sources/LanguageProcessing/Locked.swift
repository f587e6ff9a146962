import Glibc

/// A value that one thread at a time may touch.
///
/// Made of the system's own mutex: `Synchronization.Mutex` is not seen by the thread sanitizer, which would then take
/// every value behind one for unguarded. Unchecked, because the compiler does not know that nothing reaches the value
/// but under the lock.
package final class Locked<Value>: @unchecked Sendable {
  private let lock: UnsafeMutablePointer<pthread_mutex_t>
  private var value: Value

  package init(_ value: sending Value) {
    self.value = value
    lock = .allocate(capacity: 1)
    lock.initialize(to: pthread_mutex_t())
    pthread_mutex_init(lock, nil)
  }

  deinit {
    pthread_mutex_destroy(lock)
    lock.deallocate()
  }

  /// Lets `body` look at the value and change it; other threads wait meanwhile. Not to be called within itself.
  package func withLock<Result>(_ body: (inout Value) throws -> Result) rethrows -> Result {
    pthread_mutex_lock(lock)
    defer { pthread_mutex_unlock(lock) }
    return try body(&value)
  }
}
