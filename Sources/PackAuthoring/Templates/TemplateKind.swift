/// What `new` can write.
package enum TemplateKind: String, Sendable, CaseIterable {
  case finding, screen, cause
  case redFlag = "red-flag"
  case intent, state, conversation, pack
}
