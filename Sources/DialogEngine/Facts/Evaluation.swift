import IntentPacks
import LanguageProcessing

/// Evaluates conditions over the facts of one person on one day.
struct Evaluation {
  /// Who asks: a contradiction is a yes for a red flag and unknown for a cause.
  enum View { case flags, causes }

  let pack: CompiledPack
  var store: FactStore
  let today: Int
  var view = View.flags
  /// "None" to a screen counts as a plain no when it came in this turn or later.
  var screensCountFrom = Int.max
  /// Treat a settled "not sure" as yes.
  var unsureIsYes = false
  /// What derived findings were found to be: each is worked out once, however many ways lead to it.
  var memory: TruthMemory?

  /// Derived findings may lean on each other this deep; the reader refuses circles, and nobody writes such a chain.
  private static let depthLimit = 64

  func truth(of finding: Int, depth: Int = 0) -> Truth {
    guard finding >= 0 else { return .unknown }
    let said = saidTruth(of: finding)
    // "No" to the whole, and yes to a part of it later: for a red flag the part speaks.
    let mayBeOverruled = said == .no && view == .flags
    guard said == .unknown || mayBeOverruled, depth < Self.depthLimit,
      !pack.findings[finding].means.isEmpty
    else { return said }
    guard let memory else {
      var remembering = self
      remembering.memory = TruthMemory(findings: pack.findings.count)
      return remembering.truth(of: finding, depth: depth)
    }
    return memory.truth(of: finding, within: said) {
      var any = Truth.no
      for line in pack.findings[finding].means {
        any = any || truth(line, depth: depth + 1)
        if any == .yes { break }
      }
      return said == .no && any != .yes ? .no : any
    }
  }

  private func saidTruth(of finding: Int) -> Truth {
    switch store.standing(finding) {
    case .yes: return .yes
    case .conflict: return view == .flags ? .yes : .unknown
    case .no: return .no
    case .unknown: return .unknown
    case .unsure:
      return unsureIsYes && store.leading(finding)?.isSettledUnsure == true ? .yes : .unknown
    case .screenedNo:
      if view == .causes { return .no }
      guard let fact = store.leading(finding) else { return .unknown }
      return fact.turn >= screensCountFrom ? .no : .unknown
    }
  }

  func truth(_ condition: CompiledCondition, depth: Int = 0) -> Truth {
    switch condition {
    case .finding(let finding): return truth(of: finding, depth: depth)
    case .and(let parts):
      var all = Truth.yes
      for part in parts where all != .no { all = all && truth(part, depth: depth) }
      return all
    case .or(let parts):
      var any = Truth.no
      for part in parts where any != .yes { any = any || truth(part, depth: depth) }
      return any
    case .not(let part): return !truth(part, depth: depth)
    case .atLeast(let count, let parts):
      var yes = 0
      var possible = 0
      for part in parts {
        switch truth(part, depth: depth) {
        case .yes: yes += 1
        case .unknown: possible += 1
        case .no: break
        }
      }
      if yes >= count { return .yes }
      return yes + possible >= count ? .unknown : .no
    case .side(let finding, let wanted):
      return claims(of: finding, depth: depth) { fact in
        guard let side = fact.circumstances.side else { return .unknown }
        if side == .one { return wanted.contains("both") && wanted.count == 1 ? .no : .yes }
        return wanted.contains(side.rawValue) ? .yes : .no
      }
    case .attribute(let finding, let attribute, let wanted):
      return claims(of: finding, depth: depth) { fact in
        let value =
          attribute == "trend"
          ? fact.circumstances.trend?.rawValue : fact.circumstances.severity?.rawValue
        return value.map { wanted.contains($0) ? .yes : .no } ?? .unknown
      }
    case .option(let finding, let wanted):
      guard finding >= 0 else { return .unknown }
      if pack.findings[finding].kind == .yesNo {
        let value = truth(of: finding, depth: depth)
        return wanted.contains("yes") ? value : wanted.contains("no") ? !value : .no
      }
      return claims(of: finding, depth: depth) { wanted.contains($0.value) ? .yes : .no }
    case .compare(let finding, let comparison, let value):
      return claims(of: finding, depth: depth) { fact in
        fact.number.map { comparison.holds($0, value) ? .yes : .no } ?? .unknown
      }
    case .within(let finding, let days):
      return claims(of: finding, depth: depth) { fact in
        guard let day = fact.day else {
          // A past sign without a date may be recent; where it comes and goes it counts as such.
          return fact.status == .past && !pack.findings[finding].recovers ? .unknown : .yes
        }
        return Double(today - day) <= days ? .yes : .no
      }
    case .lasting(let finding, let days):
      return claims(of: finding, depth: depth) { fact in
        let lasted = fact.circumstances.lastsDays ?? fact.circumstances.agoDays.map(Double.init)
        return lasted.map { $0 >= days ? .yes : .no } ?? .unknown
      }
    }
  }

  /// The best truth of a test over the claims that a finding is true; its own truth where it is not.
  private func claims(of finding: Int, depth: Int, _ test: (Fact) -> Truth) -> Truth {
    let whole = truth(of: finding, depth: depth)
    guard whole == .yes else { return whole }
    return store.truth(ofClaims: finding, test) ?? .unknown
  }
}

/// What derived findings were found to be by one evaluation.
///
/// A class, because what is found out while reading must be there for the next reader; it lives for one turn.
/// Its table is reached by pointer, for it is asked some hundred times a turn.
final class TruthMemory {
  private enum Entry { case unseen, open, known(Truth) }

  private let entries: UnsafeMutableBufferPointer<Entry>

  /// - Parameter findings: how many findings the pack has.
  init(findings: Int) {
    entries = .allocate(capacity: findings)
    entries.initialize(repeating: .unseen)
  }

  deinit { entries.deallocate() }

  /// The truth of a finding, worked out the first time.
  ///
  /// - Parameter circular: what it counts as while it is being worked out, should it lean on itself.
  func truth(of finding: Int, within circular: Truth, _ workedOut: () -> Truth) -> Truth {
    guard entries.indices.contains(finding) else { return workedOut() }
    switch entries[finding] {
    case .known(let truth): return truth
    case .open: return circular
    case .unseen: break
    }
    entries[finding] = .open
    let truth = workedOut()
    entries[finding] = .known(truth)
    return truth
  }
}

extension Condition.Comparison {
  func holds(_ a: Double, _ b: Double) -> Bool {
    switch self {
    case .less: a < b
    case .atMost: a <= b
    case .more: a > b
    case .atLeast: a >= b
    case .equal: a == b
    case .notEqual: a != b
    }
  }
}
