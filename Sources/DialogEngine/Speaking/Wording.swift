import IntentMatching
import IntentPacks
import LanguageProcessing

/// Fills the placeholders of the pack's sentences.
///
/// One pass from left to right: what is put in is never expanded again, so nothing the user typed can
/// act as a placeholder.
struct Wording {
  let pack: CompiledPack
  let region: RegionChoice
  let store: FactStore
  let today: Int

  /// A wording by id; nil when the pack has none.
  func callAsFunction(_ id: String, _ values: [String: String] = [:]) -> String? {
    pack.pack.wordings[id].map { expand($0.value, values) }
  }

  func expand(_ template: String, _ values: [String: String] = [:]) -> String {
    // Bytes, not characters: sentences are expanded many times a turn.
    guard template.holds(byte: Self.opening) else { return template }
    let bytes = template.utf8
    guard var open = bytes.firstIndex(of: Self.opening) else { return template }
    var result = ""
    var rest = template[...]
    while true {
      result += rest[..<open]
      guard let close = bytes[open...].firstIndex(of: Self.closing) else {
        result += rest[open...]
        return result
      }
      let name = String(rest[bytes.index(after: open)..<close])
      rest = rest[bytes.index(after: close)...]
      if name == "side" {
        let side = values["side"] ?? ""
        result += side
        if !side.isEmpty, rest.first?.isLetter == true { result += " " }
        if side.isEmpty, result.last == " ", rest.first == " " { rest = rest.dropFirst() }
      } else {
        result += value(name, values)
      }
      guard let next = rest.utf8.firstIndex(of: Self.opening) else { return result + rest }
      open = next
    }
  }

  private static let opening = UInt8(ascii: "{")
  private static let closing = UInt8(ascii: "}")

  private func value(_ name: String, _ values: [String: String]) -> String {
    if let value = values[name] { return value }
    if name.hasPrefix("said:") {
      let finding = String(name.dropFirst(5))
      return pack.findingIndex[finding].flatMap { store.leading($0)?.text } ?? ""
    }
    return regional(name, values) ?? ""
  }

  // MARK: Region

  private func region(_ id: String) -> Region? {
    pack.regionIndex[id].map { pack.pack.regions[$0] }
  }

  private func regional(_ name: String, _ values: [String: String]) -> String? {
    let own = region.id.flatMap(region)
    let unknown = region("unknown")
    if name == "region" { return own?.name ?? unknown?.name }
    if name == "emergency_number" {
      if let own, !own.emergency.isEmpty { return own.emergency }
      return unknown?.words[name]
    }
    if name == "call_now" || name == "call_if" || name == "call_if_start" {
      if case .locale = region, let text = pack.pack.wordings["\(name)_locale"] {
        return expand(text.value, values)
      }
      if let own, !own.emergency.isEmpty, let text = pack.pack.wordings[name] {
        return expand(text.value, values)
      }
    }
    let template = own?.words[name] ?? unknown?.words[name] ?? pack.pack.wordings[name]?.value
    return template.map { expand($0, values) }
  }

  // MARK: Findings

  /// The side of a finding as a word; empty when not said, or both.
  func sideWord(_ finding: Int) -> String {
    let facts = store.facts(about: finding).filter { $0.isClaim && $0.value != "no" }
    guard let side = facts.last(where: { $0.circumstances.side != nil })?.circumstances.side else {
      return ""
    }
    return side == .left || side == .right
      ? (pack.pack.wordings["option_\(side.rawValue)"]?.value ?? "") : ""
  }

  /// The noun for a finding, with its side: "left calf pain".
  func name(_ finding: Int) -> String {
    let definition = pack.pack.findings[finding]
    if definition.kind == .choice, let fact = store.leading(finding),
      let option = definition.options.first(where: { $0.id == fact.value })
    {
      return expand("\(definition.name): \(option.text)")
    }
    if definition.kind == .number || definition.kind == .duration || definition.kind == .text,
      let fact = store.leading(finding)
    {
      return "\(definition.name): \(quantity(fact, definition))"
    }
    let side = sideWord(finding)
    if definition.name.holds("{side}") { return expand(definition.name, ["side": side]) }
    return side.isEmpty ? definition.name : "\(definition.name) (\(side))"
  }

