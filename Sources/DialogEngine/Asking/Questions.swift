import IntentPacks

/// Makes questions out of the pack's findings and screens.
struct Questions {
  let pack: CompiledPack

  /// A question about one finding; nil when the pack has no words for it.
  func about(_ finding: Int, purpose: Question.Purpose) -> Question? {
    let definition = pack.pack.findings[finding]
    guard let ask = definition.ask?.value else { return nil }
    let kind: Question.Kind =
      switch definition.kind {
      case .yesNo: .yesNo
      case .choice: .choice
      case .number: .number
      case .duration: .duration
      case .text: .text
      }
    return Question(
      id: definition.id, kind: kind, purpose: purpose, finding: finding, topic: definition.topic,
      text: ask, options: definition.options.map { .init(id: $0.id, text: $0.text) })
  }

  /// A question about one attribute of a finding, such as its side.
  func attribute(_ attribute: String, of finding: Int, purpose: Question.Purpose) -> Question? {
    let definition = pack.pack.findings[finding]
    guard let words = pack.pack.wordings["ask_\(attribute)"]?.value else { return nil }
    let options: [Question.Option] = ["left", "right", "both"].compactMap { id in
      attribute == "side"
        ? .init(id: id, text: pack.pack.wordings["option_\(id)"]?.value ?? id) : nil
    }
    return Question(
      id: "\(definition.id).\(attribute)", kind: .choice, purpose: purpose, finding: finding,
      attribute: attribute, topic: attribute == "side" ? "side" : definition.topic,
      text: words.replacing("{name}", with: definition.name), options: options)
  }

  /// A screen over the given items.
  func screen(_ screen: Int, items: [Int], text: String? = nil, purpose: Question.Purpose? = nil)
    -> Question
  {
    let definition = pack.pack.screens[screen]
    let shown = self.items(items)
    return Question(
      id: definition.id, kind: .anyOf, purpose: purpose ?? .screen(screen),
      topic: shown.first?.topic ?? "other", text: text ?? definition.ask.value, items: shown)
  }

  /// Findings as the lines of a list.
  func items(_ findings: [Int]) -> [Question.Item] {
    findings.map { finding in
      let item = pack.pack.findings[finding]
      return Question.Item(
        finding: finding, id: item.id, topic: item.topic, text: item.item ?? item.name)
    }
  }
}

extension String {
  /// The text with every occurrence of a placeholder replaced, left to right, never looking into what was put in.
  func replacing(_ placeholder: String, with value: String) -> String {
    guard !placeholder.isEmpty, utf8.contains(UInt8(ascii: "{")) else { return self }
    var result = ""
    var rest = self[...]
    while let found = rest.firstRange(of: placeholder) {
      result += rest[..<found.lowerBound]
      result += value
      rest = rest[found.upperBound...]
    }
    return result + rest
  }
}

extension Substring {
  func firstRange(of other: String) -> Range<String.Index>? {
    let needle = Array(other.utf8)
    let hay = utf8
    guard needle.count <= hay.count, !needle.isEmpty else { return nil }
    var start = hay.startIndex
    while let candidate = hay[start...].firstIndex(of: needle[0]) {
      var at = candidate
      var matched = 0
      while matched < needle.count, at < hay.endIndex, hay[at] == needle[matched] {
        at = hay.index(after: at)
        matched += 1
      }
      if matched == needle.count { return candidate..<at }
      start = hay.index(after: candidate)
    }
    return nil
  }
}
