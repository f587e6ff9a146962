import TestSupport
import Testing

/// A copy of a pack that its new owner changes.
struct ExportCommandTests {
  private static let packs = [
    "HEAVYLEGS_PACKS": TestPack.root + "/Tests/ForeignPacks:" + TestPack.root + "/Intents"
  ]

  @Test func `a pack and the one it extends are copied and pass their checks and conversations`()
    throws
  {
    let folder = try Scratch()
    let run = try Program.run(
      ["export", "--pack", "bike-shop", "mine"], in: folder, environment: Self.packs)
    #expect(run.status == 0, "\(run.errors)")
    #expect(folder.read("mine/bike-shop/pack.yaml").contains("pack: bike-shop"))
    #expect(!folder.read("mine/english/pack.yaml").isEmpty)
    let alone = ["HEAVYLEGS_PACKS": folder("mine")]
    #expect(
      try Program.run(["check", "mine/bike-shop"], in: folder, environment: alone).status == 0)
    let tested = try Program.run(
      ["test", "--pack", "mine/bike-shop"], in: folder, environment: alone)
    #expect(tested.status == 0, "\(tested.output)\(tested.errors)")
    #expect(tested.output.contains("passed"))
  }

  @Test func `what is there already is left alone and nothing is copied`() throws {
    let folder = try Scratch()
    try folder.write("mine\n", to: "copy/bike-shop/pack.yaml")
    let run = try Program.run(
      ["export", "--pack", "bike-shop", "copy"], in: folder, environment: Self.packs)
    #expect(run.status == 73)
    #expect(run.errors.contains("is there already"))
    #expect(folder.read("copy/bike-shop/pack.yaml") == "mine\n")
    #expect(folder.read("copy/english/pack.yaml").isEmpty)
  }
}
