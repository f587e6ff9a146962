import LanguageProcessing

/// Lays the fragments of a pack's files over the pack it extends: adds, replaces by id, removes by id.
struct PackOverlay {
  private(set) var pack: Pack
  private(set) var diagnostics: [Diagnostic] = []
  /// Section and id of what this pack itself has defined, with the place of the first.
  private var defined: [Name: SourcePlace] = [:]

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
    lay(\.concepts, "concepts", fragments)
    lay(\.findings, "findings", fragments)
    lay(\.screens, "screens", fragments)
    lay(\.redFlags, "red_flags", fragments)
    lay(\.raiseByOne, "raise_by_one", fragments)
    lay(\.causes, "causes", fragments)
    lay(\.intents, "intents", fragments)
    lay(\.states, "states", fragments)
    lay(\.sources, "sources", fragments)
    lay(\.avoids, "avoids", fragments)
    lay(\.regions, "regions", fragments)
    noteWordings(fragments)
    for fragment in fragments {
      pack.wordings.merge(fragment.pack.wordings) { $1 }
      pack.levels.merge(fragment.pack.levels) { $1 }
      pack.ranking.merge(fragment.pack.ranking) { $1 }
      pack.language.add(fragment.language)
    }
    // Snowball knows its stemmers by the code of the language too.
    if pack.language.stemmer.isEmpty { pack.language.stemmer = pack.languageCode }
    for removal in fragments.flatMap(\.removals) where removal.section == "wordings" {
      if pack.wordings.removeValue(forKey: removal.id.value) == nil {
        refuse(removal)
      } else {
        note("wordings", removal.id, .removed)
      }
    }
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
  private mutating func lay<Definition: PackDefinition>(
    _ section: WritableKeyPath<Pack, [Definition]>, _ name: String, _ fragments: [PackFragment]
  ) {
    // Taken out of the pack, so that it grows in its place.
    var definitions: [Definition] = []
    swap(&definitions, &pack[keyPath: section])
    defer { swap(&definitions, &pack[keyPath: section]) }
    definitions.reserveCapacity(
      definitions.count + fragments.reduce(0) { $0 + $1.pack[keyPath: section].count })
    var index: [String: Int] = [:]
    for number in definitions.indices { index[definitions[number].id] = number }
    var removed: Set<Int> = []
    for fragment in fragments {
      for removal in fragment.removals where removal.section == name {
        guard let number = index[removal.id.value] else {
          refuse(removal, names: definitions.map(\.id))
          continue
        }
        if Self.isSafety(name) && (removal.acceptRisk ?? "").isEmpty { wantReason(removal) }
        removed.insert(number)
        note(name, removal.id, .removed, definitions[number], removal.acceptRisk)
      }
    }
    var seen: Set<String> = []
    for fragment in fragments {
      for definition in fragment.pack[keyPath: section] {
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
    }
    if !removed.isEmpty {
      definitions = definitions.enumerated().filter { !removed.contains($0.offset) }.map(\.element)
    }
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
  private mutating func noteWordings(_ fragments: [PackFragment]) {
    let below = pack
    func replaced(
      _ section: String, _ own: KeyPath<Pack, [String: Placed<String>]>
    ) -> [(String, Placed<String>)] {
      fragments.flatMap { fragment in
        fragment.pack[keyPath: own].filter { below[keyPath: own][$0.key] != nil }
          .map { (section, Placed($0.key, at: $0.value.place)) }
      }.sorted { $0.1.value < $1.1.value }
    }
    for (section, id) in replaced("wordings", \.wordings) + replaced("levels", \.levels) {
      note(section, id, .replaced)
    }
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
