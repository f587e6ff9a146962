import DialogEngine
package import IntentPacks
import LanguageProcessing

/// Finds the definitions of a pack by id.
package struct Definitions: Sendable {
  private let pack: Pack
  private let pages: [DefinitionPage]

  package init(_ pack: Pack) {
    self.pack = pack
    func pages(_ kind: DefinitionPage.Kind, _ list: [some PackDefinition]) -> [DefinitionPage] {
      list.map { DefinitionPage(kind, $0.id, at: $0.place) }
    }
    self.pages =
      pages(.finding, pack.findings) + pages(.screen, pack.screens)
      + pages(.redFlag, pack.redFlags) + pages(.raisingRule, pack.raiseByOne)
      + pages(.cause, pack.causes) + pages(.intent, pack.intents) + pages(.state, pack.states)
      + pages(.concept, pack.concepts) + pages(.source, pack.sources)
      + pages(.avoid, pack.avoids) + pages(.region, pack.regions)
      + pack.wordings.sorted { $0.key < $1.key }.map {
        DefinitionPage(.wording, $0.key, at: $0.value.place)
      }
  }

  /// Every definition of this id, in whatever section, with all there is to say of it.
  package func about(_ id: String) -> [DefinitionPage] {
    let found = pages.filter { $0.id == id }
    guard !found.isEmpty else { return [] }
    let references = References(pack).to(id)
    let patterns = OwnedPattern.all(in: pack)
    let scripts = scripts(naming: id)
    return found.map { page in
      var page = page
      page.users = references.filter { $0.kind == page.kind }.map(\.user)
      page.patterns = patterns.filter { isHeard(page, by: $0) }.map(\.line)
      page.scripts = scripts
      return page
    }
  }

  /// Whatever says these words to the user: a line with kind, id and place, and one with the text. Capitals do not count.
  package func saying(_ words: String) -> [String] {
    let words = words.lowercased()
    return SpokenText.all(in: pack).filter { $0.text.value.lowercased().contains(words) }.flatMap {
      let key = $0.key.isEmpty ? "" : ", \($0.key)"
      let text = $0.text.value.split(whereSeparator: \.isNewline).joined(separator: " ")
      return ["\($0.kind.rawValue) \($0.owner)\(key)  \($0.text.place)", "  \(text)"]
    }
  }

  /// The id nearest to one that the pack does not hold.
  package func nearest(to id: String) -> String? { NearestName.of(id, among: pages.map(\.id)) }

  private func isHeard(_ page: DefinitionPage, by pattern: OwnedPattern) -> Bool {
    switch (page.kind, pattern.owner) {
    case (.finding, .finding(let id)), (.finding, .denial(let id)), (.finding, .option(let id, _)),
      (.intent, .intent(let id)), (.redFlag, .flag(let id)), (.cause, .cause(let id)),
      (.concept, .concept(let id)):
      id == page.id
    default: false
    }
  }

  /// The scripts in which a line that is nobody's words names the id.
  private func scripts(naming id: String) -> [(place: SourcePlace, count: Int)] {
    ScriptFiles.texts(in: pack.folders).compactMap { script in
      let lines = script.text.split(separator: "\n", omittingEmptySubsequences: false)
      let found = lines.indices.filter { names(lines[$0], id) }
      return found.first.map {
        (SourcePlace(file: script.path, line: $0 + 1), found.count)
      }
    }
  }

  private func names(_ line: Substring, _ id: String) -> Bool {
    guard line.contains(id) else { return false }
    let key = line.prefix { $0 != ":" }
    guard !["user", "bot", "not bot", "never", "title"].contains(key), !line.hasPrefix("#") else {
      return false
    }
    return line.split { !($0.isLetter || $0.isNumber || $0 == "_" || $0 == "-") }
      .contains { $0 == id }
  }
}
