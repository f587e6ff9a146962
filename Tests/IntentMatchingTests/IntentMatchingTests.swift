import Testing

@testable import IntentMatching
