/// Whom to call in one country.
package struct Region: Sendable {
  /// ISO 3166 code in capitals, or `unknown`.
  package var id: String
  package var place: SourcePlace
  package var name = ""
  /// The emergency number as printed; empty for the unknown region.
  package var emergency = ""
  /// Placeholders this region fills: `call_now`, `urgent_care`, `emergency_department`, `doctor`, `crisis_line`, …
  package var words: [String: String] = [:]

  package init(id: String, place: SourcePlace) {
    self.id = id
    self.place = place
  }
}
