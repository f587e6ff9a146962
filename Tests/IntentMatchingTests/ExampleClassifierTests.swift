import IntentPacks
import LanguageProcessing
import Testing

@testable import IntentMatching

/// A corpus of examples and unseen sentences, read from its plain form.
struct Corpus: Sendable, CustomTestStringConvertible {
  var name: String
  var intents: [Intent] = []
  var tests: [(intent: String?, text: String)] = []
  var testDescription: String { name }

  init(_ name: String, _ text: String) {
    self.name = name
    var isTest = false
    for line in text.split(separator: "\n").map(String.init) {
      if line.hasPrefix("intent ") {
        intents.append(Intent(id: String(line.dropFirst(7)), place: .nowhere))
      } else if line == "test" {
        isTest = true
      } else if isTest {
        let parts = line.split(separator: "|", maxSplits: 1).map { part in
          String(part.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
        }
        tests.append((parts[0] == "-" ? nil : parts[0], parts[1]))
      } else {
        intents[intents.count - 1].examples.append(Placed(line, at: .nowhere))
      }
    }
  }
}

@Suite struct ExampleClassifierTests {
  static let corpora = [
    Corpus("library", libraryCorpus), Corpus("transit", transitCorpus),
    Corpus("kitchen", kitchenCorpus),
  ]

  /// Counts over one corpus: in scope right, taken at all, and out of scope refused.
  struct Outcome {
    var inScope = 0
    var right = 0
    var ranked = 0
    var taken = 0
    var outOfScope = 0
    var refused = 0
  }

  private static func examples(
    _ id: String, _ lines: [String], not: [String] = []
  ) -> IntentExamples {
    IntentExamples(
      id: id, examples: lines.map(PlainReader.tokens), not: not.map(PlainReader.tokens))
  }

  private func outcome(_ corpus: Corpus) -> Outcome {
    var pack = Pack()
    pack.language.stemmer = "english"
    pack.language.expansions = [
      ("can't", "can not"), ("isn't", "is not"), ("won't", "will not"), ("don't", "do not"),
      ("i'd", "i would"), ("i'm", "i am"), ("what's", "what is"), ("where's", "where is"),
      ("when's", "when is"), ("hasn't", "has not"), ("there's", "there is"),
    ]
    pack.intents = corpus.intents
    var diagnostics: [Diagnostic] = []
    let matcher = Matcher(pack: pack, diagnostics: &diagnostics)
    let classifier = ExampleClassifier(
      corpus.intents.map { intent in
        IntentExamples(
          id: intent.id, examples: intent.examples.map { matcher.lexicon.readPattern($0.value) })
      })
    var outcome = Outcome()
    for test in corpus.tests {
      let heard = matcher.understand(test.text, on: PlainReader.date)
      if let wanted = test.intent {
        outcome.inScope += 1
        if heard.intents.first?.intent == wanted { outcome.right += 1 }
        if !heard.intents.isEmpty { outcome.taken += 1 }
        let first = classifier?.ranking(for: matcher.lexicon.readPattern(test.text)).first
        if first?.intent == wanted { outcome.ranked += 1 }
      } else {
        outcome.outOfScope += 1
        if heard.intents.isEmpty { outcome.refused += 1 }
      }
    }
    return outcome
  }

  @Test("Examples alone tell unseen sentences apart and refuse other subjects", arguments: corpora)
  func unseen(corpus: Corpus) {
    let outcome = outcome(corpus)
    print(
      "\(corpus.name): first \(outcome.ranked)/\(outcome.inScope),",
      "taken \(outcome.taken)/\(outcome.inScope), right \(outcome.right)/\(outcome.inScope),",
      "refused \(outcome.refused)/\(outcome.outOfScope)")
    #expect(outcome.ranked * 100 >= outcome.inScope * 85)
    #expect(outcome.taken * 100 >= outcome.inScope * 85)
    #expect(outcome.refused * 100 >= outcome.outOfScope * 75)
  }

