package import IntentPacks

/// The names in braces that are filled in when a sentence of the pack is said.
package enum Placeholders {
  /// Filled from what was said, in a wording: each wording gets its own few of them.
  package static let inWordings: Set<String> = [
    "advice", "against", "before", "count", "date", "days", "differing", "facts", "file", "for",
    "heard", "items", "level", "line", "name", "names", "nearest", "now", "number", "question",
    "read", "reason", "said", "side", "tell", "tests", "typed", "value", "worse",
  ]

  /// Filled in what a flag tells of the user, and in what is said back of a finding.
  package static let inFlags: Set<String> = ["said"]
  /// Those that texts of a finding may use.
  package static let inFindings: Set<String> = ["side", "value"]

  /// Filled everywhere from the region, or by a wording of that name.
  package static func everywhere(in pack: Pack) -> Set<String> {
    var names: Set<String> = ["region", "emergency_number", "call_now", "call_if", "call_if_start"]
    for region in pack.regions { names.formUnion(region.words.keys) }
    names.formUnion(pack.wordings.keys)
    return names
  }

  /// The names in braces in a text, in order.
  package static func names(in text: String) -> [String] {
    var names: [String] = []
    var rest = text[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      names.append(String(rest[rest.index(after: open)..<close]))
      rest = rest[rest.index(after: close)...]
    }
    return names
  }
}
