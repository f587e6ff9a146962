/// What the assistant says in one turn.
package struct Reply: Sendable, Hashable {
  /// What a paragraph is for; front ends may colour by it, never by it alone.
  package enum Role: Sendable, Hashable {
    case plain, heard, emergency, urgent, question, cause, note
  }

  /// A paragraph, what it is for, and how readily it is left out.
  package struct Paragraph: Sendable, Hashable {
    package var text: String
    /// What it is for: decides its place and colour.
    package var role: Role
    /// Weight of a cause, 0 to 1, drawn as a bar.
    package var weight: Double?

    package init(_ text: String, role: Role = .plain, weight: Double? = nil) {
      self.text = text
      self.role = role
      self.weight = weight
    }
  }

  /// In the order of saying.
  package var paragraphs: [Paragraph] = []
  /// What is asked at its end; nil: nothing.
  package var question: Question?
  /// The numbered choices under the question.
  package var choices: [String] = []

  package init() {}

  /// The paragraphs as plain strings, choices left out.
  package var say: [String] { paragraphs.map(\.text) }

  /// Every line as it stands on a screen without wrapping: paragraphs, then numbered choices.
  package var lines: [String] {
    say + choices.enumerated().map { "\($0.offset + 1). \($0.element)" }
  }

  /// Adds a paragraph at the end; an empty text adds nothing.
  package mutating func add(_ text: String?, _ role: Role = .plain, weight: Double? = nil) {
    guard let text, !text.isEmpty else { return }
    guard text.utf8.contains(UInt8(ascii: "\n")) else {
      // One paragraph, as nearly always: nothing to cut.
      if text.utf8.contains(where: { $0 != UInt8(ascii: " ") }) {
        paragraphs.append(Paragraph(text, role: role, weight: weight))
      }
      return
    }
    for part in text.split(separator: "\n") where !part.allSatisfy({ $0 == " " }) {
      paragraphs.append(Paragraph(String(part), role: role, weight: weight))
    }
  }
}