  @Test("The examples themselves are understood as their intents", arguments: corpora)
  func seen(corpus: Corpus) {
    let classifier = ExampleClassifier(
      corpus.intents.map { Self.examples($0.id, $0.examples.map(\.value)) })
    for intent in corpus.intents {
      for example in intent.examples {
        let scores = classifier?.intents(for: PlainReader.tokens(example.value))
        #expect(scores?.first?.intent == intent.id, "\(example.value)")
      }
    }
  }

  @Test("Learning twice gives the same scores, and too few intents give none")
  func repeatable() {
    let corpus = Self.corpora[0]
    let examples = corpus.intents.map { Self.examples($0.id, $0.examples.map(\.value)) }
    let line = PlainReader.tokens("can i keep the book")
    #expect(
      ExampleClassifier(examples)?.ranking(for: line)
        == ExampleClassifier(examples)?.ranking(for: line))
    #expect(ExampleClassifier(Array(examples.prefix(1))) == nil)
    #expect(ExampleClassifier(examples)?.intents(for: []) == [])
  }

  @Test("A line that stands word for word among the examples of one intent is that intent")
  func wordForWord() {
    let examples = [
      ("play", ["play music"]),
      (
        "louder", ["play music louder", "play music loud", "music louder", "play louder", "louder"]
      ),
      ("stop", ["stop the music", "no more music"]),
    ].map { Self.examples($0, $1) }
    let scores = ExampleClassifier(examples)?.intents(for: PlainReader.tokens("play music"))
    #expect(scores?.first == IntentScore(intent: "play", score: 1, basis: .examples))
    #expect(scores?.dropFirst().allSatisfy { $0.score <= 0.5 } == true)
  }

  @Test("A line nearer to what an intent must not be than to its examples is not that intent")
  func counterExamples() {
    let howLong = ["how long does it rise", "when has the dough risen enough", "rise how long"]
    let not = ["my dough does not rise", "it has not risen at all"]
    let others = [
      Self.examples("flour", ["which flour do i take", "can i use rye flour"]),
      Self.examples("oven", ["how hot is the oven", "what heat does the oven need"]),
    ]
    func heard(_ line: String, not: [String]) -> [String] {
      let intents = [Self.examples("how_long", howLong, not: not)] + others
      return ExampleClassifier(intents)?.intents(for: PlainReader.tokens(line)).map(\.intent) ?? []
    }
    #expect(heard("the dough does not rise", not: []) == ["how_long"])
    #expect(heard("the dough does not rise", not: not) == [])
    #expect(heard("how long does dough rise", not: not) == ["how_long"])
    #expect(heard("how long does it rise", not: not + howLong) == ["how_long"])
  }

  @Test("A sentence given to two intents belongs to neither for sure")
  func givenTwice() {
    let examples = [
      ("tea", ["a cup please", "tea please"]), ("coffee", ["a cup please", "coffee please"]),
    ].map { Self.examples($0, $1) }
    let ranking = ExampleClassifier(examples)?.ranking(for: PlainReader.tokens("a cup please"))
    #expect(ranking?.allSatisfy { $0.score < 1 } == true)
  }

  /// A pack with two intents by examples alone, and one that may have a pattern.
  private func heard(_ line: String, tellMore pattern: String?) -> [String] {
    var pack = Pack()
    pack.language.stemmer = "english"
    var more = Intent(id: "tell_more", place: .nowhere)
    more.patterns = pattern.map { [Placed($0, at: .nowhere)] } ?? []
    more.examples = [
      "tell me more about it", "can you say more", "go into detail", "tell me all about it",
    ].map { Placed($0, at: .nowhere) }
    let others = Self.corpora[2].intents.filter { ["milk_system", "grinder"].contains($0.id) }
    pack.intents = [more] + others
    var diagnostics: [Diagnostic] = []
    let matcher = Matcher(pack: pack, diagnostics: &diagnostics)
    return matcher.understand(line, on: PlainReader.date).intents.map(\.intent)
  }

  @Test("Beside intents by examples alone one with patterns is suggested only when it is clear")
  func patternsOfItsOwn() {
    #expect(heard("is it all about money", tellMore: nil).first == "tell_more")
    #expect(heard("is it all about money", tellMore: "\"tell more\"") == [])
    #expect(heard("can you say more about it", tellMore: "\"tell more\"").first == "tell_more")
  }
}
