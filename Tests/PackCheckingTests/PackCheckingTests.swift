import Testing

@testable import PackChecking
