import DialogEngine
import IntentPacks
import Testing

@testable import ConversationTesting

@Suite struct RuleReachTests {
  private static let a = Condition.finding("a")
  private static let b = Condition.finding("b")
  private static let c = Condition.finding("c")

  /// A pack in which `d` is derived from `a` or `b`, `s` implies `a`, and `a` and `b` are a group.
  private static var pack: Pack {
    var pack = Pack()
    pack.findings = ["a", "b", "c", "d", "s"].map { id in
      var finding = Finding(id: id, place: .nowhere)
      if id == "a" || id == "b" { finding.group = "pair" }
      if id == "d" { finding.means = [Placed(.or([a, b]), at: .nowhere)] }
      if id == "s" { finding.implies = [Placed("a", at: .nowhere)] }
      return finding
    }
    return pack
  }

  @Test(
    "a change that other lines make good is none",
    arguments: [
      // A term dropped beside a line that asks for less anyway.
      ([a, .and([a, b])], [a]),
      ([.or([a, b]), .and([a, c])], [.or([a, b]), .and([b, c])]),
      // What is derived or implied is covered by what it comes from.
      ([.finding("d"), .and([a, c])], [.finding("d")]),
      ([a, .and([.finding("s"), c])], [a]),
      (
        [.oneOf("s", attribute: "side", ["left"]), .oneOf("a", attribute: "side", ["left"])],
        [.oneOf("a", attribute: "side", ["left"])]
      ),
      ([.within("s", days: 3), .within("a", days: 7)], [.within("a", days: 7)]),
      ([.any(group: "pair"), .and([b, c])], [.any(group: "pair")]),
      ([.atLeast(2, of: [a, b, c]), .and([a, b, c])], [.atLeast(2, of: [a, b, c])]),
      ([a, .oneOf("a", attribute: "side", ["left"])], [a]),
      ([.within("a", days: 20), .within("a", days: 10)], [.within("a", days: 20)]),
      ([.compare("a", .atLeast, 50), .compare("a", .atLeast, 60)], [.compare("a", .atLeast, 50)]),
    ] as [([Condition], [Condition])])
  func same(_ old: [Condition], _ new: [Condition]) {
    #expect(RuleReach(Self.pack).areSame([.urgent: old], [.urgent: new]))
  }

  @Test(
    "a change that some talk can notice is one",
    arguments: [
      ([a, .and([b, c])], [a]),
      ([.and([a, b])], [a]),
      ([.oneOf("a", attribute: "side", ["left"])], [a]),
      ([.within("a", days: 20)], [.within("a", days: 10)]),
      (
        [.oneOf("s", attribute: "side", ["left"]), .oneOf("a", attribute: "side", ["right"])],
        [.oneOf("a", attribute: "side", ["right"])]
      ),
      ([.and([.finding("d"), c])], [.and([a, c])]),
      ([.atLeast(2, of: [a, b, c])], [.atLeast(3, of: [a, b, c])]),
      ([.compare("a", .atLeast, 60)], [.compare("a", .atLeast, 50)]),
    ] as [([Condition], [Condition])])
  func different(_ old: [Condition], _ new: [Condition]) {
    #expect(!RuleReach(Self.pack).areSame([.urgent: old], [.urgent: new]))
  }

  @Test("the same line at another level is another rule, unless a graver one covers it")
  func levels() {
    let reach = RuleReach(Self.pack)
    #expect(!reach.areSame([.urgent: [Self.a]], [.soon: [Self.a]]))
    #expect(
      reach.areSame(
        [.emergency: [Self.a], .urgent: [.and([Self.a, Self.b])]],
        [.emergency: [Self.a], .soon: [.and([Self.a, Self.b])]]))
  }
}
