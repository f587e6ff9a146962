import IntentPacks
import LanguageProcessing

/// All patterns of a pack, in the order of their definitions, and what each speaks for.
struct PackPatterns: Sendable {
  /// A line of patterns.
  struct Line: Sendable {
    var line: PlacedLine
    /// In `targets`.
    var target: Int32
    var role: PatternSource.Role
  }

  /// A line read; without a pattern when it is wrong.
  struct Parsed: Sendable {
    var pattern: Pattern?
    var diagnostics: [Diagnostic] = []
  }

  private(set) var targets: ContiguousArray<PatternTarget> = []
  private(set) var lines: [Line] = []
  /// The first lines read ahead, while others work on the language.
  private var ahead: [Parsed] = []

  /// Reading ahead saves time and costs memory: enough for a pack written by hand.
  private static let mostAhead = 8_192

  init(pack: Pack) {
    let signs = Self.signs(pack)
    for finding in pack.findings { add(finding, isSign: signs.contains(finding.id)) }
    for intent in pack.intents { add(intent.patterns, for: .intent(intent.id)) }
    for flag in pack.redFlags { add(flag.called, for: .redFlag(flag.id)) }
    for cause in pack.causes { add(cause.called, for: .cause(cause.id)) }
  }

  /// Reads the lines ahead.
  mutating func parse() { ahead = lines.prefix(Self.mostAhead).map(Self.parse) }

  /// A line, read ahead or now.
  func parsed(_ at: Int) -> Parsed { at < ahead.count ? ahead[at] : Self.parse(lines[at]) }

  private static func parse(_ line: Line) -> Parsed {
    var parsed = Parsed()
    parsed.pattern = PatternParser.pattern(line.line, diagnostics: &parsed.diagnostics)
    return parsed
  }

  private mutating func add(_ lines: [PlacedLine], for target: Mention.Target) {
    add(lines, PatternTarget(target: target, value: "yes"))
  }

  private mutating func add(
    _ some: [PlacedLine], _ target: PatternTarget, as role: PatternSource.Role = .assertion,
    denied: [PlacedLine] = []
  ) {
    guard !some.isEmpty || !denied.isEmpty else { return }
    let number = Int32(truncatingIfNeeded: targets.count)
    targets.append(target)
    for line in some { lines.append(Line(line: line, target: number, role: role)) }
    for line in denied { lines.append(Line(line: line, target: number, role: .denial)) }
  }

  private mutating func add(_ finding: Finding, isSign: Bool) {
    let target = Mention.Target.finding(finding.id)
    add(
      finding.patterns, PatternTarget(target: target, value: "yes", isSign: isSign),
      denied: finding.denied)
    for option in finding.options {
      add(option.patterns, PatternTarget(target: target, value: option.id, isSign: isSign))
    }
    add(
      finding.captures,
      PatternTarget(
        target: target, value: "yes", unit: finding.unit, isDuration: finding.kind == .duration),
      as: .capture)
  }

  /// The findings that red flags rest on, background left out, derived ones with what they are derived from.
  private static func signs(_ pack: Pack) -> Set<String> {
    let places = Dictionary(
      pack.findings.indices.lazy.map { (pack.findings[$0].id, $0) },
      uniquingKeysWith: { first, _ in first })
    var signs = Set<String>()
    var open = pack.redFlags.flatMap { $0.raise.values.joined().flatMap(\.value.findings) }
    while let id = open.popLast() {
      guard signs.insert(id).inserted, let at = places[id] else { continue }
      open += pack.findings[at].means.flatMap(\.value.findings)
    }
    return signs.filter { places[$0].map { pack.findings[$0].background } == false }
  }
}
