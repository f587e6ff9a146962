import DialogEngine
import IntentPacks
import TestSupport
import Testing

/// How well the shipped pack hears what people say of its red flags; the figures are printed.
@Suite struct FlagPhraseTests {
  private func flags(in text: String, _ pack: CompiledPack) -> [FlagStatus] {
    var talk = Talk(pack, region: .unknown)
    talk.say(text)
    return talk.conversation.flags
  }

  @Test func examplesRaiseOrSuspectTheirFlag() throws {
    let pack = try TestPack.heavyLegs.get()
    var total = 0
    var missed: [String] = []
    for flag in pack.pack.redFlags {
      for example in flag.examples {
        total += 1
        if !flags(in: example.value, pack).contains(where: { $0.id == flag.id }) {
          missed.append("\(flag.id): \(example.value)")
        }
      }
    }
    print("figure: \(total - missed.count) of \(total) examples raise or suspect their flag")
    #expect(Double(missed.count) <= 0.02 * Double(total), "\(missed.joined(separator: "\n"))")
  }

  @Test func harmlessTwinsRaiseNothingOfTheirFlag() throws {
    let pack = try TestPack.heavyLegs.get()
    var raised: [String] = []
    for flag in pack.pack.redFlags {
      for twin in flag.not
      where flags(in: twin.value, pack).contains(where: {
        $0.id == flag.id && $0.state == .raised
      }) {
        raised.append("\(flag.id): \(twin.value)")
      }
    }
    print("figure: \(raised.count) harmless twins raise their flag")
    #expect(raised.isEmpty, "\(raised.joined(separator: "\n"))")
  }

  /// What people type of each danger, and what only looks alike, gathered apart from the pack.
  @Test func phrasesOfEachDangerAreHeardAndLookalikesAreNot() throws {
    let pack = try TestPack.heavyLegs.get()
    var random = Slips(state: 20_260_301)
    var (count, heard, slipped, kept) = (0, 0, 0, 0)
    var missed: [String] = []
    var lost: [String] = []
    var alarms: [String] = []
    for row in LanguageFixture.rows("flag-phrases.tsv", of: "DialogEngineTests") {
      let (id, level, text) = (row[0], row[1], row[3])
      let found = flags(in: text, pack)
      if row[2] == "fine" {
        let raised = found.filter { $0.state == .raised }.map(\.id)
        if !raised.isEmpty { alarms.append("\(text): \(raised)") }
        continue
      }
      count += 1
      if found.contains(where: { $0.id == id }) {
        heard += 1
        guard let slip = random.slip(in: text) else { continue }
        slipped += 1
        if flags(in: slip, pack).contains(where: { $0.id == id }) {
          kept += 1
        } else {
          lost.append("\(id): \(slip)")
        }
      } else {
        missed.append("\(id): \(text)")
        #expect(level != "emergency", "\(id): \(text)")
      }
    }
    print("figure: \(heard) of \(count) phrases of dangers raise or suspect their flag")
    print("figure: \(kept) of \(slipped) of them with one slip in a word")
    for line in missed + lost { print("  \(line)") }
    #expect(Double(heard) >= 0.98 * Double(count))
    #expect(Double(kept) >= 0.9 * Double(slipped))
    #expect(alarms.isEmpty, "\(alarms.joined(separator: "\n"))")
  }

  @Test func oneTypoKeepsMostExamples() throws {
    let pack = try TestPack.heavyLegs.get()
    var random = Slips(state: 20_260_115)
    var tried = 0
    var kept = 0
    var lost: [String] = []
    for flag in pack.pack.redFlags {
      for example in flag.examples.prefix(6) {
        guard let slipped = random.slip(in: example.value),
          flags(in: example.value, pack).contains(where: { $0.id == flag.id })
        else { continue }
        tried += 1
        if flags(in: slipped, pack).contains(where: { $0.id == flag.id }) {
          kept += 1
        } else {
          lost.append("\(flag.id): \(slipped)")
        }
      }
    }
    print("figure: \(kept) of \(tried) examples are still heard with one slip in a word")
    for line in lost { print("  \(line)") }
    #expect(Double(kept) >= 0.9 * Double(tried))
  }
}

/// Makes one slip of the fingers, the same on every run.
private struct Slips {
  var state: UInt64

  private mutating func next(_ count: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(truncatingIfNeeded: (state >> 33) % UInt64(max(1, count)))
  }

  /// The line with a letter swapped, dropped or doubled inside a word of five letters or more.
  mutating func slip(in line: String) -> String? {
    var words = line.split(separator: " ").map(String.init)
    let long = words.indices.filter { index in
      words[index].count >= 5 && words[index].allSatisfy { $0.isASCII && $0.isLetter }
    }
    guard !long.isEmpty else { return nil }
    let chosen = long[next(long.count)]
    var letters = Array(words[chosen])
    let place = 1 + next(letters.count - 3)
    switch next(3) {
    case 0: letters.swapAt(place, place + 1)
    case 1: letters.remove(at: place)
    default: letters.insert(letters[place], at: place)
    }
    words[chosen] = String(letters)
    return words.joined(separator: " ")
  }
}
