import IntentPacks
import LanguageProcessing
import Testing

@testable import IntentMatching

@Suite struct CentroidJudgesTests {
  @Test(
    "The middles of the examples tell most unseen sentences of a very large pack apart",
    arguments: ExampleClassifierTests.corpora)
  func unseen(corpus: Corpus) {
    let sentences = corpus.intents.flatMap { intent in
      intent.examples.map { SentenceFeatures(PlainReader.tokens($0.value)) }
    }
    let labels = corpus.intents.indices.flatMap { at in
      corpus.intents[at].examples.map { _ in at }
    }
    let weights = FeatureWeights(sentences, labels: labels)
    let judges = CentroidJudges(
      sentences.map { weights.vector($0) }, labels: labels, intents: corpus.intents.count,
      features: weights.count)
    var right = 0
    var asked = 0
    for test in corpus.tests {
      guard let wanted = test.intent else { continue }
      let said = judges.logarithms(
        weights.vector(SentenceFeatures(PlainReader.tokens(test.text))))
      asked += 1
      let best = said.indices.max { said[$0] < said[$1] }
      if best.map({ corpus.intents[$0].id }) == wanted { right += 1 }
    }
    #expect(right * 100 >= asked * 75, "\(right) of \(asked)")
  }

  @Test("A pack whose judges would need too much memory gets the middles instead")
  func size() {
    #expect(IntentJudges.size(intents: 150, features: 30_000) < ExampleModel.mostNumbers)
    #expect(IntentJudges.size(intents: 10_000, features: 30_000) > ExampleModel.mostNumbers)
  }
}
