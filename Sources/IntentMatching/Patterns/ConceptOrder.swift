import IntentPacks

/// Concepts in an order in which each comes after those its wordings name.
struct ConceptOrder: Sendable {
  /// What is wrong with the wordings, circles aside.
  let diagnostics: [Diagnostic]
  /// The parsed wordings of each concept; those that would close a circle are taken out.
  private(set) var wordings: [[Pattern]]
  let names: [String]
  private var references: [[Reference]]

  private struct Reference: Sendable {
    var wording: Int
    var concept: Int
    var at: Int
  }

  init(_ concepts: [Concept]) {
    names = concepts.map(\.id)
    var diagnostics: [Diagnostic] = []
    wordings = concepts.map { concept in
      concept.wordings.compactMap { PatternParser.wording($0, diagnostics: &diagnostics) }
    }
    self.diagnostics = diagnostics
    var numbers: [String: Int] = [:]
    for (at, name) in names.enumerated() { numbers[name] = at }
    references = wordings.map { lines in
      lines.enumerated().flatMap { line, pattern in
        Self.concepts(in: pattern.items).compactMap { name, at in
          numbers[name].map { Reference(wording: line, concept: $0, at: at) }
        }
      }
    }
  }

  /// The order; concepts defined by themselves lose the wording that does it, with a diagnostic.
  mutating func sorted(_ diagnostics: inout [Diagnostic]) -> [Int] {
    var order: [Int] = []
    order.reserveCapacity(names.count)
    var isDone = [Bool](repeating: false, count: names.count)
    while true {
      advance(&order, &isDone)
      guard let stuck = isDone.firstIndex(of: false) else { return order }
      breakCircle(from: stuck, isDone, &diagnostics)
    }
  }

  /// Takes all concepts whose references are done, until none is left that could be taken.
  private func advance(_ order: inout [Int], _ isDone: inout [Bool]) {
    var waiting = references.map { list in list.count { !isDone[$0.concept] } }
    var users = [[Int]](repeating: [], count: names.count)
    for at in names.indices where !isDone[at] {
      for reference in references[at] where !isDone[reference.concept] {
        users[reference.concept].append(at)
      }
    }
    var ready = names.indices.filter { !isDone[$0] && waiting[$0] == 0 }
    var next = 0
    while next < ready.count {
      let at = ready[next]
      next += 1
      isDone[at] = true
      order.append(at)
      for user in users[at] {
        waiting[user] -= 1
        if waiting[user] == 0 { ready.append(user) }
      }
    }
  }

  private mutating func breakCircle(
    from start: Int, _ isDone: [Bool], _ diagnostics: inout [Diagnostic]
  ) {
    var path: [Int] = []
    var at = start
    var seen = Set<Int>()
    var closing: Reference?
    while seen.insert(at).inserted {
      path.append(at)
      guard let reference = references[at].first(where: { !isDone[$0.concept] }) else { return }
      closing = reference
      at = reference.concept
    }
    guard let closing, let owner = path.last, let first = path.firstIndex(of: at) else { return }
    let pattern = wordings[owner][closing.wording]
    let circle = (path[first...] + [at]).map { names[$0] }
    diagnostics.append(
      PatternProblem.conceptCycle(circle).diagnostic(
        at: pattern.place(ofByte: closing.at), length: names[at].count + 1))
    wordings[owner].remove(at: closing.wording)
    references[owner].removeAll { $0.wording == closing.wording }
    for index in references[owner].indices where references[owner][index].wording > closing.wording
    {
      references[owner][index].wording -= 1
    }
  }

  private static func concepts(in nodes: [PatternNode]) -> [(name: String, at: Int)] {
    nodes.flatMap { node -> [(name: String, at: Int)] in
      switch node {
      case .concept(let name, let at): [(name, at)]
      case .anyOf(let some, _), .optional(let some, _): some.flatMap { concepts(in: $0) }
      case .phrase(let inner, _): concepts(in: inner)
      case .excluded(let inner, _): concepts(in: [inner])
      case .word, .capture, .gap: []
      }
    }
  }
}
