import DialogEngine
import Glibc
import IntentMatching
import IntentPacks
import LanguageProcessing
import TestSupport
import Testing

/// Rows 13, 14, 16 to 23 and 47 of the checklist: a danger said in whatever way bytes can say it, to the shipped pack.
@Suite struct StressTests {
  /// Stated dangers, with the flag that each raises or makes suspected.
  private static let dangers = [
    ("I have crushing chest pain right now", "chest_pain_cardiac"),
    ("my left calf is swollen and hot", "dvt"),
    ("I can't feel my feet and my groin is numb", "cauda_equina"),
    ("my pee is the colour of cola after the race", "exertional_rhabdomyolysis"),
  ]

  private func expectHeard(_ text: String, _ flag: String, _ how: String) throws {
    let talk = Talk(try TestPack.heavyLegs.get()).saying(text)
    #expect(talk.flag(flag) != nil, "\(how): \(text.debugDescription.prefix(200))")
  }

  @Test(arguments: dangers)
  func `the dangers are heard as they stand`(text: String, flag: String) throws {
    try expectHeard(text, flag, "plain")
  }

  /// What is put between any two letters of a word.
  private static let unseen: [String] = [
    "\u{200B}", "\u{200C}", "\u{200D}", "\u{2060}", "\u{FEFF}", "\u{AD}", "\u{202E}", "\u{2066}",
    "\u{200E}",
    "\u{0}", "\u{7}", "\u{1B}", "\u{9B}", "\u{FE0F}", "\u{34F}",
  ]

  @Test(arguments: dangers, unseen)
  func `rows 14, 16 and 17, what cannot be seen does not hide a danger`(
    danger: (String, String), sign: String
  ) throws {
    let inside = danger.0.map { $0 == " " ? " " : "\($0)\(sign)" }.joined()
    try expectHeard(
      inside, danger.1, "U+\(String(sign.unicodeScalars.first?.value ?? 0, radix: 16))")
  }

  @Test(arguments: dangers)
  func `row 18, letters of another form are the same letters`(text: String, flag: String) throws {
    let wide = String(
      String.UnicodeScalarView(
        text.unicodeScalars.map { scalar in
          scalar.value > 0x20 && scalar.value < 0x7F
            ? Unicode.Scalar(scalar.value + 0xFEE0) ?? scalar : scalar
        }))
    try expectHeard(wide, flag, "full width")
    let bold = String(
      String.UnicodeScalarView(
        text.unicodeScalars.map { scalar in
          ("a"..."z").contains(scalar)
            ? Unicode.Scalar(0x1D41A + scalar.value - 0x61) ?? scalar : scalar
        }))
    try expectHeard(bold, flag, "mathematical")
    try expectHeard(text.replacing("'", with: "\u{2019}"), flag, "curly")
    try expectHeard(text.replacing(" ", with: "\u{A0}"), flag, "no-break spaces")
    try expectHeard(text.uppercased(), flag, "capitals")
    try expectHeard(text.replacing("e", with: "e\u{301}"), flag, "accents apart")
    try expectHeard(text.replacing("e", with: "é"), flag, "accents")
    try expectHeard(text.replacing("'", with: ""), flag, "no apostrophe")
  }

  @Test(
    arguments: dangers,
    [("a", "а"), ("e", "е"), ("o", "ο"), ("p", "р"), ("c", "с"), ("i", "1"), ("e", "3")])
  func `row 19, letters that look alike are read as what they look like`(
    danger: (String, String), pair: (String, String)
  ) throws {
    // One word of two letters, or "I", may be a number.
    let words = danger.0.split(separator: " ").map { word in
      word.count < 4 ? String(word) : String(word).replacing(pair.0, with: pair.1)
    }
    guard pair.1 != "1" else { return }
    try expectHeard(words.joined(separator: " "), danger.1, "\(pair.0) as \(pair.1)")
  }

  @Test(arguments: [
    ("crushing chets pain right now", "chest_pain_cardiac"),
    ("cheest pain in my chest, crushing pian", "chest_pain_cardiac"),
    ("left calff swolen and hot", "dvt"), ("my calf is swolllen", "dvt"),
    ("pee colour of colaa", "exertional_rhabdomyolysis"),
  ])
  func `typing slips do not hide a danger`(text: String, flag: String) throws {
    try expectHeard(text, flag, "slip")
  }

