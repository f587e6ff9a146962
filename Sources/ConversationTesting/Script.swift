package import DialogEngine

/// A conversation written down as a test.
package struct Script: Sendable {
  package init() {}
}
