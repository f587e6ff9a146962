import DialogEngine
import IntentMatching
import IntentPacks
import LanguageProcessing
import TestSupport
import Testing

/// Questions that people ask back, in words that no pattern was written for; the figure is printed.
@Suite("What people ask back is heard")
struct QuestionTests {
  @Test func questionsInOtherWordsAreHeard() throws {
    let pack = try TestPack.heavyLegs.get()
    let lines = try ContentFiles.text("Tests/PackContentTests/Fixtures/questions.tsv")
      .split(separator: "\n")
    var missed: [String] = []
    for line in lines {
      let cells = line.split(separator: "\t").map(String.init)
      let wanted = Set(cells[1].split(separator: "|").map(String.init))
      let heard = pack.matcher.understand(cells[0], on: CalendarDate(dayNumber: 20_468))
      let first = heard.intents.prefix(2).map(\.intent)
      if !first.contains(where: wanted.contains) { missed.append("\(cells[0]): \(first)") }
    }
    print("figure: \(lines.count - missed.count) of \(lines.count) questions are heard")
    #expect(lines.count >= 150)
    #expect(Double(missed.count) <= 0.05 * Double(lines.count), "\(missed)")
  }

  @Test func manyQuestionsHaveAnAnswerWithExamples() throws {
    let pack = try TestPack.heavyLegs.get().pack
    let answered = pack.intents.filter { intent in
      intent.place.file.contains("heavy-legs/intents/") && intent.say != nil
        && intent.examples.count >= 3
    }
    print("figure: \(answered.count) questions with an answer and examples")
    #expect(answered.count >= 120)
  }

  /// An answer that advises waits for the checks, and gives way to an open flag.
  @Test func adviceGoesThroughTheGate() throws {
    let pack = try TestPack.heavyLegs.get()
    for question in ["can i take ibuprofen", "can i foam roll", "should i run today"] {
      var talk = Talk(pack)
      talk.say("my left calf is swollen since the flight on tuesday", question)
      let says = pack.pack.intents.compactMap { $0.givesAdvice ? $0.say?.value : nil }
      #expect(!says.contains { talk.text.contains($0) }, "\(question): \(talk.text)")
      #expect(talk.level >= .urgent)
    }
  }
}
