package import IntentPacks
import LanguageProcessing

/// Everything known of one person: the facts in the order they were learnt, and what each finding
/// amounts to.
package struct FactStore: Sendable {
  /// What all that was said of a finding amounts to.
  package enum Standing: Sendable, Hashable {
    case unknown, yes, no, screenedNo, unsure, conflict
  }

  /// What is known of one finding.
  package struct Entry: Sendable {
    /// The facts taken together.
    package var standing = Standing.unknown
    /// Indices into `facts`.
    package var facts: [Int] = []
    /// The last of each kind of claim that it is so, oldest first. However often somebody says the same, no condition finds
    /// more in it than in saying it once.
    var claims: [Int] = []
  }

  /// Every fact that still stands, in the order of saying.
  package private(set) var facts = GrowingList<Fact>()
  private var entries: [Entry] = []
  /// For each finding the place of its entry, -1 for none; as long as the highest finding needs.
  private var places: [Int32] = []

  package init() {}

  /// What is known of the finding with this index; empty when nothing was said.
  package func entry(_ finding: Int) -> Entry? { place(of: finding).map { entries[$0] } }

  /// Whether the finding with this index holds: yes, no, or not known.
  package func standing(_ finding: Int) -> Standing {
    place(of: finding).map { entries[$0].standing } ?? .unknown
  }

  private func place(of finding: Int) -> Int? {
    guard finding >= 0, finding < places.count, places[finding] >= 0 else { return nil }
    return Int(places[finding])
  }

  /// Whether anything stands like this.
  func has(_ standing: Standing) -> Bool { entries.contains { $0.standing == standing } }

  /// Whether anything was said of a finding.
  func hasFact(_ finding: Int) -> Bool {
    place(of: finding).map { !entries[$0].facts.isEmpty } ?? false
  }

  /// The facts about a finding, oldest first.
  package func facts(about finding: Int) -> [Fact] {
    place(of: finding).map { entries[$0].facts.map { facts[$0] } } ?? []
  }

  /// The best truth of a test over the claims that a finding is so; nil where nobody claims it.
  func truth(ofClaims finding: Int, _ test: (Fact) -> Truth) -> Truth? {
    guard let place = place(of: finding), !entries[place].claims.isEmpty else { return nil }
    var best = Truth.no
    for index in entries[place].claims.reversed() {
      best = best || test(facts[index])
      if best == .yes { break }
    }
    return best
  }

  /// The claims that anything is so, of those alike the last, in the order of saying.
  var claims: [Fact] { entries.flatMap(\.claims).sorted().map { facts[$0] } }

  /// The fact that now speaks for the finding: the last claim where it stands as yes, else the last fact.
  package func leading(_ finding: Int) -> Fact? {
    guard let place = place(of: finding), let last = entries[place].facts.last else { return nil }
    switch entries[place].standing {
    case .yes, .conflict:
      let claim = entries[place].facts.last {
        facts[$0].isClaim && facts[$0].value != "no" && facts[$0].value != Fact.unsure
      }
      return facts[claim ?? last]
    default: return facts[last]
    }
  }

  /// The findings something is known of, in the order they were first mentioned.
  package var known: [Int] {
    var firsts: [Int] = []
    firsts.reserveCapacity(entries.count)
    for entry in entries { if let first = entry.facts.first { firsts.append(first) } }
    if firsts.count > 1 { firsts.sort() }
    return firsts.map { facts[$0].finding }
  }

  /// The findings that are affirmed, contradictory or unsure: all that can raise a red flag.
  package var speaking: [Int] {
    places.indices.filter(isSpeaking)
  }

  /// Whether the finding is affirmed, contradictory or unsure.
  package func isSpeaking(_ finding: Int) -> Bool {
    switch standing(finding) {
    case .yes, .conflict, .unsure: true
    case .unknown, .no, .screenedNo: false
    }
  }

  /// Whether a denial may hold for the finding or not, and it was not asked so far.
  func isInDoubt(_ finding: Int) -> Bool {
    standing(finding) == .unsure && leading(finding)?.isInDoubt == true
  }

  /// Adds a fact and works out anew where its finding stands.
  ///
  /// - Parameters:
  ///   - time: how the finding relates to time; a past state is history, a past event still counts.
  ///   - recovers: a sign that comes and goes is never taken back by being fine now.
  package mutating func learn(_ fact: Fact, time: FindingTime, recovers: Bool) {
    let place = makePlace(for: fact.finding)
    facts.append(fact)
    entries[place].standing = standing(
      after: fact, from: entries[place], time: time, recovers: recovers)
    file(facts.count - 1, at: place)
  }

  private func standing(
    after fact: Fact, from entry: Entry, time: FindingTime, recovers: Bool
  ) -> Standing {
    let before = entry.standing
    switch fact.status {
    case .asked, .other: return before
    case .past where time == .now && !recovers: return before
    case .affirmed, .uncertain, .past:
      switch fact.value {
      case "no": return denied(fact, before: before, entry: entry, recovers: recovers)
      case Fact.unsure where fact.isInDoubt:
        return before == .yes || before == .conflict ? before : .unsure
      case Fact.unsure: return before == .unknown || before == .screenedNo ? .unsure : before
      default: return .yes
      }
    case .negated:
      return denied(fact, before: before, entry: entry, recovers: recovers)
    }
  }

  private func denied(_ fact: Fact, before: Standing, entry: Entry, recovers: Bool) -> Standing {
    if fact.source == .screen {
      return before == .unknown || before == .unsure ? .screenedNo : before
    }
    guard before == .yes || before == .conflict, !fact.isCorrection else { return .no }
    if recovers { return before }
    // "The right one is not swollen" does not speak against a swollen left one; "my calf is not swollen" does.
    if let side = fact.circumstances.side, side.isOneSided, side != .one,
      entry.claims.contains(where: { index in
        facts[index].circumstances.side.map { $0 != side && $0 != .one } ?? false
      })
    {
      return before
    }
    return .conflict
  }

  /// Takes back everything said about a finding so far, as if it had never been mentioned.
  package mutating func withdraw(_ finding: Int) {
    guard let place = place(of: finding) else { return }
    places[finding] = -1
    entries[place] = Entry()
    facts.removeAll { $0.finding == finding }
    reindex()
  }

  /// Takes back some of what was said about a finding; where nothing is left it is as if never mentioned.
  package mutating func withdraw(_ finding: Int, where isMeant: (Fact) -> Bool) {
    let left = facts(about: finding).contains { !isMeant($0) }
    guard left, let place = place(of: finding) else { return withdraw(finding) }
    facts.removeAll { $0.finding == finding && isMeant($0) }
    if !facts.contains(where: { $0.finding == finding && $0.isClaim && $0.value != "no" }),
      entries[place].standing == .yes || entries[place].standing == .conflict
    {
      entries[place].standing = .no
    }
    reindex()
  }

  /// Changes facts in place; what a finding amounts to stays.
  package mutating func amend(_ change: (inout Fact) -> Void) {
    facts = GrowingList(
      facts.map { fact in
        var fact = fact
        change(&fact)
        return fact
      })
    reindex()
  }

  /// Files the facts anew under their findings; what each amounts to stays.
  private mutating func reindex() {
    for place in entries.indices {
      entries[place].facts.removeAll(keepingCapacity: true)
      entries[place].claims.removeAll(keepingCapacity: true)
    }
    for index in facts.indices { file(index, at: makePlace(for: facts[index].finding)) }
  }

  /// Files a fact under its finding.
  private mutating func file(_ index: Int, at place: Int) {
    entries[place].facts.append(index)
    let fact = facts[index]
    guard fact.isClaim, fact.value != "no" else { return }
    entries[place].claims.removeAll { facts[$0].claimsTheSame(as: fact) }
    entries[place].claims.append(index)
  }

  private mutating func makePlace(for finding: Int) -> Int {
    if let place = place(of: finding) { return place }
    if finding >= places.count {
      places.append(contentsOf: repeatElement(-1, count: finding + 1 - places.count))
    }
    places[finding] = Int32(clamping: entries.count)
    entries.append(Entry())
    return entries.count - 1
  }
}

/// How a finding relates to time; mirrors the pack's `time:` key.
package typealias FindingTime = Finding.Time
