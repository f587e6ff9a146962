import Dispatch
import LanguageProcessing

/// Leaves it to another thread to take something apart, which can take as long as making it did.
///
/// What is given has to be held by nobody else: whoever holds it last takes it apart.
package func discard<Value: Sendable>(_ value: consuming Value) {
  // The box is emptied there, so that it does not matter who lets go of the box first.
  let box = Locked<Value?>(value)
  DispatchQueue.global().async { box.withLock { $0 = nil } }
}
