import IntentPacks

/// A text that is said to the user, and by whom.
struct SpokenText: Sendable {
  enum Kind: String, Sendable {
    case flag = "red flag"
    case cause, finding, screen, intent, state, wording, level, avoid, region
  }

  var kind: Kind
  /// The id of the definition that says it.
  var owner: String
  var key: String
  var text: Placed<String>

  static func all(in pack: Pack) -> [SpokenText] {
    var all: [SpokenText] = []
    func add(_ kind: Kind, _ owner: String, _ key: String, _ text: Placed<String>?) {
      guard let text, !text.value.isEmpty else { return }
      all.append(SpokenText(kind: kind, owner: owner, key: key, text: text))
    }
    for flag in pack.redFlags {
      add(.flag, flag.id, "name", Placed(flag.name, at: flag.place))
      var said: Set<SourcePlace> = []
      for level in Level.allCases {
        guard let text = flag.first[level], said.insert(text.place).inserted else { continue }
        add(.flag, flag.id, "first", text)
      }
      add(.flag, flag.id, "tell_them", flag.tellThem)
      add(.flag, flag.id, "reason", flag.reason)
      add(.flag, flag.id, "now", flag.now)
      add(.flag, flag.id, "worse", flag.worse)
    }
    for rule in pack.raiseByOne { add(.flag, rule.id, "says", rule.says) }
    for cause in pack.causes {
      add(.cause, cause.id, "name", Placed(cause.name, at: cause.place))
      add(.cause, cause.id, "explain", cause.explain)
      for line in cause.advice { add(.cause, cause.id, "do", line) }
      add(.cause, cause.id, "see_someone", cause.seeSomeone)
      add(.cause, cause.id, "tests", cause.tests)
    }
    for finding in pack.findings {
      add(.finding, finding.id, "name", Placed(finding.name, at: finding.place))
      add(.finding, finding.id, "said", finding.said.map { Placed($0, at: finding.place) })
      add(
        .finding, finding.id, "said_after", finding.saidAfter.map { Placed($0, at: finding.place) })
      add(.finding, finding.id, "back", finding.back.map { Placed($0, at: finding.place) })
      add(.finding, finding.id, "item", finding.item.map { Placed($0, at: finding.place) })
      for option in finding.options {
        for text in [option.text, option.said].compactMap({ $0 }) {
          add(.finding, finding.id, "options", Placed(text, at: finding.place))
        }
      }
      add(.finding, finding.id, "ask", finding.ask)
      add(.finding, finding.id, "why", finding.why)
      add(.finding, finding.id, "how", finding.how)
    }
    for screen in pack.screens {
      add(.screen, screen.id, "ask", screen.ask)
      add(.screen, screen.id, "why", screen.why)
    }
    for intent in pack.intents { add(.intent, intent.id, "say", intent.say) }
    for state in pack.states {
      if case .text(let text) = state.say { add(.state, state.id, "say", text) }
    }
    for (id, text) in pack.wordings.sorted(by: { $0.key < $1.key }) { add(.wording, id, "", text) }
    for (id, text) in pack.levels.sorted(by: { $0.key < $1.key }) { add(.level, id, "", text) }
    for avoid in pack.avoids {
      add(.avoid, avoid.id, "say", Placed(avoid.say, at: avoid.place))
      add(.avoid, avoid.id, "refuse", avoid.refuse.map { Placed($0, at: avoid.place) })
    }
    for region in pack.regions {
      for (key, text) in region.words.sorted(by: { $0.key < $1.key }) {
        add(.region, region.id, key, Placed(text, at: region.place))
      }
    }
    return all
  }

  /// Its sentences, cut at `.`, `?`, `!`, `:` and line ends; what stands in braces counts as one word.
  var sentences: [String] {
    Prose.sentences(in: text.value)
  }
}