  @Test(arguments: dangers)
  func `row 13, bytes that are no text stand beside words that are`(
    text: String, flag: String
  ) throws {
    let bytes: [UInt8] =
      [0xFF, 0xC3, 0x28] + Array(" \(text) ".utf8) + [0xE2, 0x82, 0xED, 0xA0, 0x80]
    try expectHeard(String(decoding: bytes, as: UTF8.self), flag, "invalid UTF-8")
  }

  @Test(arguments: dangers, [0.0, 0.5, 1.0])
  func `row 21, eight kilobytes of chatter do not hide a danger`(
    danger: (String, String), place: Double
  ) throws {
    let chatter = "Then we went to the shop and bought a very nice loaf of bread. "
    let count = 8192 / chatter.utf8.count
    let before = String(repeating: chatter, count: Int(Double(count) * place))
    let after = String(repeating: chatter, count: count - Int(Double(count) * place))
    try expectHeard(before + danger.0 + ". " + after, danger.1, "at \(place)")
  }

  @Test func `row 21, blanks without end behind a line cost no more than their length`() throws {
    let run = try Program.run(
      ["--pack", "tiny"], input: "vitamins" + String(repeating: " ", count: 1_000_000) + "\n",
      in: TinyPack.folder())
    #expect(run.status == 0)
    #expect(run.output.contains("Vitamins are not"))
  }

  @Test(arguments: dangers, [100_000, 10_000_000])
  func `row 21, of a line without end both ends are read, and that is said`(
    danger: (String, String), count: Int
  ) throws {
    let noise = String(repeating: "la ", count: count / 3)
    for line in [danger.0 + ". " + noise, noise + ". " + danger.0] {
      let talk = Talk(try TestPack.heavyLegs.get()).saying(line)
      #expect(talk.flag(danger.1) != nil)
      #expect(talk.turn.trace.understanding?.utterance.isCut == true)
    }
  }

  @Test func `row 20, a thousand accents on one letter cost what they are long`() throws {
    let marks = String(repeating: "\u{301}", count: 4000)
    try expectHeard("my left calf is s\(marks)wollen and hot", "dvt", "marks")
    try expectHeard("👩‍👩‍👧🇬🇧❤️ my left calf is swollen and hot 🏃🏽‍♀️", "dvt", "emoji")
  }

  @Test(arguments: ["", " ", "???", "...", "!!!", "12", "\u{200B}", "🙂", "()", "\u{0}"])
  func `row 22, what says nothing changes nothing`(text: String) throws {
    let pack = try TestPack.heavyLegs.get()
    let before = Talk(pack).saying("my legs feel heavy")
    let after = before.saying(text)
    #expect(after.level == before.level)
    #expect(after.conversation.flags == before.conversation.flags)
    #expect(!after.reply.say.isEmpty)
    #expect(after.conversation.phase == before.conversation.phase)
  }

  @Test func `a danger is heard after five hundred turns`() throws {
    let pack = try TinyPack.compiled()
    let chatter = [
      "vitamins", "heavy legs", "none", "go back", "how bad", "squats", "not sure", "blah",
    ]
    var talk = Talk(pack)
    for turn in 0..<500 { talk = talk.saying(chatter[turn % chatter.count]) }
    #expect(talk.saying("chest pain").level == .emergency)
    #expect(talk.conversation.turn == 500)
  }

  @Test func `a danger in a paste of many lines is heard`() throws {
    let terminal = try PseudoTerminal(["--pack", "tiny", "--region", "GB"], in: TinyPack.folder())
    _ = try terminal.answer()
    let lines = (0..<40).map { "line \($0) of my diary" }
    terminal.paste((lines + ["chest pain"] + lines).joined(separator: "\n"))
    terminal.type("\r")
    try terminal.wait(for: "Call 999 now.")
  }
}

extension Talk {
  fileprivate func saying(_ line: String) -> Talk {
    var talk = self
    talk.say(line)
    return talk
  }
}
