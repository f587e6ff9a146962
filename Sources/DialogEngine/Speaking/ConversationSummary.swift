import IntentPacks
import LanguageProcessing

/// One page for a clinician: what was said, denied and not asked, what was advised.
package struct ConversationSummary {
  let pack: CompiledPack
  let wording: Wording
  let state: DialogState

  /// The lines of the page, in Markdown that also reads as plain text.
  package var lines: [String] {
    var lines: [String] = []
    func section(_ id: String, _ items: [String]) {
      guard !items.isEmpty, let title = wording("summary_\(id)") else { return }
      lines.append(title)
      lines += items.map { "- \($0)" }
    }
    if let title = wording(
      "summary_title", ["date": CalendarDate(dayNumber: state.today).description])
    {
      lines.append(title)
    }
    section("complaint", state.complaint.map { ["\"\($0)\""] } ?? [])
    section("level", [levelName(state.raisedLevel)])
    section("flags", flags)
    section("advice", advice)
    section("present", findings(.yes).filter(isSaid).map(present))
    section("timeline", timeline)
    section("unclear", findings(.conflict, .unsure).map { wording.name($0) })
    section("absent", byTopic(findings(.no, .screenedNo)))
    section("not_checked", byTopic(unknown))
    section("causes", shown.map { pack.pack.causes[$0.cause].name })
    if state.crisisShown, let crisis = wording("crisis_reminder") { lines.append(crisis) }
    if let foot = wording("summary_foot") { lines.append(foot) }
    if let use = wording("intended_use") {
      lines += use.split(separator: "\n").map(String.init)
    }
    return lines
  }

  /// The causes named; none beside an urgent danger.
  private var shown: [RankedCause] {
    state.raisedLevel >= .urgent ? [] : TurnMaker(pack: pack, state: state).shownCauses()
  }

  private func findings(_ standings: FactStore.Standing...) -> [Int] {
    state.store.known.filter { standings.contains(state.store.standing($0)) }
  }

  /// Danger signs raised or not ruled out, the gravest first.
  private var flags: [String] {
    let open = FlagOrder(pack: pack).sorted(state.flags).map { status in
      let word = wording("flag_\(status.state.rawValue)") ?? status.state.rawValue
      return "\(pack.pack.redFlags[status.flag].name): \(word), \(levelName(status.level))"
    }
    return open.isEmpty ? [wording("summary_no_flags")].compactMap { $0 } : open
  }

  /// What they were told to do.
  private var advice: [String] {
    let escalation = Escalation(pack: pack, wording: wording)
    let urged = FlagOrder(pack: pack).sorted(state.flags.filter { $0.state == .raised })
      .compactMap { escalation.first(pack.pack.redFlags[$0.flag], $0.level) }
    var seen = Set<String>()
    let once = urged.filter { seen.insert($0).inserted }
    guard once.isEmpty else { return once }
    return shown.compactMap {
      pack.pack.causes[$0.cause].advice.first.map { wording.expand($0.value) }
    }
  }

  /// What has a date or a length, the oldest first.
  private var timeline: [String] {
    let dated = findings(.yes).compactMap { finding -> (day: Int, text: String)? in
      guard isSaid(finding), let fact = state.store.leading(finding) else { return nil }
      if let ago = fact.circumstances.agoDays, ago > 0, let day = fact.day {
        return (day, "\(CalendarDate(dayNumber: day)): \(wording.name(finding))")
      }
      guard let lasts = fact.circumstances.lastsDays, lasts >= 1, lasts < 40_000 else { return nil }
      let days = Int(lasts.rounded())
      return wording(
        "summary_lasting", ["name": wording.name(finding), "days": String(days)]
      ).map { (state.today - days, $0) }
    }
    return dated.sorted { $0.day < $1.day }.map(\.text)
  }

  /// What was skipped, and the items of screens that were not put.
  private var unknown: [Int] {
    var seen = Set<Int>()
    let open = Agenda(pack: pack).unfinishedScreens(state).flatMap { pack.screens[$0].items }
    return (state.notChecked + open).filter {
      state.store.standing($0) == .unknown && seen.insert($0).inserted
    }
  }

  /// One line a topic, the topics in the order they first come up.
  private func byTopic(_ findings: [Int]) -> [String] {
    var topics: [String] = []
    var items: [String: [String]] = [:]
    for finding in findings {
      let definition = pack.pack.findings[finding]
      if items[definition.topic] == nil { topics.append(definition.topic) }
      items[definition.topic, default: []].append(definition.item ?? definition.name)
    }
    return topics.map { topic in
      let name = String(topic.map { $0 == "_" ? " " : $0 })
      return "\(name): \((items[topic] ?? []).joined(separator: "; "))"
    }
  }

  private func isSaid(_ finding: Int) -> Bool { state.store.leading(finding)?.source != .implied }

  private func present(_ finding: Int) -> String {
    let name = wording.name(finding)
    guard let fact = state.store.leading(finding), !fact.text.isEmpty, fact.source == .volunteered
    else { return name }
    var line = "\(name) (\"\(fact.text)\""
    if let ago = fact.circumstances.agoDays, ago > 0,
      let day = wording("days_ago", ["days": String(ago)])
    {
      line += ", \(day)"
    }
    return line + ")"
  }

  private func levelName(_ level: Level) -> String {
    pack.pack.levels["\(level.rawValue).name"].map { wording.expand($0.value) } ?? level.rawValue
  }
}
