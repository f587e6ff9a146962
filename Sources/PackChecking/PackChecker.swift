package import IntentPacks

/// Checks what an author wrote.
package struct PackChecker: Sendable {
  package init() {}
}
