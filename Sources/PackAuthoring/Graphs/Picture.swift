/// A picture of a part of a pack: boxes and arrows, before they are written in some language for pictures.
package struct Picture: Sendable, Hashable {
  /// What a box stands for; each kind has its own form and colour.
  package enum Kind: String, Sendable, CaseIterable {
    case start, state, screen, finding, rule, cause, level, list
  }

  /// A node with its words.
  package struct Box: Sendable, Hashable {
    package var id: String
    package var kind: Kind
    /// The lines inside.
    package var lines: [String]
  }

  /// A line between two boxes.
  package struct Arrow: Sendable, Hashable {
    package var from: String
    package var to: String
    /// What stands beside it; empty: nothing.
    package var label = ""
    /// What speaks against something, and ways that are not always open.
    package var isDashed = false
  }

  package var title: String
  /// Whether it is read from left to right; else from the top down.
  package var isWide = false
  package private(set) var boxes: [Box] = []
  package private(set) var arrows: [Arrow] = []
  private var known: Set<String> = []

  package init(title: String, isWide: Bool = false) {
    self.title = title
    self.isWide = isWide
  }

  /// Adds a box; one of the same id stays as it is.
  mutating func box(_ id: String, _ kind: Kind, _ lines: String...) {
    box(id, kind, lines: lines)
  }

  mutating func box(_ id: String, _ kind: Kind, lines: [String]) {
    guard known.insert(id).inserted else { return }
    boxes.append(Box(id: id, kind: kind, lines: lines.filter { !$0.isEmpty }))
  }

  mutating func arrow(
    _ from: String, _ to: String, _ label: String = "", isDashed: Bool = false
  ) {
    if let same = arrows.firstIndex(where: {
      $0.from == from && $0.to == to && $0.isDashed == isDashed
    }) {
      if !label.isEmpty, arrows[same].label != label {
        arrows[same].label += arrows[same].label.isEmpty ? label : "\n" + label
      }
      return
    }
    arrows.append(Arrow(from: from, to: to, label: label, isDashed: isDashed))
  }
}
