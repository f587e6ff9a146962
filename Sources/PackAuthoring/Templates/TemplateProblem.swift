package import IntentPacks

/// Why nothing new was written; the words for it are the command's.
package enum TemplateProblem: Error {
  /// The name can be no id; a name near it that can.
  case badName(String, better: String?)
  /// The pack has one of these already.
  case exists(kind: String, id: String, place: SourcePlace)
  /// No state of the pack concludes, so it would never name a cause.
  case noConclusion
}
