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
    let known = state.store.known
    section("present", known.filter { state.store.standing($0) == .yes && isSaid($0) }.map(present))
    section(
      "unclear",
      known.filter {
        let standing = state.store.standing($0)
        return standing == .conflict || standing == .unsure
      }.map { wording.name($0) })
    section(
      "absent",
      known.filter {
        let standing = state.store.standing($0)
        return standing == .no || standing == .screenedNo
      }.map { pack.pack.findings[$0].item ?? pack.pack.findings[$0].name })
    section("not_checked", state.notChecked.map { pack.pack.findings[$0].name })
    section(
      "flags",
      FlagOrder(pack: pack).sorted(state.flags).map { status in
        let word =
          pack.pack.wordings["flag_\(status.state.rawValue)"]?.value ?? status.state.rawValue
        return "\(pack.pack.redFlags[status.flag].name): \(word), \(levelName(status.level))"
      })
    section(
      "causes",
      state.concluded.prefix(ConclusionText.shown).map { pack.pack.causes[$0.cause].name })
    section("level", [levelName(state.raisedLevel)])
    if state.crisisShown, let crisis = wording("crisis_reminder") { lines.append(crisis) }
    if let foot = wording("summary_foot") { lines.append(foot) }
    if let use = wording("intended_use") {
      lines += use.split(separator: "\n").map(String.init)
    }
    return lines
  }

  private func isSaid(_ finding: Int) -> Bool { state.store.leading(finding)?.source != .implied }

  private func present(_ finding: Int) -> String {
    let name = wording.name(finding)
    guard let fact = state.store.leading(finding), !fact.text.isEmpty else { return name }
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
