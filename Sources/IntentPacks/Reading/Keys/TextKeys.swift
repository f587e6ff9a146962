/// The keys of definitions that are little more than texts.
enum TextKeys {
  static let source: [Key<Source>] = [
    Key("title", .text, "What it is called.", isRequired: true) { $0.title = $1.string },
    Key("url", .text, "Where it is.") { $0.url = $1.string },
    Key("read", .keyword(["page", "abstract", "excerpt", "mirror"]), "What was read of it.") {
      $0.read = $1.string
    },
  ]

  static let avoid: [Key<Avoid>] = [
    Key("say", .text, "The sentence in the list of what not to do.", isRequired: true) {
      $0.say = $1.string
    },
    Key("refuse", .text, "What is said to an intent of this activity while a flag avoids it.") {
      $0.refuse = $1.string
    },
  ]

  static let region = [
    KeyDescription("name", .text, "The country in words."),
    KeyDescription("emergency", .raw, "The emergency number as printed."),
  ]
}
