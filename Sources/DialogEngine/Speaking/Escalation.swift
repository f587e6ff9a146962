import IntentPacks

/// Speaks the instructions of raised flags: what to do first, and always in the same order.
struct Escalation {
  let pack: CompiledPack
  let wording: Wording
  /// Corrections of words that carried a flag's finding: said on the second line.
  var correctionNote: String?

  /// How much is said: what can be left out when a reply would grow too long.
  private struct Length {
    var avoids = 3
    var facts = 3
    var speaksOfSecond = true
    var speaksOfNobody = true
    var speaksOfWaiting = true

    /// From whole to short, the least needed left out first.
    static let choices = [
      Length(), Length(avoids: 2), Length(avoids: 1), Length(avoids: 1, facts: 2),
      Length(avoids: 1, facts: 1), Length(avoids: 1, facts: 1, speaksOfWaiting: false),
      Length(avoids: 0, facts: 1, speaksOfWaiting: false),
      Length(avoids: 2, speaksOfSecond: false),
      Length(avoids: 2, facts: 2, speaksOfSecond: false),
      Length(avoids: 1, facts: 2, speaksOfSecond: false),
      Length(avoids: 1, facts: 1, speaksOfSecond: false, speaksOfNobody: false),
    ]
  }

  /// At most so many words in instructions, so that with a question they stay under a hundred.
  private static let mostWords = 90

  /// The instructions for the gravest flag, and a word on the next one.
  func speak(_ raised: [FlagStatus], into reply: inout Reply) {
    let ordered = FlagOrder(pack: pack).sorted(raised)
    guard let main = ordered.first else { return }
    let second = ordered.dropFirst().first { $0.level >= .soon }
    var said = Reply()
    let texts = SharedTexts()
    for length in Length.choices {
      said = Reply()
      speak(main, second: second, length, texts, into: &said)
      let words = said.paragraphs.reduce(0) { $0 + $1.text.wordCount }
      if words <= Self.mostWords { break }
    }
    reply.paragraphs += said.paragraphs
  }

  private func speak(
    _ main: FlagStatus, second: FlagStatus?, _ length: Length, _ texts: SharedTexts,
    into reply: inout Reply
  ) {
    let flag = pack.pack.redFlags[main.flag]
    switch main.level {
    case .emergency: emergency(flag, main, length, texts, into: &reply)
    case .urgent:
      var length = length
      // The place that can look at both is one that sees people today.
      if length.speaksOfSecond, isOfTwoSystems(main, second) { length.speaksOfNobody = false }
      urgent(flag, main, length, texts, into: &reply)
    case .soon, .routine: soon(flag, main, into: &reply)
    }
    guard main.level > .soon, !flag.isCrisis else { return }
    if let second, length.speaksOfSecond {
      let also = texts.text(.second) {
        wording("also_tell", ["name": pack.pack.redFlags[second.flag].name])
      }
      reply.add(also, role(main.level))
      // Two things from different parts of the body: one place that can look at both.
      if isOfTwoSystems(main, second) {
        reply.add(texts.text(.twoSystems) { wording("two_systems") }, .urgent)
      }
    }
    reply.add(texts.text(.program) { wording("program_at_flag") }, .note)
  }

  private func isOfTwoSystems(_ main: FlagStatus, _ second: FlagStatus?) -> Bool {
    guard let second, main.level == .urgent, second.level == .urgent else { return false }
    return pack.pack.redFlags[main.flag].group != pack.pack.redFlags[second.flag].group
  }

  /// The first line of a flag's instructions at a level.
  func first(_ flag: RedFlag, _ level: Level) -> String? {
    if let text = flag.first[level]
      ?? flag.first.filter({ $0.key < level }).max(by: { $0.key < $1.key })?.value,
      level < .emergency || flag.first[level] != nil
    {
      return wording.expand(text.value)
    }
    return wording("first_\(level.rawValue)")
  }

  private func role(_ level: Level) -> Reply.Role {
    level == .emergency ? .emergency : level == .urgent ? .urgent : .plain
  }

  private func emergency(
    _ flag: RedFlag, _ status: FlagStatus, _ length: Length, _ texts: SharedTexts,
    into reply: inout Reply
  ) {
    reply.add(texts.text(.first) { first(flag, .emergency) }, .emergency)
    reply.add(correctionNote, .note)
    if flag.isCrisis {
      reply.add(flag.now.map { wording.expand($0.value) }, .emergency)
      return
    }
    reply.add(texts.text(.tell) { tellThem(flag, status) }, .emergency)
    reply.add(texts.text(.reason(length.facts)) { reason(flag, status, length.facts) }, .emergency)
    reply.add(texts.text(.waiting) { whileYouWait(flag, "while_you_wait") }, .emergency)
    reply.add(texts.text(.avoid(length.avoids)) { avoid(flag, length.avoids) }, .emergency)
    reply.add(texts.text(.worse) { flag.worse.map { wording.expand($0.value) } }, .emergency)
  }

