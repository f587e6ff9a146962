/// One question that covers several findings.
package struct Screen: Sendable {
  package var id: String
  package var place: SourcePlace
  package var ask: Placed<String>
  /// Ids of the findings it asks for together.
  package var items: [Placed<String>]
  package var why: Placed<String>?
  /// How grave what it looks for is: when only one screen can still be asked, the gravest is. Higher is graver.
  package var gravity = 0.0

  package init(
    id: String, place: SourcePlace, ask: Placed<String>, items: [Placed<String>],
    why: Placed<String>? = nil
  ) {
    self.id = id
    self.place = place
    self.ask = ask
    self.items = items
    self.why = why
  }
}
