import LanguageProcessing

/// Lays the fragments of a pack's files over the pack it extends: adds, replaces by id, removes by id.
struct PackOverlay {
  private(set) var pack: Pack
  private(set) var diagnostics: [Diagnostic] = []
  /// Section and id of what this pack itself has defined, with the place of the first.
  private var defined: [Name: SourcePlace] = [:]

  private var removals: [PackFragment.Removal] = []

  private struct Name: Hashable {
    var section: String
    var id: String
  }

  init(base: Pack?, head: Pack) {
    pack = base ?? Pack()
    pack.id = head.id
    pack.title = head.title
    pack.languageCode = head.languageCode
    if !head.start.value.isEmpty { pack.start = head.start }
    pack.version = head.version
    pack.extends = head.extends
    if !head.topics.isEmpty { pack.topics = head.topics }
  }

  /// Adds all files of the pack, in order.
  mutating func add(_ fragments: [PackFragment]) {
    for fragment in fragments {
      for single in fragment.singles {
        define(single.section, single.id)
      }
    }
    removals = fragments.flatMap(\.removals)
    // Each section is taken out of the pack, so that it grows in its place.
    let parts = fragments.map(\.pack)
    pack.concepts = laid("concepts", Self.taken(&pack.concepts), parts.map(\.concepts))
    pack.findings = laid("findings", Self.taken(&pack.findings), parts.map(\.findings))
    pack.screens = laid("screens", Self.taken(&pack.screens), parts.map(\.screens))
    pack.redFlags = laid("red_flags", Self.taken(&pack.redFlags), parts.map(\.redFlags))
    pack.raiseByOne = laid("raise_by_one", Self.taken(&pack.raiseByOne), parts.map(\.raiseByOne))
    pack.causes = laid("causes", Self.taken(&pack.causes), parts.map(\.causes))
    pack.intents = laid("intents", Self.taken(&pack.intents), parts.map(\.intents))
    pack.states = laid("states", Self.taken(&pack.states), parts.map(\.states))
    pack.sources = laid("sources", Self.taken(&pack.sources), parts.map(\.sources))
    pack.avoids = laid("avoids", Self.taken(&pack.avoids), parts.map(\.avoids))
    pack.regions = laid("regions", Self.taken(&pack.regions), parts.map(\.regions))
    noteReplaced("wordings", pack.wordings, parts.map(\.wordings))
    noteReplaced("levels", pack.levels, parts.map(\.levels))
    for fragment in fragments {
      pack.wordings.merge(fragment.pack.wordings) { $1 }
      pack.levels.merge(fragment.pack.levels) { $1 }
      pack.ranking.merge(fragment.pack.ranking) { $1 }
      pack.language.add(fragment.language)
    }
    // Snowball knows its stemmers by the code of the language too.
    if pack.language.stemmer.isEmpty { pack.language.stemmer = pack.languageCode }
    for removal in removals where removal.section == "wordings" {
      if pack.wordings.removeValue(forKey: removal.id.value) == nil {
        refuse(removal)
      } else {
        note("wordings", removal.id, .removed)
      }
    }
  }

  private static func taken<Definition>(_ definitions: inout [Definition]) -> [Definition] {
    defer { definitions = [] }
    return definitions
  }

  private mutating func define(_ section: String, _ id: Placed<String>) {
    let name = Name(section: section, id: id.value)
    guard let first = defined[name] else {
      defined[name] = id.place
      return
    }
    if section == "language" || section == "levels" { return }
    diagnostics.append(
      Diagnostic(
        code: "duplicate-id", severity: .error, place: id.place, length: id.value.count,
        message: "\"\(id.value)\" is defined twice in \(section)",
        help: "the first is at \(first); rename or merge one"))
  }