  private func tellThem(_ flag: RedFlag, _ status: FlagStatus) -> String? {
    let facts = nouns(status)
    let tell = (flag.tellThem.map { wording.expand($0.value, ["said": facts]) } ?? facts)
      .sentenceStart
    return tell.isEmpty ? nil : wording("tell_them_line", ["tell": tell])
  }

  private func urgent(
    _ flag: RedFlag, _ status: FlagStatus, _ length: Length, _ texts: SharedTexts,
    into reply: inout Reply
  ) {
    reply.add(texts.text(.first) { first(flag, .urgent) }, .urgent)
    if flag.isCrisis {
      reply.add(flag.worse.map { wording.expand($0.value) }, .urgent)
      return
    }
    reply.add(correctionNote, .note)
    reply.add(texts.text(.place) { place(flag) }, .urgent)
    reply.add(texts.text(.worse) { flag.worse.map { wording.expand($0.value) } }, .urgent)
    reply.add(texts.text(.reason(length.facts)) { reason(flag, status, length.facts) }, .urgent)
    if length.speaksOfWaiting {
      reply.add(texts.text(.waiting) { whileYouWait(flag, "until_then") }, .urgent)
    }
    reply.add(texts.text(.avoid(length.avoids)) { avoid(flag, length.avoids) }, .urgent)
    if length.speaksOfNobody {
      reply.add(texts.text(.nobodyToday) { wording("nobody_today") }, .urgent)
    }
  }

  private func soon(_ flag: RedFlag, _ status: FlagStatus, into reply: inout Reply) {
    if status.isAssessed {
      reply.add(wording("assessed", ["name": flag.name]))
      reply.add(flag.worse.map { wording.expand($0.value) })
      return
    }
    reply.add(first(flag, .soon))
    reply.add(reason(flag, status, 3))
  }

  private func reason(_ flag: RedFlag, _ status: FlagStatus, _ facts: Int) -> String? {
    // What was told of somebody else is not said back as the user's own.
    let said = status.isBystander ? "" : because(status, atMost: facts)
    let danger = flag.reason.map { wording.expand($0.value, ["said": said]) } ?? ""
    guard !said.isEmpty else {
      let doubtful = wording.list(unsure(status).prefix(facts).map { pack.pack.findings[$0].name })
      guard !doubtful.isEmpty else { return danger.isEmpty ? nil : danger }
      return wording("because_unsure", ["facts": doubtful, "reason": danger])
    }
    if flag.reason?.value.holds("{said}") == true { return danger }
    return wording("because", ["said": said, "reason": danger])
  }

  /// The facts that raised the flag, in the user's person: "your left calf is swollen and …".
  func because(_ status: FlagStatus, atMost count: Int = 3) -> String {
    let said = status.because.filter { finding in
      guard let fact = wording.store.leading(finding), fact.value != "unsure" else { return false }
      return fact.source != .implied || status.because.count == 1
    }
    return wording.list(said.prefix(count).map { wording.back($0) })
  }

  /// Findings the user stayed unsure about, which count as present.
  private func unsure(_ status: FlagStatus) -> [Int] {
    status.because.filter { wording.store.standing($0) == .unsure }
  }

  /// Where to go instead, for those who need another place: pregnant, frail, out alone, nobody to see them.
  private func place(_ flag: RedFlag) -> String? {
    var evaluation = Evaluation(pack: pack, store: wording.store, today: wording.today)
    evaluation.memory = TruthMemory(findings: pack.findings.count)
    for (index, rule) in pack.raises.enumerated() {
      guard rule.groups.isEmpty || flag.group.map(rule.groups.contains) ?? false,
        let says = pack.pack.raiseByOne[index].says,
        rule.when.contains(where: { evaluation.truth($0) == .yes })
      else { continue }
      return wording.expand(says.value)
    }
    return nil
  }

  /// The same facts as nouns, for words to say on the telephone; the flag's own name where none of them is the user's,
  /// so that the sentence is never empty.
  private func nouns(_ status: FlagStatus) -> String {
    let known = status.because.filter { status.isBystander || wording.store.leading($0) != nil }
    let facts = known.prefix(3).map { wording.name($0) }.filter { !$0.isEmpty }
    return facts.isEmpty ? pack.pack.redFlags[status.flag].name : wording.list(facts)
  }

  private func whileYouWait(_ flag: RedFlag, _ id: String) -> String? {
    guard let now = flag.now else { return nil }
    return wording(id, ["now": wording.expand(now.value)]) ?? wording.expand(now.value)
  }

  private func avoid(_ flag: RedFlag, _ count: Int) -> String? {
    let sentences = flag.avoid.prefix(count).compactMap { id in
      pack.avoidIndex[id.value].map { wording.expand(pack.pack.avoids[$0].say) }
    }
    return sentences.isEmpty ? nil : sentences.joined(separator: " ")
  }
}
