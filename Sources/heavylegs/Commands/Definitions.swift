import IntentPacks

/// Finds definitions of a pack by id, with who refers to them.
struct Definitions {
  /// One definition: its kind, where it stands, who refers to it.
  struct Definition {
    var kind: String
    var id: String
    var place: SourcePlace
    var users: [String]

    /// The definition as its file holds it, then who refers to it.
    func lines(of reading: PackReading) -> [String] {
      var lines = ["\(kind) \(id)  \(place)"]
      if let file = reading.files[place.file] { lines += excerpt(file) }
      if !users.isEmpty { lines += ["used by"] + users.map { "  \($0)" } }
      return lines
    }

    /// From the line of the id to the next line that is not further in.
    private func excerpt(_ file: SourceFile) -> [String] {
      func text(_ line: Int) -> String { String(decoding: file.line(line), as: UTF8.self) }
      func indent(_ line: String) -> Int { line.prefix { $0 == " " }.count }
      guard place.line >= 1, place.line <= file.lineCount else { return [] }
      let depth = indent(text(place.line))
      var lines = [text(place.line)]
      var number = place.line + 1
      while number <= file.lineCount {
        let line = text(number)
        if !line.trimmed.isEmpty, indent(line) <= depth { break }
        lines.append(line)
        number += 1
      }
      while lines.last?.trimmed.isEmpty == true { lines.removeLast() }
      return lines
    }
  }

  private let pack: Pack

  init(_ pack: Pack) { self.pack = pack }

  /// Every definition of this id, in whatever section.
  func about(_ id: String) -> [Definition] {
    all.filter { $0.id == id }.map {
      Definition(kind: $0.kind, id: $0.id, place: $0.place, users: users(of: $0.id, $0.kind))
    }
  }

  var ids: [String] { all.map(\.id) }

  private var all: [(kind: String, id: String, place: SourcePlace)] {
    var all: [(kind: String, id: String, place: SourcePlace)] = []
    all += pack.findings.map { ("finding", $0.id, $0.place) }
    all += pack.screens.map { ("screen", $0.id, $0.place) }
    all += pack.redFlags.map { ("red flag", $0.id, $0.place) }
    all += pack.causes.map { ("cause", $0.id, $0.place) }
    all += pack.intents.map { ("intent", $0.id, $0.place) }
    all += pack.states.map { ("state", $0.id, $0.place) }
    all += pack.concepts.map { ("concept", $0.id, $0.place) }
    all += pack.sources.map { ("source", $0.id, $0.place) }
    all += pack.avoids.map { ("avoid", $0.id, $0.place) }
    all += pack.regions.map { ("region", $0.id, $0.place) }
    all += pack.wordings.sorted { $0.key < $1.key }.map { ("wording", $0.key, $0.value.place) }
    return all
  }

  private func users(of id: String, _ kind: String) -> [String] {
    var users: [String] = []
    func note(_ user: String, _ place: SourcePlace, if isUser: Bool) {
      if isUser { users.append("\(user)  \(place)") }
    }
    switch kind {
    case "finding":
      for screen in pack.screens {
        note("screen \(screen.id)", screen.place, if: screen.items.contains { $0.value == id })
      }
      for flag in pack.redFlags {
        let lines =
          flag.raise.values.flatMap { $0 } + [flag.unless, flag.assessed].compactMap { $0 }
        let isRule = lines.contains { $0.value.findings.contains(id) }
        note(
          "red flag \(flag.id)", flag.place, if: isRule || flag.confirm.contains { $0.id == id })
      }
      for cause in pack.causes {
        note(
          "cause \(cause.id), for", cause.place, if: cause.supports.contains { $0.finding == id })
        note(
          "cause \(cause.id), against", cause.place, if: cause.against.contains { $0.finding == id }
        )
      }
      for finding in pack.findings {
        let lines = finding.means + [finding.when].compactMap { $0 }
        let isUsed =
          lines.contains { $0.value.findings.contains(id) }
          || finding.implies.contains { $0.value == id }
        note("finding \(finding.id)", finding.place, if: isUsed)
      }
    case "screen":
      for state in pack.states {
        note("state \(state.id)", state.place, if: state.screens.contains { $0.value == id })
      }
      for flag in pack.redFlags {
        note("red flag \(flag.id)", flag.place, if: flag.confirm.contains { $0.id == id })
      }
    case "source":
      for flag in pack.redFlags {
        note("red flag \(flag.id)", flag.place, if: flag.sources.contains { $0.value == id })
      }
      for cause in pack.causes {
        note("cause \(cause.id)", cause.place, if: cause.sources.contains { $0.value == id })
      }
    case "state":
      for state in pack.states { note("state \(state.id)", state.place, if: state.go?.value == id) }
    default: break
    }
    return users
  }
}