  /// One section: what the base has, without what is removed, with what is replaced, then what is new.
  private mutating func laid<Definition: PackDefinition>(
    _ name: String, _ base: consuming [Definition], _ parts: [[Definition]]
  ) -> [Definition] {
    var definitions = base
    definitions.reserveCapacity(definitions.count + parts.reduce(0) { $0 + $1.count })
    var index: [String: Int] = [:]
    for number in definitions.indices { index[definitions[number].id] = number }
    var removed: Set<Int> = []
    for removal in removals where removal.section == name {
      guard let number = index[removal.id.value] else {
        refuse(removal, names: definitions.map(\.id))
        continue
      }
      if Self.isSafety(name) && (removal.acceptRisk ?? "").isEmpty { wantReason(removal) }
      removed.insert(number)
      note(name, removal.id, .removed, definitions[number], removal.acceptRisk)
    }
    var seen: Set<String> = []
    for definition in parts.joined() {
      guard seen.insert(definition.id).inserted else { continue }
      if let number = index[definition.id] {
        note(
          name, Placed(definition.id, at: definition.place), .replaced, definitions[number],
          (definition as? RedFlag)?.acceptRisk ?? (definition as? RaiseByOne)?.acceptRisk)
        definitions[number] = definition
        removed.remove(number)
      } else {
        definitions.append(definition)
      }
    }
    guard !removed.isEmpty else { return definitions }
    return definitions.enumerated().filter { !removed.contains($0.offset) }.map(\.element)
  }

  /// Sections whose entries see danger, or how grave it is.
  private static func isSafety(_ section: String) -> Bool {
    section == "red_flags" || section == "raise_by_one"
  }

  private mutating func wantReason(_ removal: PackFragment.Removal) {
    let noun = removal.section == "red_flags" ? "red flag" : "rule that raises red flags"
    diagnostics.append(
      Diagnostic(
        code: "flag-removed", severity: .error, place: removal.id.place,
        length: removal.id.value.count,
        message: "the \(noun) \"\(removal.id.value)\" is removed without a reason",
        help: "write {remove: true, accept_risk: why this is safe}"))
  }

  private mutating func note(
    _ section: String, _ id: Placed<String>, _ change: Override.Change,
    _ before: (any PackDefinition)? = nil, _ risk: String? = nil
  ) {
    let name = (before as? RedFlag)?.name ?? ""
    pack.overrides.append(
      Override(
        section: section, id: id.value, change: change, place: id.place,
        name: name.isEmpty ? id.value : name, acceptedRisk: risk))
  }

  /// Notes the sentences of the pack below that are said differently.
  private mutating func noteReplaced(
    _ section: String, _ below: [String: Placed<String>], _ parts: [[String: Placed<String>]]
  ) {
    let replaced = parts.flatMap { part in
      part.filter { below[$0.key] != nil }.map { Placed($0.key, at: $0.value.place) }
    }
    for id in replaced.sorted(by: { $0.value < $1.value }) { note(section, id, .replaced) }
  }

  private mutating func refuse(_ removal: PackFragment.Removal, names: [String] = []) {
    diagnostics.append(
      Diagnostic(
        code: "nothing-to-remove", severity: .error, place: removal.id.place,
        length: removal.id.value.count,
        message: "no pack below has a \"\(removal.id.value)\" under \(removal.section): to remove",
        help: NearestName.of(removal.id.value, among: names).map { "did you mean \"\($0)\"?" }
          ?? "take this line away"))
  }
}

extension Language {
  /// Adds the data of another file; what it says of a word again replaces what was said before.
  mutating func add(_ other: Language) {
    if !other.stemmer.isEmpty { stemmer = other.stemmer }
    ignorable += other.ignorable
    expansions = Self.merged(expansions, other.expansions) { $0.from }
    irregular = Self.merged(irregular, other.irregular) { $0.form }
    numberWords = Self.merged(numberWords, other.numberWords) { $0.word }
    units = Self.merged(units, other.units) { $0.word }
    quantities = Self.merged(quantities, other.quantities) { $0.word }
    frequencies = Self.merged(frequencies, other.frequencies) { $0.phrase }
    timePhrases = Self.merged(timePhrases, other.timePhrases) { $0.phrase }
    weekdays = Self.merged(weekdays, other.weekdays) { $0.word }
    months = Self.merged(months, other.months) { $0.word }
    sides = Self.merged(sides, other.sides) { $0.phrase }
    bodyParts = Self.merged(bodyParts, other.bodyParts) { $0.phrase }
    cues.merge(other.cues) { $0 + $1 }
    answers.merge(other.answers) { $0 + $1 }
    slips += other.slips
    if commonWords.isEmpty {
      commonWords = other.commonWords
    } else if !other.commonWords.isEmpty {
      commonWords += "\n" + other.commonWords
    }
  }

  private static func merged<Entry>(
    _ old: [Entry], _ new: [Entry], by key: (Entry) -> String
  ) -> [Entry] {
    if new.isEmpty { return old }
    let replaced = Set(new.map(key))
    return old.filter { !replaced.contains(key($0)) } + new
  }
}
