import Testing

@testable import DialogEngine
