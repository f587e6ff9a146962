import IntentPacks
import LanguageProcessing

/// The pack under examination, with the tables that many rules need.
struct RuleSubject: Sendable {
  let pack: Pack
  let findings: DefinitionTable<Finding>
  let screens: DefinitionTable<Screen>
  let states: DefinitionTable<State>
  let intents: DefinitionTable<Intent>
  let concepts: DefinitionTable<Concept>
  let sources: DefinitionTable<Source>
  let avoids: DefinitionTable<Avoid>
  let flags: DefinitionTable<RedFlag>
  let causes: DefinitionTable<Cause>
  /// Every text said to the user.
  let texts: [SpokenText]
  /// Every line of patterns, with its owner; listed when it is asked for, which no rule does that runs at each start.
  var patterns: [OwnedPattern] { OwnedPattern.all(in: pack) }
  /// The compiled pack; nil while the pack has errors, or when only the quick rules are run.
  let heard: HeardPack?
  /// The pack below as it is by itself, when this one lays changes over its red flags or what they hear by.
  let heardBelow: HeardPack?
  /// What talking to the pack from every state has shown.
  let proof: SafetyProof?
  /// The talk with the most questions.
  let longestTalk: LongestTalk?
  /// Every file that was read, by path.
  let files: [SourceFile]

  init(_ reading: PackReading, hears: Bool) {
    pack = reading.draft
    heard = hears && !reading.hasErrors ? HeardPack(pack) : nil
    heardBelow = heard == nil ? nil : reading.base.first.flatMap(Self.below)
    proof = heard.map { SafetyProof($0) }
    longestTalk = heard.map { LongestTalk($0) }
    files = reading.files.values.sorted { $0.path < $1.path }
    findings = DefinitionTable(pack.findings)
    screens = DefinitionTable(pack.screens)
    states = DefinitionTable(pack.states)
    intents = DefinitionTable(pack.intents)
    concepts = DefinitionTable(pack.concepts)
    sources = DefinitionTable(pack.sources)
    avoids = DefinitionTable(pack.avoids)
    flags = DefinitionTable(pack.redFlags)
    causes = DefinitionTable(pack.causes)
    texts = SpokenText.all(in: pack)
  }

  /// A pack without red flags has none to weaken, and one with errors cannot be talked with.
  private static func below(_ base: PackReading) -> HeardPack? {
    base.hasErrors || base.draft.redFlags.isEmpty ? nil : HeardPack(base.draft)
  }

  /// Notes for every reference to a name that a table does not hold, with the nearest that it does.
  func unknown<Definition: PackDefinition>(
    _ references: [Placed<String>], in table: DefinitionTable<Definition>, _ noun: String
  ) -> [Rule.Note] {
    references.filter { table[$0.value] == nil }.map { reference in
      let nearest = NearestName.of(reference.value, among: table.ids).flatMap { table[$0] }
      return Rule.Note(
        reference.place, "no \(noun) is called \"\(reference.value)\"",
        help: nearest.map { "did you mean \"\($0.id)\"? (\($0.place))" },
        length: reference.value.count)
    }
  }

  /// Notes for every definition nobody refers to.
  func unused<Definition: PackDefinition>(
    _ definitions: [Definition], used: Set<String>, _ noun: String
  ) -> [Rule.Note] {
    definitions.filter { !isBase && !used.contains($0.id) && isOwn($0.place) }.map {
      Rule.Note(
        $0.place, "nothing uses the \(noun) \"\($0.id)\"", help: "refer to it or delete it",
        length: $0.id.count)
    }
  }

  /// Whether the pack is there for others to be laid over it: a language without a subject.
  var isBase: Bool {
    pack.folders.count < 2 && pack.findings.isEmpty && !pack.language.cues.isEmpty
  }

  /// Whether something is defined by the pack itself, and not by the one it extends.
  func isOwn(_ place: SourcePlace) -> Bool {
    guard pack.folders.count > 1, let own = pack.folders.last else { return true }
    return place.file.hasPrefix(own + "/")
  }

