/// One question that covers several findings.
package struct Screen: Sendable {
  package var id: String
  package var place: SourcePlace
  package var ask: Placed<String>
  package var items: [Placed<String>]
  package var why: Placed<String>?

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
