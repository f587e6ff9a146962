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
      let basis = pack.findings[finding].basis
    else { return said }
    guard let memory else {
      var remembering = self
      remembering.memory = TruthMemory(findings: pack.findings.count)
      return remembering.truth(of: finding, depth: depth)
    }
    return memory.truth(of: finding, within: said) {
      let any = truth(basis, depth: depth + 1)
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
    truth(condition, at: 0, depth: depth)
  }

  /// The truth of the part of a condition that begins at a step.
  private func truth(_ condition: CompiledCondition, at: Int, depth: Int) -> Truth {
    let step = condition.steps[at]
    let finding = Int(step.number)
    switch step.kind {
    case .finding: return truth(of: finding, depth: depth)
    case .and, .or, .atLeast: return joined(condition, at: at, step, depth: depth)
    case .not: return !truth(condition, at: at + 1, depth: depth)
    case .side:
      return claims(of: finding, depth: depth) { fact in
        guard let side = fact.circumstances.side else { return .unknown }
        let wanted = condition.wanted[Int(step.set)]
        if side == .one { return wanted.contains("both") && wanted.count == 1 ? .no : .yes }
        return wanted.contains(side.rawValue) ? .yes : .no
      }
    case .trend:
      return claims(of: finding, depth: depth) {
        isWanted($0.circumstances.trend?.rawValue, step, condition)
      }
    case .severity:
      return claims(of: finding, depth: depth) {
        isWanted($0.circumstances.severity?.rawValue, step, condition)
      }
    case .option:
      guard finding >= 0 else { return .unknown }
      let wanted = condition.wanted[Int(step.set)]
      if pack.findings[finding].kind == .yesNo {
        let value = truth(of: finding, depth: depth)
        return wanted.contains("yes") ? value : wanted.contains("no") ? !value : .no
      }
      return claims(of: finding, depth: depth) { wanted.contains($0.value) ? .yes : .no }
    case .compare(let comparison):
      return claims(of: finding, depth: depth) { fact in
        fact.number.map { comparison.holds($0, step.value) ? .yes : .no } ?? .unknown
      }
    case .within:
      return claims(of: finding, depth: depth) { fact in
        guard let day = fact.day else {
          // A past sign without a date may be recent; where it comes and goes it counts as such.
          return fact.status == .past && !pack.findings[finding].recovers ? .unknown : .yes
        }
        return Double(today - day) <= step.value ? .yes : .no
      }
    case .lasting:
      return claims(of: finding, depth: depth) { fact in
        let lasted = fact.circumstances.lastsDays ?? fact.circumstances.agoDays.map(Double.init)
        return lasted.map { $0 >= step.value ? .yes : .no } ?? .unknown
      }
    }
  }

  private func isWanted(
    _ value: String?, _ step: CompiledCondition.Step, _ condition: CompiledCondition
  ) -> Truth {
    value.map { condition.wanted[Int(step.set)].contains($0) ? .yes : .no } ?? .unknown
  }

  /// All of some parts, any of them, or so many.
  private func joined(
    _ condition: CompiledCondition, at: Int, _ step: CompiledCondition.Step, depth: Int
  ) -> Truth {
    var (all, any, yes, possible) = (Truth.yes, Truth.no, 0, 0)
    var part = at + 1
    while part < Int(step.end) {
      let truth = truth(condition, at: part, depth: depth)
      part = Int(condition.steps[part].end)
      switch step.kind {
      case .and:
        all = all && truth
        if all == .no { return .no }
      case .or:
        any = any || truth
        if any == .yes { return .yes }
      default:
        if truth == .yes { yes += 1 }
        if truth == .unknown { possible += 1 }
      }
    }
    switch step.kind {
    case .and: return all
    case .or: return any
    default: return yes >= step.number ? .yes : yes + possible >= step.number ? .unknown : .no
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
