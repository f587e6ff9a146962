package import IntentPacks

/// Starting files: what they hold passes `check --strict` and `test` as it is, and says in comments what to change.
package struct Templates: Sendable {
  /// The pack the files are for.
  let pack: Pack
  /// The path of the schema as seen from the root of the pack: `../schema.json`; nil when there is none.
  let schema: String?

  package init(for pack: Pack, schema: String? = nil) {
    self.pack = pack
    self.schema = schema
  }

  /// The files of a new definition, to be written below the folder of the pack.
  package func files(_ kind: TemplateKind, _ name: TemplateName) throws(TemplateProblem)
    -> [NewFile]
  {
    for (section, id, noun) in definitions(kind, name) {
      if let place = pack.place(of: id, in: section) {
        throw .exists(kind: noun, id: id, place: place)
      }
    }
    if kind == .cause, !pack.states.contains(where: \.concludes) { throw .noConclusion }
    switch kind {
    case .finding: return [finding(name)]
    case .screen: return [screen(name)]
    case .cause: return cause(name)
    case .redFlag: return redFlag(name)
    case .intent: return [intent(name)]
    case .state: return [state(name)]
    case .conversation: return [conversation(name)]
    case .pack: return newPack(name)
    }
  }

  /// What a kind defines besides the thing it is named after.
  private func definitions(_ kind: TemplateKind, _ name: TemplateName)
    -> [(section: String, id: String, noun: String)]
  {
    let id = name.id
    switch kind {
    case .finding: return [("findings", id, "finding")]
    case .screen:
      return [
        ("screens", id, "screen"), ("findings", "\(id)_first", "finding"),
        ("findings", "\(id)_second", "finding"), ("intents", "ask_\(id)", "intent"),
        ("states", "\(id)_questions", "state"),
      ]
    case .cause: return [("causes", id, "cause"), ("findings", "\(id)_sign", "finding")]
    case .redFlag:
      return [
        ("red_flags", id, "red flag"), ("findings", "\(id)_sign", "finding"),
        ("sources", "\(id)_source", "source"),
      ]
    case .intent: return [("intents", id, "intent")]
    case .state: return [("states", id, "state"), ("intents", "go_to_\(id)", "intent")]
    case .conversation, .pack: return []
    }
  }

  // MARK: What the texts share

  /// The comments on top of a file: the line for editors, then what this is.
  func head(_ path: String, _ lines: String...) -> String {
    let up = String(repeating: "../", count: path.split(separator: "/").count - 1)
    let editor = schema.map { "# yaml-language-server: $schema=\(up)\($0)\n" } ?? ""
    return editor + lines.map { "# \($0)\n" }.joined()
  }

  /// Where to go after something on the side: to the checks, else to the interview, else to the start, so that
  /// nothing that must be asked is passed by.
  var wayOn: String {
    let state =
      pack.states.first { !$0.screens.isEmpty } ?? pack.states.first(where: \.interviewsCauses)
    return state?.id ?? pack.start.value
  }

  /// How the pack's language says no to a question.
  var no: String { pack.wordings["option_no"]?.value ?? "no" }

  /// A sentence that nothing of a pack is about.
  static let unrelated = "the weather is nice"
}

extension Pack {
  /// Where a section defines an id.
  fileprivate func place(of id: String, in section: String) -> SourcePlace? {
    func find(_ definitions: [some PackDefinition]) -> SourcePlace? {
      definitions.first { $0.id == id }?.place
    }
    switch section {
    case "findings": return find(findings)
    case "screens": return find(screens)
    case "causes": return find(causes)
    case "red_flags": return find(redFlags)
    case "intents": return find(intents)
    case "states": return find(states)
    case "sources": return find(sources)
    default: return nil
    }
  }
}
