import Testing

@testable import ConversationTesting
