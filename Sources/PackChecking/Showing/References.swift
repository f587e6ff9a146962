import DialogEngine
import IntentPacks
import LanguageProcessing

/// Who refers to what in a pack.
struct References {
  /// A reference to a definition of one kind.
  struct Reference {
    var kind: DefinitionPage.Kind
    var id: String
    /// Who refers to it, and the place of the reference.
    var user: Placed<String>
  }

  private var all: [Reference] = []

  init(_ pack: Pack) {
    addFindings(pack)
    addFlags(pack)
    addCauses(pack)
    addDialog(pack)
    addPatterns(pack)
    addTexts(pack)
  }

  /// The references to an id, in the order of the places they stand at.
  func to(_ id: String) -> [Reference] {
    all.filter { $0.id == id }.sorted {
      ($0.user.place, $0.user.value) < ($1.user.place, $1.user.value)
    }
  }

  private mutating func add(
    _ kind: DefinitionPage.Kind, _ ids: [Placed<String>], _ user: String
  ) {
    all += ids.map { Reference(kind: kind, id: $0.value, user: Placed(user, at: $0.place)) }
  }

  private mutating func add(_ lines: [ConditionLine], _ user: String) {
    for line in lines {
      add(.finding, Set(line.value.findings).map { Placed($0, at: line.place) }, user)
    }
  }

  private mutating func addFindings(_ pack: Pack) {
    for finding in pack.findings {
      add(finding.means, "finding \(finding.id), means")
      add(finding.when.map { [$0] } ?? [], "finding \(finding.id), when")
      add(.finding, finding.implies, "finding \(finding.id), implies")
    }
    for screen in pack.screens {
      add(.finding, screen.items, "screen \(screen.id)")
      add(screen.once.map { [$0] } ?? [], "screen \(screen.id), once")
    }
  }

  private mutating func addFlags(_ pack: Pack) {
    let screens = Set(pack.screens.map(\.id))
    for flag in pack.redFlags {
      let name = "red flag \(flag.id)"
      for level in Level.allCases.reversed() {
        add(flag.raise[level] ?? [], "\(name), \(level.rawValue)")
      }
      add(flag.unless.map { [$0] } ?? [], "\(name), unless")
      add(flag.assessed.map { [$0] } ?? [], "\(name), assessed")
      add(.finding, flag.suspectedBy, "\(name), suspected_by")
      for (key, questions) in [("confirm", flag.confirm), ("then_ask", flag.thenAsk)] {
        for question in questions {
          add(
            screens.contains(question.id) ? .screen : .finding,
            [Placed(question.id, at: question.place)], "\(name), \(key)")
        }
      }
      add(.avoid, flag.avoid, name)
      add(.source, flag.sources, name)
    }
    for rule in pack.raiseByOne { add(rule.when, "raising rule \(rule.id)") }
  }

  private mutating func addCauses(_ pack: Pack) {
    for cause in pack.causes {
      let name = "cause \(cause.id)"
      for (word, supports) in [("for", cause.supports), ("against", cause.against)] {
        for support in supports {
          add(
            .finding, [Placed(support.finding, at: support.place)],
            "\(name), \(support.weight.rawValue) \(word) it")
        }
      }
      add(cause.soonWhen, "\(name), soon_when")
      add(.avoid, cause.avoid, name)
      add(.source, cause.sources, name)
    }
  }

  private mutating func addDialog(_ pack: Pack) {
    add(.state, [pack.start], "pack.yaml, start")
    for state in pack.states {
      let name = "state \(state.id)"
      add(.finding, state.ask, name)
      add(.screen, state.screens, name)
      add(.intent, state.on.map(\.intent), name)
      add(state.when.map(\.condition), "\(name), when")
      add(
        .state, state.on.map(\.go) + state.when.map(\.go) + (state.go.map { [$0] } ?? []), name)
      if case .wording(let id) = state.say { add(.wording, [id], name) }
    }
    let causes = Set(pack.causes.map(\.id))
    for intent in pack.intents {
      let name = "intent \(intent.id)"
      for about in intent.about.map({ [$0] }) ?? [] {
        add(causes.contains(about.value) ? .cause : .redFlag, [about], name)
      }
      add(.avoid, intent.activity.map { [$0] } ?? [], name)
    }
  }

  private mutating func addPatterns(_ pack: Pack) {
    for pattern in OwnedPattern.all(in: pack) {
      for concept in OwnedPattern.concepts(in: pattern.line.value) {
        add(.concept, [Placed(concept.id, at: pattern.line.place)], pattern.owner.plainName)
      }
    }
  }

  private mutating func addTexts(_ pack: Pack) {
    for text in SpokenText.all(in: pack) {
      for name in Placeholders.names(in: text.text.value) {
        let user = "\(text.owner) says {\(name)}"
        if name.hasPrefix("said:") {
          add(.finding, [Placed(String(name.dropFirst(5)), at: text.text.place)], user)
        } else if pack.wordings[name] != nil {
          add(.wording, [Placed(name, at: text.text.place)], user)
        }
      }
    }
  }
}