  /// A value as typed where the words hold no more than it, else the number in its unit.
  private func quantity(_ fact: Fact, _ definition: Finding) -> String {
    guard let number = fact.number else { return fact.text.isEmpty ? fact.value : fact.text }
    let words = pack.matcher.lexicon.read(fact.text)
    let mentions = pack.matcher.lexicon.values(in: words, on: CalendarDate(dayNumber: today))
    if definition.kind == .duration, let last = mentions.last { return words.words(last.tokens) }
    let value = Quantity.text(number)
    guard let unit = definition.unit, definition.topic != "age" else { return value }
    return "\(value) \(unit)"
  }

  /// The clause that says a finding back: "your left calf is swollen".
  func back(_ finding: Int) -> String {
    let definition = pack.pack.findings[finding]
    guard let back = definition.back else { return name(finding) }
    let value = store.leading(finding).map(spokenValue) ?? ""
    return expand(back, ["side": sideWord(finding), "value": value])
  }

  /// A value as typed; one that was converted from another unit without places that nobody said.
  func spokenValue(_ fact: Fact) -> String {
    guard let number = fact.number, number >= 10, !fact.text.contains(fact.value) else {
      return fact.value
    }
    return Quantity.text(number.rounded())
  }

  /// "a, b and c", joined with the pack's word for "and".
  func list(_ items: [String]) -> String {
    let and = pack.pack.wordings["list_and"]?.value ?? ", "
    guard let last = items.last, items.count > 1 else { return items.first ?? "" }
    return items.dropLast().joined(separator: ", ") + " \(and) " + last
  }

  /// A span of time in the largest unit that keeps it whole: "10 days", "3 weeks".
  func duration(days: Double) -> String {
    let days = Int(min(max(days, 0), 36_500).rounded())
    let (unit, count) =
      switch days {
      case 700...: ("year", (days + 182) / 365)
      case 70...: ("month", (days + 15) / 30)
      case 14... where days % 7 == 0: ("week", days / 7)
      default: ("day", days)
      }
    let text = self(
      count == 1 ? "duration_\(unit)" : "duration_\(unit)s", ["number": String(count)])
    return text ?? String(days)
  }

  /// A date so many days from today, as people write it: "Tuesday 14 May".
  func date(after days: Int) -> String {
    let day = CalendarDate(dayNumber: today).adding(days: days)
    let names = pack.pack.wordings["day_names"]?.value.split(separator: " ") ?? []
    let months = pack.pack.wordings["month_names"]?.value.split(separator: " ") ?? []
    guard names.count == 7, months.count == 12 else { return day.description }
    return "\(names[day.weekday - 1]) \(day.day) \(months[day.month - 1])"
  }
}

extension String {
  /// With its first letter in capitals.
  var sentenceStart: String {
    guard let first else { return self }
    return first.uppercased() + dropFirst()
  }

  /// How many words stand between spaces.
  var wordCount: Int {
    utf8.withContiguousStorageIfAvailable(Self.wordCount) ?? Self.wordCount(utf8)
  }

  private static func wordCount(_ bytes: some Sequence<UInt8>) -> Int {
    var count = 0
    var isInside = false
    for byte in bytes {
      if byte != UInt8(ascii: " "), !isInside { count += 1 }
      isInside = byte != UInt8(ascii: " ")
    }
    return count
  }

  /// Whether a byte stands anywhere in the text.
  func holds(byte: UInt8) -> Bool {
    utf8.withContiguousStorageIfAvailable { $0.contains(byte) } ?? utf8.contains(byte)
  }

  /// Whether the bytes of a short text stand anywhere in this one.
  func holds(_ other: String) -> Bool { self[...].firstRange(of: other) != nil }
}
