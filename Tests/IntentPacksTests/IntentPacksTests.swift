import Testing

@testable import IntentPacks
