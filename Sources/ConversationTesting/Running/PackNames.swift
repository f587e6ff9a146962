import DialogEngine
import IntentPacks

/// Ids of a pack as the numbers the engine counts by.
struct PackNames: Sendable {
  let findings: [String: Int]

  init(_ pack: Pack) {
    findings = Dictionary(
      pack.findings.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { a, _ in a })
  }
}
