/// What a single word does in a sentence; from the one-word lines of the cues of the same name.
struct WordClasses: OptionSet, Sendable, Hashable {
  let rawValue: UInt32

  /// i, it, there: a new subject ends the scope of what stood before.
  static let subject = WordClasses(rawValue: 1 << 0)
  /// i: the user as subject.
  static let selfSubject = WordClasses(rawValue: 1 << 1)
  /// my, mine
  static let possessive = WordClasses(rawValue: 1 << 2)
  static let preposition = WordClasses(rawValue: 1 << 3)
  /// Finite verbs: is, feels, makes.
  static let verb = WordClasses(rawValue: 1 << 4)
  /// a, an, some: opens a new thing in a list.
  static let determiner = WordClasses(rawValue: 1 << 5)
  /// um, well, lol: says nothing.
  static let filler = WordClasses(rawValue: 1 << 6)
  static let andWord = WordClasses(rawValue: 1 << 7)
  static let orWord = WordClasses(rawValue: 1 << 8)
  /// says, noticed: what follows is not about the person who says it.
  static let reporting = WordClasses(rawValue: 1 << 9)
  /// Words after which an initial "no" was an answer, not a denial of the next word.
  static let interjectionFollow = WordClasses(rawValue: 1 << 10)
  /// Words before a unit that make it a unit ("last week"), so that it is no slip.
  static let slipStop = WordClasses(rawValue: 1 << 11)
  /// not, never, no: a word that denies by itself.
  static let denial = WordClasses(rawValue: 1 << 12)
  /// Opens a further part of the clause without ending it: then, so, because.
  static let segmentBreak = WordClasses(rawValue: 1 << 13)
  /// have, get, feel: a denial repeated after it only strengthens ("ain't got no pain").
  static let concordVerb = WordClasses(rawValue: 1 << 14)
  /// and, to: joins the ends of a range between two numbers.
  static let rangeWord = WordClasses(rawValue: 1 << 15)
  /// yes, nope: an answer whatever follows.
  static let interjection = WordClasses(rawValue: 1 << 16)
  /// the, this, my: what follows is known to be there ("nothing helps the swelling").
  static let definite = WordClasses(rawValue: 1 << 17)
  /// do, does, did: what follows its denial is the verb that is denied.
  static let support = WordClasses(rawValue: 1 << 18)

  /// pain, fever: names a complaint, so that a denied thing ends with it ("no pain diabetic").
  static let complaint = WordClasses(rawValue: 1 << 19)
  /// had, was, fainted: told of a time gone by.
  static let pastVerb = WordClasses(rawValue: 1 << 20)
  /// skin, veins: what every body part has, so that it is no other subject.
  static let partOfPlace = WordClasses(rawValue: 1 << 21)
  /// breathlessness, swelling: names a sign, so that a list of them may be denied as a whole.
  static let sign = WordClasses(rawValue: 1 << 22)
  /// fine, ok: says of a thing that nothing is wrong with it.
  static let well = WordClasses(rawValue: 1 << 23)

  static let byName: [String: WordClasses] = [
    "subject": .subject, "self_subject": .selfSubject, "possessive": .possessive,
    "preposition": .preposition, "verb": .verb, "determiner": .determiner, "filler": .filler,
    "and_word": .andWord, "or_word": .orWord, "reporting": .reporting,
    "interjection_follow": .interjectionFollow, "slip_stop": .slipStop, "denial": .denial,
    "segment_break": .segmentBreak, "concord_verb": .concordVerb, "range_word": .rangeWord,
    "interjection": .interjection, "definite": .definite, "support_verb": .support,
    "complaint": .complaint, "past_verb": .pastVerb,
    "part_of_place": .partOfPlace, "sign": .sign, "well": .well,
  ]

  /// Neither a thing nor a quality: counted as no content.
  static let functional: WordClasses = [
    .subject, .possessive, .preposition, .verb, .determiner, .filler, .andWord, .orWord,
    .concordVerb,
  ]
}
