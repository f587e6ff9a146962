/// The tokens from one place up to another; empty when the second lies before the first.
func span(_ start: Int, _ end: Int) -> Range<Int> { start..<max(start, end) }
