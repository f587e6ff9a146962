import TestSupport
import Testing

@testable import FrontEnds

/// The keys that `docs/json.md` tells are the ones that are written, in that order.
struct JSONPageTests {
  private static let shippedPack = TestPack.root + "/Intents/heavy-legs"

  /// The keys of the table below a heading.
  private static func told(_ heading: String) -> [String] {
    Scratch.read(TestPack.root + "/docs/json.md")
      .split(separator: "\n", omittingEmptySubsequences: false)
      .drop { $0 != "### \(heading)" }.dropFirst().prefix { !$0.hasPrefix("#") }
      .filter { $0.hasPrefix("| `") }.compactMap { $0.split(separator: "`").dropFirst().first }
      .map(String.init)
  }

  private static func keys(_ value: JSON?) -> [String] {
    guard case .object(let pairs) = value else { return [] }
    return pairs.map(\.key)
  }

  private static func first(_ value: JSON?) -> JSON? {
    guard case .array(let values) = value else { return nil }
    return values.first
  }

  /// The last object a command writes.
  private func written(_ arguments: [String], input: String = "") throws -> JSON {
    let folder = try Scratch()
    try folder.write("title: A greeting\nuser: hello\nexpect: level routine\n", to: "hello.chat")
    try folder.write("hello\n", to: "lines.txt")
    let run = try Program.run(
      arguments, input: input, in: folder,
      environment: ["HEAVYLEGS_PACKS": Self.shippedPack + "/.."])
    let line = try #require(run.lines.last { $0.hasPrefix("{") }, "\(run.errors)")
    return try JSONReader.read(line)
  }

  @Test func `a turn, its question and its facts have the keys that the page tells`() throws {
    let turn = try written(
      ["chat", "--jsonl", "--region", "GB"], input: "{\"say\": \"left calf is swollen\"}\n")
    #expect(Self.keys(turn) == Self.told("A turn"))
    #expect(Self.keys(turn["question"]) == Self.told("A question"))
    #expect(Self.keys(Self.first(turn["findings"])) == Self.told("A fact"))
  }

  @Test(arguments: [
    ("An explanation", ["explain", "--json", "left calf is swollen"]),
    ("A check", ["check", "--json", "english"]),
    ("A test run", ["test", "--json", "hello.chat"]),
    ("A measurement", ["bench", "--json", "--utterances", "lines.txt", "--rounds", "1"]),
  ])
  func `what a command writes has the keys that the page tells`(
    heading: String, arguments: [String]
  ) throws {
    let told = Self.told(heading)
    #expect(told.count >= 4)
    #expect(Self.keys(try written(arguments)) == told)
  }
}
