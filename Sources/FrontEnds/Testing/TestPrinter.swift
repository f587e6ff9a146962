import ConversationTesting

/// Puts what a run came to on standard output: for people, as TAP, or as one JSON object.
struct TestPrinter {
  enum Shape { case text, tap, json }

  let shape: Shape
  let isVerbose: Bool
  private var report: TestReport?
  private var sections: [(name: String, json: String)] = []

  init(_ shape: Shape, isVerbose: Bool) {
    self.shape = shape
    self.isVerbose = isVerbose
  }

  mutating func add(_ report: TestReport) throws {
    switch shape {
    case .text: try write(report.text(verbose: isVerbose))
    case .tap: try write(report.tap)
    case .json: self.report = report
    }
  }

  /// Something besides the results: lines for people (comments in TAP), a member of the object in JSON.
  mutating func add(_ name: String, text: String, json: @autoclosure () -> String) throws {
    switch shape {
    case .text: try write(text)
    case .tap: try write(text.split(separator: "\n").map { "# \($0)\n" }.joined())
    case .json: sections.append((name, json()))
    }
  }

  /// Writes what had to wait until all is known.
  func finish() throws {
    if let report { try write(report.json(with: sections)) }
  }

  private func write(_ text: String) throws {
    try Output.standard.write(Visible.text(text, lines: true))
  }
}
