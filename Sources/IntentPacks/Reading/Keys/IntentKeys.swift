/// The keys of an intent.
enum IntentKeys {
  static let all: [Key<Intent>] = [
    Key("patterns", .lines, "Ways of saying it, one a line.") { $0.patterns = $1.lines },
    Key("examples", .lines, "Sentences that must be understood as this.") {
      $0.examples = $1.lines
    },
    Key("not", .lines, "Sentences that must not be understood as this.") { $0.not = $1.lines },
    Key("say", .text, "What is answered.") { $0.say = $1.text },
    Key("do", .keyword(Intent.Action.allCases.map(\.rawValue)), "What is done.") {
      $0.action = Intent.Action(rawValue: $1.string)
    },
    Key("gives_advice", .flag, "True: answered only while no flag is open.") {
      $0.givesAdvice = $1.flag
    },
    Key("activity", .id, "The activity that an open flag may forbid.") { $0.activity = $1.text },
    Key("about", .id, "The cause or flag it speaks about.") { $0.about = $1.text },
  ]
}
