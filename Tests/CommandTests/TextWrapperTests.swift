import Testing

@testable import FrontEnds

struct TextWrapperTests {
  @Test(arguments: [
    ("a bb ccc", 4, ["a bb", "ccc"]),
    ("a bb ccc", 8, ["a bb ccc"]),
    ("call 0800 111 0 111 now", 10, ["call", "0800 111 0 111", "now"]),
    ("call 116 123, day or night", 12, ["call", "116 123, day", "or night"]),
    ("abcdefgh", 3, ["abc", "def", "gh"]),
    ("tel 08001110111", 5, ["tel", "08001110111"]),
    ("日本語 日本", 6, ["日本語", "日本"]),
    ("", 5, [""]),
  ])
  func `paragraphs break at spaces, words between characters, numbers never`(
    text: String, width: Int, lines: [String]
  ) {
    #expect(TextWrapper(width: width).lines(text) == lines)
  }

  @Test func `lines after the first are indented`() {
    #expect(
      TextWrapper(width: 10).lines("1. one two three", hanging: 3) == ["1. one two", "   three"])
  }

  @Test func `without a width nothing is broken`() {
    let long = String(repeating: "word ", count: 100)
    #expect(TextWrapper(width: nil).lines(long) == [long])
  }

  @Test(arguments: [
    ("abc", 3), ("é", 1), ("e\u{301}", 1), ("日", 2), ("👩‍👩‍👧", 2), ("🇬🇧", 2), ("❤️", 2), ("\u{200B}", 0),
    ("p" + String(repeating: "\u{301}", count: 1000), 1),
  ])
  func `columns are counted as people see them`(text: String, columns: Int) {
    #expect(DisplayWidth.of(text) == columns)
  }

  @Test(arguments: [
    ("\u{1B}[31m", false, "␛[31m"), ("\u{1B}[31m", true, "^[[31m"), ("a\tb", false, "a b"),
    ("a\u{202E}b", false, "ab"), ("\u{9B}2J", false, "\u{FFFD}2J"),
    ("“don’t” – é…", true, "\"don't\" - e..."),
    ("naïve 日", false, "naïve 日"),
  ])
  func `nothing that steers a terminal is printed`(text: String, ascii: Bool, shown: String) {
    #expect(Visible.text(text, ascii: ascii) == shown)
  }

  @Test func `row 9, every width from 1 to 300 keeps characters and numbers whole`() {
    let text =
      "Call 116 123 (any hour) or 0800 111 0 111 now. 日本語 e\u{301}te\u{301} 👩‍👩‍👧 🇬🇧 naïveté "
      + "incomprehensibilities; +44 20 7946 0958, then 999."
    let numbers = ["116 123", "0800 111 0 111", "+44 20 7946 0958", "999"]
    let longest = numbers.map(\.count).max() ?? 0
    for width in 1...300 {
      for hanging in [0, 3] {
        let lines = TextWrapper(width: width).lines(text, hanging: hanging)
        for number in numbers {
          #expect(lines.contains { $0.contains(number) }, "\(width): \(number)")
        }
        #expect(
          lines.joined().filter { $0 != " " } == text.filter { $0 != " " }, "\(width): \(lines)")
        // A number, with the sign behind it, may stick out where it must not be cut.
        let widest = lines.map { DisplayWidth.of($0) }.max() ?? 0
        #expect(widest <= max(width, longest + 1 + hanging), "\(width): \(lines)")
      }
    }
  }
}
