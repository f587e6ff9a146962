import DialogEngine
import Foundation
import IntentPacks
import TestSupport
import Testing

/// The same thing said another way: jokes, playing down, capitals, swearing, small talk around it. A level never
/// lowers by it, and a harmless line never rises.
@Suite struct VariantTests {
  static let variants: [(name: String, change: @Sendable (String) -> String)] = [
    ("lol", { $0 + " lol" }),
    ("prob nothing", { $0 + ", prob nothing" }),
    ("capitals", { $0.uppercased() }),
    ("no punctuation", { $0.filter { !",;:!".contains($0) } }),
    ("swearing", { "bloody hell, " + $0 }),
    ("swearing within", { "fuck me " + $0 }),
    ("a friend", { $0 + ". my mate says its fine" }),
    ("greeting", { "hi, " + $0 }),
    ("before", { "i had toast for breakfast. " + $0 }),
    ("after", { $0 + ". my new shoes are blue" }),
    ("sorry", { "sorry to bother you but " + $0 }),
    ("tbh", { $0 + " tbh" }),
  ]

  /// Lines that a variant still lowers, raises, or that come out otherwise in another order; each must keep failing
  /// until it is heard right, and is then taken from the list.
  static let knownLowered: Set<String> = [
    // A bare name of a danger with a mark asks; behind other words it is not taken for a question. A line that stands on a
    // pattern in quotes loses it to the word behind it.
    "lol: blood sugar HI and tummy pain",
    "lol: peeing clear constantly n feel weird",
    "swearing within: heat stroke?",
    "swearing within: hyponatremia?",
    "swearing within: motor neuron?",
    "swearing within: rabdo??",
    "swearing within: sickling?",
    "tbh: blood sugar HI and tummy pain",
  ]
  static let knownRisen: Set<String> = [
    // "Bloody" is taken for blood.
    "swearing: black poo since iron tablets, feel fine",
    "swearing: bit of a cough in cold air",
    // "Me" in "fuck me" is taken for the speaker, so that what follows is no question and of nobody else; a reading is not
    // told from a type, and a denial not from what follows it, without commas or behind a greeting.
    "greeting: not hypo, sugar is 6.5",
    "greeting: sugar crash after cake",
    "greeting: type 1, sugar 6, ketones normal",
    "no punctuation: no face droop, speech is fine",
    "no punctuation: type 1, sugar 6, ketones normal",
    "swearing within: is black poo bad",
    "swearing within: my coach tore his achilles",
    "swearing within: my dad had chest pain",
    "swearing within: my grandad had a stroke at 80",
    "swearing within: my grandad had gangrene",
    "swearing within: my mum broke her hip",
    "swearing within: my mum had phlebitis",
    "swearing within: my mum has lost weight",
    "swearing within: my nan can't move her legs any more, years ago",
    "swearing: is black poo bad",
    "swearing: need a wee every run",
    "swearing: peed myself laughing",
    "swearing: peeing loads, drank 3 litres",
  ]
  static let knownOrder: Set<String> = []

  private static let isFull = ProcessInfo.processInfo.environment["HEAVYLEGS_FULL"] == "1"

  private static func flags(_ text: String, _ pack: CompiledPack) -> [String: FlagStatus] {
    var talk = Talk(pack, region: .unknown)
    talk.say(text)
    return Dictionary(talk.conversation.flags.map { ($0.id, $0) }) { a, _ in a }
  }

  private static func highest(_ flags: [String: FlagStatus]) -> Level {
    flags.values.filter { $0.state == .raised }.map(\.level).max() ?? .routine
  }

  private func sample(_ lines: [PlacedLine]) -> [String] {
    lines.map(\.value).prefix(Self.isFull ? .max : 2).map { $0 }
  }

  @Test("no variant of a danger sign lowers it")
  func neverLowered() throws {
    let pack = try TestPack.heavyLegs.get()
    var failing = Set<String>()
    var tried = Set<String>()
    for flag in pack.pack.redFlags {
      for example in sample(flag.examples) {
        let plain = Self.flags(example, pack)
        guard let own = plain[flag.id] else { continue }
        for variant in Self.variants {
          tried.insert("\(variant.name): \(example)")
          let varied = Self.flags(variant.change(example), pack)
          let isHeard = varied[flag.id].map { $0.state == own.state || $0.state == .raised }
          if isHeard != true || Self.highest(varied) < Self.highest(plain) {
            failing.insert("\(variant.name): \(example)")
          }
        }
      }
    }
    print(
      "figure: \(tried.count - failing.count) of \(tried.count) varied danger signs keep their level"
    )
    expect(failing, of: tried, known: Self.knownLowered)
  }

  @Test("no variant of a harmless line raises anything")
  func neverRisen() throws {
    let pack = try TestPack.heavyLegs.get()
    var failing = Set<String>()
    var tried = Set<String>()
    for flag in pack.pack.redFlags {
      for twin in sample(flag.not) {
        let plain = Self.highest(Self.flags(twin, pack))
        for variant in Self.variants {
          tried.insert("\(variant.name): \(twin)")
          if Self.highest(Self.flags(variant.change(twin), pack)) > plain {
            failing.insert("\(variant.name): \(twin)")
          }
        }
      }
    }
    expect(failing, of: tried, known: Self.knownRisen)
  }

  @Test("the order of two sentences changes no level")
  func order() throws {
    let pack = try TestPack.heavyLegs.get()
    let examples = pack.pack.redFlags.compactMap { $0.examples.first?.value }
    var failing = Set<String>()
    var tried = Set<String>()
    for (first, second) in zip(examples, examples.dropFirst()) {
      tried.formUnion(["order: \(first). \(second)", "together: \(first). \(second)"])
      let there = Self.highest(Self.flags("\(first). \(second)", pack))
      let back = Self.highest(Self.flags("\(second). \(first)", pack))
      if there != back { failing.insert("order: \(first). \(second)") }
      let apart = max(
        Self.highest(Self.flags(first, pack)), Self.highest(Self.flags(second, pack)))
      if min(there, back) < apart { failing.insert("together: \(first). \(second)") }
    }
    expect(failing, of: tried, known: Self.knownOrder)
  }

  private func expect(_ failing: Set<String>, of tried: Set<String>, known: Set<String>) {
    let new = failing.subtracting(known)
    #expect(new.isEmpty, "\(new.sorted().joined(separator: "\n"))")
    let mended = known.intersection(tried).subtracting(failing)
    #expect(mended.isEmpty, "heard right now, take from the list: \(mended.sorted())")
  }
}