  /// The findings that red flags and the rules that lift them rest on, with what derived ones are derived from.
  var signs: Set<String> {
    var signs: Set<String> = []
    var open =
      pack.redFlags.flatMap { $0.raise.values.joined().flatMap(\.value.findings) }
      + pack.raiseByOne.flatMap { $0.when.flatMap(\.value.findings) }
    while let id = open.popLast() {
      guard signs.insert(id).inserted, let finding = findings[id] else { continue }
      open += finding.means.flatMap(\.value.findings)
    }
    return signs
  }

  /// All conditions of the pack.
  var conditions: [ConditionLine] {
    var all: [ConditionLine] = []
    for finding in pack.findings {
      all += finding.means
      if let when = finding.when { all.append(when) }
    }
    for flag in pack.redFlags {
      for level in Level.allCases { all += flag.raise[level] ?? [] }
      if let unless = flag.unless { all.append(unless) }
      if let assessed = flag.assessed { all.append(assessed) }
    }
    for rule in pack.raiseByOne { all += rule.when }
    for cause in pack.causes { all += cause.soonWhen }
    all += pack.screens.compactMap(\.once)
    for state in pack.states { all += state.when.map(\.condition) }
    return all
  }
}

/// A pattern line and whose it is.
struct OwnedPattern: Sendable {
  enum Owner: Hashable, Sendable {
    case finding(String), denial(String), option(String, String), intent(String), flag(String)
    case cause(String), concept(String)

    /// How a message names it.
    var name: String {
      switch self {
      case .finding(let id): "the finding \"\(id)\""
      case .denial(let id): "the denial of \"\(id)\""
      case .option(let id, let option): "the option \"\(option)\" of \"\(id)\""
      case .intent(let id): "the intent \"\(id)\""
      case .flag(let id): "the red flag \"\(id)\""
      case .cause(let id): "the cause \"\(id)\""
      case .concept(let id): "the concept \"\(id)\""
      }
    }

    /// The same without quotes, as `show` lists it.
    var plainName: String {
      switch self {
      case .finding(let id): "finding \(id)"
      case .denial(let id): "finding \(id), denied"
      case .option(let id, let option): "finding \(id), option \(option)"
      case .intent(let id): "intent \(id)"
      case .flag(let id): "red flag \(id), called"
      case .cause(let id): "cause \(id), called"
      case .concept(let id): "concept \(id)"
      }
    }
  }

  var owner: Owner
  var line: PlacedLine

  static func all(in pack: Pack) -> [OwnedPattern] {
    var all: [OwnedPattern] = []
    func add(_ owner: Owner, _ lines: [PlacedLine]) {
      all += lines.map { OwnedPattern(owner: owner, line: $0) }
    }
    for concept in pack.concepts { add(.concept(concept.id), concept.wordings) }
    for finding in pack.findings {
      add(.finding(finding.id), finding.patterns + finding.captures)
      add(.denial(finding.id), finding.denied)
      for option in finding.options { add(.option(finding.id, option.id), option.patterns) }
    }
    for intent in pack.intents { add(.intent(intent.id), intent.patterns) }
    for flag in pack.redFlags { add(.flag(flag.id), flag.called) }
    for cause in pack.causes { add(.cause(cause.id), cause.called) }
    return all
  }

  /// The concepts a pattern names with `@`, with how many characters stand before each.
  static func concepts(in line: String) -> [(id: String, offset: Int)] {
    var found: [(id: String, offset: Int)] = []
    let scalars = Array(line.unicodeScalars)
    var index = 0
    while index < scalars.count {
      guard scalars[index] == "@" else {
        index += 1
        continue
      }
      var end = index + 1
      while end < scalars.count, isNameScalar(scalars[end]) { end += 1 }
      var id = String.UnicodeScalarView()
      id.append(contentsOf: scalars[(index + 1)..<end])
      if end > index + 1 { found.append((String(id), index)) }
      index = end
    }
    return found
  }

  private static func isNameScalar(_ scalar: UnicodeScalar) -> Bool {
    scalar == "_" || ("0"..."9").contains(scalar) || ("a"..."z").contains(scalar)
      || ("A"..."Z").contains(scalar)
  }
}
