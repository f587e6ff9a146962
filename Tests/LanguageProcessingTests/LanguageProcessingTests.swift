import Testing

@testable import LanguageProcessing
