/// A list that only grows at its end, and whose copies share what they have in common: a turn keeps the list of the turn
/// before it and adds a few entries, which must not cost a copy of all that was ever said.
package struct GrowingList<Element: Sendable>: Sendable {
  /// Entries that are shared as a whole; a copy for a new entry touches no more than these.
  private static var run: Int { 32 }

  /// Runs of full length, never changed again.
  private var full: [[Element]] = []
  private var last: [Element] = []

  package init() {}

  package init(_ elements: some Sequence<Element>) {
    for element in elements { append(element) }
  }

  /// Adds an entry at the end.
  package mutating func append(_ element: Element) {
    last.append(element)
    guard last.count == Self.run else { return }
    full.append(last)
    last = []
  }

  /// The list with one entry more.
  func appending(_ element: Element) -> GrowingList {
    var longer = self
    longer.append(element)
    return longer
  }

  /// Removes entries, which makes a new list.
  mutating func removeAll(where isGone: (Element) throws -> Bool) rethrows {
    self = GrowingList(try filter { try !isGone($0) })
  }
}

extension GrowingList: RandomAccessCollection {
  package var startIndex: Int { 0 }
  package var endIndex: Int { full.count * Self.run + last.count }

  package subscript(position: Int) -> Element {
    // Lent, not copied: an entry is a dozen words long, and most readers want one of them.
    _read {
      let (run, place) = position.quotientAndRemainder(dividingBy: Self.run)
      if run < full.count { yield full[run][place] } else { yield last[place] }
    }
  }
}
