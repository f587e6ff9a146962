/// Checks every condition of a pack against its findings, once all files are read: do they exist, and does what is
/// asked of them fit their kind?
struct ConditionChecker {
  private(set) var diagnostics: [Diagnostic] = []
  private let findings: [Finding]
  /// Places in `findings`: a finding is large, and a table of them would copy each.
  private var places: [String: Int] = [:]
  private var groups: Set<String> = []
  private let files: [String: SourceFile]
  private var context = Context(place: .nowhere, isFlag: false)

  private struct Context {
    var place: SourcePlace
    var isFlag: Bool
  }

  /// Checks the pack; `files` are where its lines stand, to underline the very word.
  init(_ pack: Pack, files: [String: SourceFile]) {
    self.files = files
    findings = pack.findings
    places.reserveCapacity(findings.count)
    for at in findings.indices {
      places[findings[at].id] = at
      if let group = findings[at].group { groups.insert(group) }
    }
    for finding in pack.findings {
      check(finding.means)
      finding.when.map { check([$0]) }
    }
    for flag in pack.redFlags {
      for level in Level.allCases { check(flag.raise[level] ?? [], isFlag: true) }
      flag.unless.map { check([$0], isFlag: true) }
      flag.assessed.map { check([$0], isFlag: true) }
    }
    for rule in pack.raiseByOne { check(rule.when, isFlag: true) }
    for cause in pack.causes { check(cause.soonWhen) }
    check(pack.screens.compactMap(\.once))
    for state in pack.states { check(state.when.map(\.condition)) }
  }

  private mutating func check(_ lines: [ConditionLine], isFlag: Bool = false) {
    for line in lines {
      context = Context(place: line.place, isFlag: isFlag)
      check(line.value)
    }
  }

  private mutating func check(_ condition: Condition) {
    switch condition {
    case .finding(let id):
      guard let kind = kind(of: id) else { return }
      if kind == .number {
        say(
          "condition-type", "\"\(id)\" is a number, which is compared",
          help: "write it like \(id) >= 3")
      } else if kind == .text {
        say("condition-type", "\"\(id)\" is free text, which no rule can read")
      }
    case .oneOf(let id, let attribute, let values): check(id, attribute, values)
    case .compare(let id, let comparison, _):
      guard let kind = kind(of: id) else { return }
      if kind != .number && kind != .duration {
        say(
          "condition-type",
          "\"\(id)\" is no number, and \(comparison.rawValue) compares numbers",
          help: "give it kind: number, or name an option")
      }
    case .within(let id, _):
      _ = kind(of: id)
    case .lasting(let id, _):
      guard let kind = kind(of: id) else { return }
      if kind == .number || kind == .text {
        say("condition-type", "\"\(id)\" is no state that lasts", help: "write it like \(id) >= 3")
      }
    case .atLeast(_, let parts), .and(let parts), .or(let parts):
      for part in parts { check(part) }
    case .any(let group):
      if !groups.contains(group) {
        say(
          "unknown-group", "no finding has the group \"\(group)\"", near: group,
          help: NearestName.of(group, among: groups).map { "did you mean \"\($0)\"?" }
            ?? "write group: \(group) in the findings that are meant")
      }
    case .not(let part):
      if context.isFlag {
        say(
          "not-in-flag", "\"not\" stands in a red flag, where not knowing must never clear it",
          help: "name the exception in unless:, which holds only when affirmed")
      }
      check(part)
    }
  }

  private mutating func check(_ id: String, _ attribute: String?, _ values: [String]) {
    guard let kind = kind(of: id), let at = places[id] else { return }
    let allowed: [String]
    if let attribute {
      allowed = ConditionParser.attributes[attribute] ?? []
    } else if kind == .choice {
      allowed = findings[at].options.map(\.id)
    } else if kind == .yesNo {
      allowed = ["yes", "no"]
    } else {
      say(
        "condition-type", "\"\(id)\" has no options", help: "compare it with a number: \(id) >= 3")
      return
    }
    for value in values where !allowed.contains(value) {
      say(
        "unknown-option", "\"\(id)\" has no option \"\(value)\"", near: value,
        help: NearestName.of(value, among: allowed).map { "did you mean \"\($0)\"?" }
          ?? "it has: \(allowed.joined(separator: ", "))")
    }
  }

  /// The kind of a finding; nil when there is none of this name, which is reported.
  private mutating func kind(of id: String) -> Finding.Kind? {
    if let at = places[id] { return findings[at].kind }
    let nearest = NearestName.of(id, among: places.keys).flatMap { places[$0] }
    say(
      "unknown-finding", "no finding is called \"\(id)\"", near: id,
      help: nearest.map { "did you mean \"\(findings[$0].id)\"? (\(findings[$0].place))" })
    return nil
  }

  /// Reports at the word of the condition's line, or at the line's start.
  private mutating func say(
    _ code: String, _ message: String, near word: String? = nil, help: String? = nil
  ) {
    var place = context.place
    if let word, let offset = files[place.file]?.offset(of: word, from: place) {
      place.column += offset
    }
    diagnostics.append(
      Diagnostic(
        code: code, severity: .error, place: place, length: word?.count ?? 1,
        message: message, help: help))
  }
}
