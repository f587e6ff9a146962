package import IntentPacks

/// A conversation so far.
package struct Conversation: Sendable {
  package init() {}
}
