import TestSupport
import Testing

/// What `new` writes passes `check --strict` and `test` as it is, and it never touches what is there.
struct NewCommandTests {
  static let kinds = [
    "finding", "screen", "cause", "red-flag", "intent", "state", "conversation",
  ]

  private let folder: Scratch

  init() throws { folder = try Scratch() }

  private func run(_ arguments: String...) throws -> Program.Run {
    try Program.run(
      arguments, in: folder, environment: ["HEAVYLEGS_PACKS": TestPack.root + "/Intents"])
  }

  private func expectSound(_ pack: String) throws {
    let check = try run("check", "--strict", pack)
    #expect(check.status == 0, "\(check.output)")
    let test = try run("test", "--pack", pack, pack)
    #expect(test.status == 0, "\(test.output)\(test.errors)")
  }

  @Test func `a new pack is sound, and stays so with one new thing of every kind`() throws {
    let made = try run("new", "pack", "wet-socks")
    #expect(made.status == 0, "\(made.errors)")
    #expect(made.lines.first == "Wrote wet-socks/pack.yaml")
    try expectSound("wet-socks")
    for kind in Self.kinds {
      let name = "odd_" + kind.replacing("-", with: "_")
      let run = try run("new", kind, name, "--pack", "wet-socks")
      #expect(run.status == 0, "\(kind): \(run.errors)")
      #expect(run.output.contains("Wrote wet-socks/"))
    }
    try expectSound("wet-socks")
    #expect(folder.read("wet-socks/causes/odd_cause.yaml").contains("# "))
  }

  @Test(arguments: ["bike-shop", "kopfschmerz-tagebuch"])
  func `every kind is sound in a pack of another subject or language`(pack: String) throws {
    try folder.copy(TestPack.root + "/Tests/ForeignPacks/" + pack, to: pack)
    for kind in Self.kinds {
      let name = "odd_" + kind.replacing("-", with: "_")
      let made = try run("new", kind, name, "--pack", pack)
      #expect(made.status == 0, "\(made.errors)")
    }
    try expectSound(pack)
  }

  @Test func `a pack is made in the folder of packs where there is one`() throws {
    try folder.write("", to: "Intents/schema.json")
    let made = try run("new", "pack", "mine")
    #expect(made.lines.first == "Wrote Intents/mine/pack.yaml")
    #expect(
      folder.read("Intents/mine/pack.yaml")
        .hasPrefix("# yaml-language-server: $schema=../schema.json\n"))
    #expect(
      folder.read("Intents/mine/causes/first_cause.yaml")
        .hasPrefix("# yaml-language-server: $schema=../../schema.json\n"))
  }

  @Test func `nothing that is there is touched`() throws {
    _ = try run("new", "pack", "mine")
    let before = folder.read("mine/causes/first_cause.yaml")
    let again = try run("new", "cause", "first_cause", "--pack", "mine")
    #expect(again.status == 73)
    #expect(again.errors.contains("the pack has a cause \"first_cause\" already, at mine/causes/"))
    #expect(folder.read("mine/causes/first_cause.yaml") == before)
    try folder.write("# empty\n", to: "mine/intents/other.yaml")
    let file = try run("new", "intent", "other", "--pack", "mine")
    #expect(file.status == 73)
    #expect(file.errors.contains("mine/intents/other.yaml is there already"))
    #expect(try run("new", "pack", "mine").status == 73)
  }

  @Test(
    arguments: [
      ("cause", "Odd-Name", 64, "\"odd_name\" would do"), ("cause", "9lives", 64, "is no name"),
      ("cause", "yes", 64, "is no name"), ("casue", "odd", 64, "did you mean \"cause\"?"),
      ("finding", "../up", 64, "is no name"), ("pack", "Wet Feet", 64, "\"wet-feet\" would do"),
    ] as [(String, String, Int32, String)])
  func `what cannot be a name or a kind is refused`(
    kind: String, name: String, status: Int32, words: String
  ) throws {
    let run = try run("new", kind, name, "--pack", "english")
    #expect(run.status == status)
    #expect(run.errors.contains(words), "\(run.errors)")
    #expect(run.output.isEmpty)
  }

  @Test func `an unknown pack and a pack that never concludes are named`() throws {
    let unknown = try run("new", "cause", "odd", "--pack", "englisch")
    #expect(unknown.status == 66)
    #expect(unknown.errors.contains("did you mean \"english\"?"))
    try folder.copy(TestPack.root + "/Tests/ForeignPacks/library-desk", to: "desk")
    let silent = try run("new", "cause", "odd", "--pack", "desk")
    #expect(silent.status == 65)
    #expect(silent.errors.contains("conclude: true"))
  }
}
