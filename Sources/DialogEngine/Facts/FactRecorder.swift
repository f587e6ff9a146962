import IntentMatching
import IntentPacks
import LanguageProcessing

/// Turns what was heard into facts.
struct FactRecorder {
  let pack: CompiledPack
  let turn: Int
  let today: Int
  /// The user said that something earlier was wrong.
  var isCorrecting = false

  /// Records a mention of a finding for the user or, where it speaks of someone who is here, for them.
  ///
  /// - Returns: the facts learnt, implied ones last.
  func record(_ mention: Mention, text: String, into state: inout DialogState) -> [Fact] {
    guard case .finding(let id) = mention.target, let finding = pack.findingIndex[id] else {
      return []
    }
    if let number = Double(mention.value), let range = pack.pack.findings[finding].range,
      !range.contains(number)
    {
      return []
    }
    var fact = Fact(
      finding: finding, value: mention.value, number: Double(mention.value),
      status: mention.assertion.status, circumstances: mention.circumstances, day: nil, turn: turn,
      text: text, source: .volunteered)
    fact.start = mention.start
    fact.end = mention.end
    fact.isSoft = mention.assertion.isSoft
    fact.isCorrection = isCorrecting
    if mention.assertion.status == .other {
      var theirs = spoken(fact, mention.assertion.theirStatus, isDenial: mention.isDenial)
      if state.isForSomeone, mention.assertion.isPronoun || mention.assertion.isHereNow {
        return learn(theirs, in: &state.store)
      }
      if mention.assertion.isHereNow {
        if theirs.status != .negated { theirs.status = .affirmed }
        theirs.day = today
        learn(theirs, in: &state.bystander)
      }
      fact.value = theirs.value
      return learn(fact, in: &state.store)
    }
    fact = spoken(fact, fact.status, isDenial: mention.isDenial)
    if mention.assertion.isPerhapsDenied, fact.status == .uncertain,
      pack.findings[finding].kind == .yesNo
    {
      fact.value = Fact.unsure
    }
    return learn(fact, in: &state.store)
  }

  /// Records as the user's own what was said of somebody else.
  func claim(_ other: Fact, into store: inout FactStore) -> [Fact] {
    store.withdraw(other.finding) { $0.turn == other.turn && $0.status == .other }
    var fact = other
    fact.turn = turn
    fact.status = fact.value == "no" ? .negated : .affirmed
    return learn(fact, in: &store)
  }

  /// A fact said like this; a pattern that denies the finding turns yes and no round.
  private func spoken(_ fact: Fact, _ status: Assertion.Status, isDenial: Bool) -> Fact {
    var fact = fact
    fact.status = status
    if isDenial {
      switch status {
      case .affirmed, .uncertain: fact.status = .negated
      case .negated: fact.status = .affirmed
      case .asked, .past, .other: break
      }
    }
    if fact.status == .negated, pack.findings[fact.finding].kind == .yesNo { fact.value = "no" }
    return fact
  }

  /// Records the answer to a question about a finding.
  @discardableResult
  func answer(
    _ finding: Int, value: String, number: Double? = nil, text: String,
    circumstances: Circumstances = Circumstances(), source: Fact.Source = .answer,
    settledUnsure: Bool = false, correction: Bool = false, into store: inout FactStore
  ) -> [Fact] {
    var fact = Fact(
      finding: finding, value: value, number: number, status: value == "no" ? .negated : .affirmed,
      circumstances: circumstances, day: nil, turn: turn, text: text, source: source)
    if value == "unsure" { fact.status = .uncertain }
    if value != "no", pack.findings[finding].isOneSided, fact.circumstances.side == nil {
      fact.circumstances.side = .one
    }
    fact.isSettledUnsure = settledUnsure
    fact.isCorrection = correction || isCorrecting
    return learn(fact, in: &store)
  }

  @discardableResult
  private func learn(_ given: Fact, in store: inout FactStore) -> [Fact] {
    var fact = given
    let finding = pack.findings[fact.finding]
    if !finding.isSided { fact.circumstances.side = nil }
    fact.day = day(of: fact, finding)
    if fact.isCorrection, fact.status == .affirmed, let side = fact.circumstances.side,
      store.facts(about: fact.finding).contains(where: { $0.circumstances.side != side })
    {
      // "I meant the right one": the earlier side is gone.
      store.withdraw(fact.finding)
    }
    store.learn(fact, time: finding.time, recovers: finding.recovers)
    var learnt = [fact]
    guard fact.isClaim, fact.value != "no", fact.value != "unsure" else {
      return learnt + deny(fact, in: &store)
    }
    for implied in finding.implies where implied != fact.finding {
      guard store.standing(implied) != .yes else { continue }
      var consequence = fact
      consequence.finding = implied
      consequence.value = "yes"
      consequence.number = nil
      consequence.source = .implied
      if !pack.findings[implied].isSided { consequence.circumstances.side = nil }
      let target = pack.findings[implied]
      consequence.day = day(of: consequence, target)
      store.learn(consequence, time: target.time, recovers: target.recovers)
      learnt.append(consequence)
    }
    return learnt
  }

  /// Who is not breathless at all is not breathless at rest: a plain denial of the general thing denies what implies it,
  /// where nothing is known of that yet.
  private func deny(_ fact: Fact, in store: inout FactStore) -> [Fact] {
    guard fact.status == .negated, fact.value == "no", !fact.isSoft,
      fact.circumstances.side == nil, fact.circumstances.agoDays ?? 0 == 0,
      // "no swelling in my knee" tells of the knee alone.
      !pack.findings[fact.finding].isBackground || fact.circumstances.bodyPart == nil
    else { return [] }
    var learnt: [Fact] = []
    var waiting = pack.impliedBy[fact.finding]
    var seen = Set(waiting)
    while let special = waiting.popLast() {
      guard store.standing(special) == .unknown || store.isInDoubt(special) else { continue }
      var consequence = fact
      consequence.finding = special
      consequence.source = fact.source == .screen ? .screen : .implied
      store.learn(
        consequence, time: pack.findings[special].time, recovers: pack.findings[special].recovers)
      learnt.append(consequence)
      waiting += pack.impliedBy[special].filter { seen.insert($0).inserted }
    }
    return learnt
  }

  /// The day it was last true: today for a state that holds, the day itself for an event.
  private func day(of fact: Fact, _ finding: CompiledFinding) -> Int? {
    let ago = fact.circumstances.agoDays
    switch finding.time {
    case .now:
      if fact.status == .past { return ago.map { today - max(0, $0) } }
      // "Three weeks ago my words came out jumbled for five minutes": a spell, and over.
      let isSpell = fact.circumstances.lastsDays.map { $0 < Double(ago ?? 0) } ?? true
      return finding.recovers && isSpell ? today - max(0, ago ?? 0) : today
    case .event:
      if let ago { return today - max(0, ago) }
      return fact.status == .past ? nil : today
    case .ever: return today
    }
  }
}
