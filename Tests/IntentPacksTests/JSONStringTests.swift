import IntentPacks
import Testing

@Suite struct JSONStringTests {
  @Test(
    "A text is written as it is but for quotes, backslashes, control characters and direction signs",
    arguments: [
      ("", #""""#), ("plain", #""plain""#), ("5 × “é” ’ 🦵", #""5 × “é” ’ 🦵""#),
      ("say \"hi\" \\ there", #""say \"hi\" \\ there""#), ("a\nb\r\tc", #""a\nb\r\tc""#),
      ("\u{0}\u{1B}[0m\u{7F}", #""\u0000\u001b[0m\u007f""#),
      ("\u{80}\u{9F}\u{A0}é", "\"\\u0080\\u009f\u{A0}é\""),
      ("\u{61B}\u{61C}\u{61D}", "\"\u{61B}\\u061c\u{61D}\""),
      ("\u{200D}\u{200E}\u{200F}\u{2010}", "\"\u{200D}\\u200e\\u200f\u{2010}\""),
      ("x\u{2028}\u{202E}\u{202F}\u{2066}\u{2069}y", "\"x\\u2028\\u202e\u{202F}\\u2066\\u2069y\""),
    ])
  func written(text: String, quoted: String) {
    #expect(JSONString.quoted(text) == quoted)
  }
}
