package import IntentPacks
package import LanguageProcessing

/// A pack whose patterns are compiled to an index: text in, mentions out.
package struct Matcher: Sendable {
  package let lexicon: Lexicon

  /// Compiles all patterns of a pack; mistakes in them are diagnostics.
  package init(pack: Pack, diagnostics: inout [Diagnostic]) {
    lexicon = Lexicon(language: pack.language, packWords: [])
  }

  /// Everything the text says, heard as the first utterance of a conversation.
  package func understand(_ text: String, on date: CalendarDate) -> Understanding {
    Understanding(utterance: lexicon.read(text))
  }
}
