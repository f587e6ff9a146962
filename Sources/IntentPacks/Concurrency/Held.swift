/// A value by reference: whoever holds it last takes it apart.
package final class Held<Value: Sendable>: Sendable {
  package let value: Value

  package init(_ value: consuming Value) { self.value = value }
}
