import Glibc
import TestSupport
import Testing

/// Pictures of packs, as the command writes them.
struct GraphCommandTests {
  private func run(_ arguments: String..., path: String = "/usr/bin:/bin") throws -> Program.Run {
    try Program.run(
      ["graph"] + arguments + ["--pack", TestPack.root + "/Tests/ForeignPacks/bike-shop"],
      in: Scratch(), environment: ["HEAVYLEGS_PACKS": TestPack.root + "/Intents", "PATH": path])
  }

  @Test func `the states are drawn as Mermaid by themselves`() throws {
    let run = try run()
    #expect(run.status == 0)
    #expect(
      run.lines.prefix(4) == [
        "---", "title: \"bike-shop: the course of the talk\"", "---", "flowchart TD",
      ])
    #expect(run.output.contains("(\"checks<br>screens safe_to_ride\")"))
    #expect(!run.output.contains("listen"))
  }

  @Test func `a red flag, a cause and the whole are drawn`() throws {
    let flag = try run("brake_failure", "--format", "dot").output
    #expect(flag.contains("\"test a brake lever that goes to the bar\" -> \"level urgent\";"))
    let cause = try run("dirty_rims", "--format", "dot").output
    #expect(
      cause.contains(
        "\"finding worn_pads_seen\" -> \"cause dirty_rims\" [label=\"against, weak\", style=dashed];"
      ))
    let whole = try run("all", "--format", "dot").output
    #expect(whole.contains("brake_failure: up to urgent\\l"))
    #expect(whole.contains("common causes\\l"))
  }

  @Test func `an unknown id gets the nearest`() throws {
    let run = try run("brake_falure")
    #expect(run.status == 64)
    #expect(run.errors.contains("did you mean \"brake_failure\"?"))
  }

  @Test func `SVG without Graphviz says what is missing`() throws {
    let run = try run("--format", "svg", path: "/nonexistent")
    #expect(run.status == 66)
    #expect(run.errors.contains("install the package graphviz"))
    #expect(run.output.isEmpty)
  }

  @Test(.enabled(if: access("/usr/bin/dot", X_OK) == 0))
  func `SVG is drawn where Graphviz is`() throws {
    let run = try run("all", "--format", "svg")
    #expect(run.status == 0)
    #expect(run.output.contains("</svg>"))
  }
}
