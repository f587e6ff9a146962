import DialogEngine
import IntentMatching
import IntentPacks
import LanguageProcessing

/// Understanding one line: every place it names lies in the line, and twice gives the same.
enum TextEntry {
  static func broken(by text: String) -> String? {
    guard let matcher = ShippedPack.compiled?.matcher else { return "no pack" }
    let day = CalendarDate(dayNumber: 20_468)
    let heard = matcher.understand(text, on: day)
    let count = text.utf8.count
    for token in heard.utterance.tokens
    where token.start < 0 || token.end < token.start || token.end > count {
      return "the word \"\(token.text)\" stands at \(token.start) to \(token.end) of \(count)"
    }
    for correction in heard.utterance.corrections
    where correction.start < 0 || correction.end < correction.start || correction.end > count {
      return "a correction stands at \(correction.start) to \(correction.end) of \(count)"
    }
    for mention in heard.mentions {
      if mention.start < 0 || mention.end <= mention.start || mention.end > count {
        return "\(mention.target) stands at \(mention.start) to \(mention.end) of \(count)"
      }
      if !heard.utterance.tokens.indices.contains(mention.tokens.lowerBound)
        || mention.tokens.upperBound > heard.utterance.tokens.count
      {
        return "\(mention.target) spans words \(mention.tokens)"
      }
    }
    let again = matcher.understand(text, on: day)
    guard again.mentions == heard.mentions, again.intents == heard.intents,
      again.utterance.tokens == heard.utterance.tokens
    else { return "the same line was understood in two ways" }
    return nil
  }
}
