import IntentMatching
import IntentPacks
import LanguageProcessing

/// Speaks the conclusion: what was said, the likeliest causes with reasons and advice, when to see someone.
struct ConclusionText {
  let pack: CompiledPack
  let wording: Wording
  let state: DialogState

  /// At most so many causes are shown.
  static let shown = 3

  func speak(_ causes: [RankedCause], into reply: inout Reply) {
    reply.add(opening(), .heard)
    reply.add(openFlags())
    // Where care is urgent no harmless cause is named, and "nothing fits" would be one more.
    let isUrgent = state.concludedLevel >= .urgent
    if causes.isEmpty, !isUrgent {
      reply.add(wording("nothing_fits"))
    }
    for (place, cause) in causes.enumerated() { speak(cause, place: place, causes, into: &reply) }
    reply.add(seeSomeone(causes.first))
    reply.add(wording("same_day_if"))
    reply.add(wording("emergency_if"))
    if let first = causes.first {
      let evidence = pack.pack.causes[first.cause].evidence.rawValue
      reply.add(wording("how_sure_\(evidence)"), .note)
    }
    reply.add(notChecked(), .note)
    if !isUrgent { reply.add(wording("ask_me"), .note) }
  }

  private func opening() -> String? {
    let said = state.store.known.filter {
      state.store.standing($0) == .yes && state.store.leading($0)?.source != .implied
    }
    let facts = SaidList(pack: pack, wording: wording).text(said, most: 8)
    let screensDone =
      !state.screensDone.isEmpty && state.notChecked.isEmpty && !state.declinedEndScreen
    let denied = screensDone && state.flags.isEmpty ? wording("said_no_danger") : nil
    let summary = facts.isEmpty ? nil : wording("you_said", ["facts": facts])
    let parts = [summary, denied].compactMap { $0 }
    return parts.isEmpty ? nil : parts.joined(separator: " ")
  }

  /// Flags at `soon`, and suspected ones, which count as present one level lower.
  private func openFlags() -> String? {
    let open = FlagOrder(pack: pack).sorted(state.flags).prefix(2)
    let lines = open.compactMap { status -> String? in
      let flag = pack.pack.redFlags[status.flag]
      if status.state == .raised {
        return Escalation(pack: pack, wording: wording).first(flag, status.level)
      }
      return wording(
        status.level.lowered >= .urgent ? "still_open_urgent" : "still_open", ["name": flag.name])
    }
    let soon = state.flags.filter { $0.state == .raised && $0.level == .soon }
    let all =
      soon.count >= Self.manyFlags
      ? wording(
        "several_soon", ["names": wording.list(soon.map { pack.pack.redFlags[$0.flag].name })])
      : nil
    let told = lines + [all].compactMap { $0 }
    return told.isEmpty ? nil : told.joined(separator: "\n")
  }

  /// From so many flags at `soon` on, the doctor is to hear of all of them, within days.
  private static let manyFlags = 3

  private func speak(
    _ ranked: RankedCause, place: Int, _ all: [RankedCause], into reply: inout Reply
  ) {
    let cause = pack.pack.causes[ranked.cause]
    let fit = wording("fit_\(min(place, 2) + 1)") ?? ""
    reply.add(
      "\(place + 1). \(cause.name.sentenceStart): \(fit)", .cause,
      weight: all.first.map { $0.score > 0 ? ranked.score / $0.score : 0 })
    let list = SaidList(pack: pack, wording: wording)
    let supporting = list.text(ranked.reasonsFor.map(\.finding), most: 4)
    let opposing = list.text(ranked.reasonsAgainst.map(\.finding), most: 2)
    reply.add(
      wording(
        opposing.isEmpty ? "reasons" : "reasons_both",
        ["for": supporting, "against": opposing]))
    let advice = cause.advice.prefix(place == 0 ? 3 : 1).map { wording.expand($0.value) }
    if !advice.isEmpty {
      reply.add(wording("do_line", ["advice": advice.joined(separator: " ")]))
    }
  }

  private func seeSomeone(_ first: RankedCause?) -> String? {
    guard let first else { return nil }
    let cause = pack.pack.causes[first.cause]
    if first.level >= .soon, let see = cause.seeSomeone { return wording.expand(see.value) }
    guard let better = cause.betterBy else {
      return cause.seeSomeone.map { wording.expand($0.value) }
    }
    let days = pack.matcher.lexicon.values(
      in: pack.matcher.lexicon.read(better.value), on: CalendarDate(dayNumber: state.today)
    ).first { $0.kind == .duration }?.upper
    guard let days else { return wording("better_by", ["date": better.value]) }
    // The date is the day after which to go: the time it usually takes.
    return wording("better_by", ["date": wording.date(after: Int(min(days, 3650).rounded(.up)))])
  }

  private func notChecked() -> String? {
    var items = state.notChecked.map { pack.pack.findings[$0].item ?? pack.pack.findings[$0].name }
    for screen in Agenda(pack: pack).unfinishedScreens(state) {
      items += pack.screens[screen].items.filter { state.store.standing($0) == .unknown }
        .map { pack.pack.findings[$0].item ?? pack.pack.findings[$0].name }
    }
    var seen = Set<String>()
    let unique = items.filter { seen.insert($0).inserted }
    return unique.isEmpty
      ? nil : wording("not_checked", ["items": unique.joined(separator: "; ")])
  }
}
