import Testing

@testable import LanguageProcessing

/// What one "no" before a list denies.
@Suite struct DeniedListTests {
  private func assertion(_ sign: String, _ line: String) -> Assertion? {
    Reader.assertion(of: sign, in: line)
  }

  @Test(
    "three bare signs or more behind one denial are all denied",
    arguments: [
      ("no chest pain, breathlessness, fainting", ["chest pain", "breathlessness", "fainting"]),
      ("no fever, chills, night sweats", ["fever", "chills", "sweats"]),
      ("no swelling, redness, warmth", ["swelling", "redness", "warmth"]),
      ("no numbness, tingling, weakness.", ["numbness", "tingling", "weakness"]),
      ("no numbness, tingling and weakness", ["numbness", "tingling", "weakness"]),
      ("legs are heavy. no fever, cough, rash", ["fever", "cough", "rash"]),
      ("legs are heavy but no fever, cough, rash", ["fever", "cough", "rash"]),
      ("without chest pain, dizziness, nausea", ["chest pain", "dizziness", "nausea"]),
      ("i have not had chest pain, dizziness, nausea", ["chest pain", "dizziness", "nausea"]),
      ("not had chest pain, dizziness, nausea", ["chest pain", "dizziness", "nausea"]),
      ("denies chest pain, dizziness, nausea", ["chest pain", "dizziness", "nausea"]),
      ("no dizziness, shortness of breath, fainting", ["dizziness", "shortness", "fainting"]),
      ("no fever, chills, sweats, just dead legs", ["fever", "chills", "sweats"]),
      ("no calf pain, ankle swelling, numbness", ["calf pain", "swelling", "numbness"]),
    ])
  func denied(_ line: String, _ signs: [String]) {
    for sign in signs { #expect(assertion(sign, line)?.status == .negated, "\(line): \(sign)") }
  }

  @Test(
    "a shorter list, or one that goes on, is neither denied nor claimed",
    arguments: [
      ("no chest pain, breathlessness", ["breathlessness"]),
      ("no chest pain and breathlessness", ["breathlessness"]),
      ("no fever, calf swelling", ["swelling"]),
      ("no pain, calf swelling, redness", ["swelling", "redness"]),
      ("no chest pain, breathlessness, calf is swollen", ["breathlessness"]),
      ("no chest pain, dizziness, calf hot", ["dizziness"]),
    ])
  func open(_ line: String, _ signs: [String]) {
    for sign in signs {
      let found = assertion(sign, line)
      #expect(found?.status == .uncertain, "\(line): \(sign)")
      #expect(found?.isPerhapsDenied == true, "\(line): \(sign)")
    }
  }

  @Test(
    "what says more than a name is no item of a denied list",
    arguments: [
      ("no sleep, calf swollen and hot", "swollen"),
      ("no injury, calf pain", "calf pain"),
      ("no injury, calf pain, swelling", "calf pain"),
      ("no injury, calf pain, swelling", "swelling"),
      ("no fall, calf pain, swelling", "calf pain"),
      ("no trauma, calf swollen, hot, red", "swollen"),
      ("no appetite, fever, shaking", "fever"),
      ("no energy, tight chest, sweating", "sweating"),
      ("no warning, chest pain, collapse", "chest pain"),
      ("no fever, foot numb, calf hurts", "numb"),
      ("no fever, my calf is swollen, hot", "swollen"),
      ("no fever, terrible headache, stiffness", "headache"),
      ("no fever, left calf swelling, redness", "swelling"),
      ("no fever, chest pain since monday, dizziness", "chest pain"),
      ("no fever, getting chest pain, dizziness", "chest pain"),
      ("no, chest pain, dizziness, fainting", "dizziness"),
      ("no chest pain, breathless at rest", "breathless"),
      ("i would never lie about chest pain", "chest pain"),
    ])
  func claimed(_ line: String, _ sign: String) {
    let found = assertion(sign, line)
    #expect(found?.status == .affirmed || found?.status == .uncertain, "\(line)")
    #expect(found?.isPerhapsDenied == false, "\(line)")
  }
}
