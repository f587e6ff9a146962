import TestSupport
import Testing

/// A pack laid over another: what it changes is shown, and danger signs go only with a reason that the user hears.
struct OverlayTests {
  private static let packs = TestPack.root + "/Tests/ForeignPacks"

  private let folder: Scratch

  init() throws {
    folder = try Scratch()
    try folder.write(
      "pack: club\ntitle: Club\nlanguage: en\nstart: welcome\nextends: bike-shop\n",
      to: "club/pack.yaml")
  }

  private func run(_ arguments: String..., input: String = "") throws -> Program.Run {
    try Program.run(
      arguments, input: input, in: folder,
      environment: ["HEAVYLEGS_PACKS": Self.packs + ":" + TestPack.root + "/Intents"])
  }

  @Test func `a cause and a red flag laid over the shipped pack are heard`() throws {
    let run = try run("test", "--pack", "trail-club", Self.packs + "/trail-club")
    #expect(run.status == 0, "\(run.output)\(run.errors)")
    #expect(run.output.contains("2 passed"))
  }

  @Test func `check shows what was replaced and removed`() throws {
    try folder.write(
      """
      causes:
        dry_chain: remove
      wordings:
        goodbye: Ride well.
      red_flags:
        wheel_off: {remove: true, accept_risk: The club checks all wheels at the gate.}
      """, to: "club/changes.yaml")
    let run = try run("check", "club")
    #expect(run.status == 0, "\(run.output)")
    #expect(
      run.output.hasSuffix(
        """
        club over bike-shop:
          removes red_flags: wheel_off, accept_risk: The club checks all wheels at the gate. (club/changes.yaml:6)
          removes causes: dry_chain
          replaces wordings: goodbye

        """), "\(run.output)")
  }

  @Test(arguments: [
    ("wheel_off: remove", "flag-removed"),
    ("wheel_off: {remove: true, accept_risk: }", "flag-removed"),
    (
      """
      wheel_off:
          name: a wheel
          raise: {soon: wheel_loose}
          confirm: [wheel_loose]
          first: See to it.
          examples: |
            my wheel is loose
          sources: [shop]
      """, "flag-replaced"
    ),
  ])
  func `a danger sign is not removed or weakened without a reason`(entry: String, code: String)
    throws
  {
    try folder.write("red_flags:\n  \(entry)\n", to: "club/changes.yaml")
    let run = try run("check", "club")
    #expect(run.status == 1)
    #expect(run.output.contains("[\(code)]"), "\(run.output)")
  }

  @Test(arguments: [
    "language:\n  cues:\n    negation_before: |\n      my\n",
    "findings:\n  wheel_loose: {ask: Is a wheel loose?, why: It may come off., item: a loose wheel}\n",
  ])
  func `a danger sign made deaf by a change beside it is told`(change: String) throws {
    try folder.write(change, to: "club/changes.yaml")
    let run = try run("check", "club")
    #expect(run.status == 1)
    #expect(run.output.contains("[flag-weakened]"), "\(run.output)")
  }

  @Test func `a rule that raises danger signs is not written anew without a reason`() throws {
    let rule = "raise_by_one:\n  child: {when: wheel_loose, levels: [soon]"
    try folder.write(
      "pack: low\ntitle: L\nlanguage: en\nstart: welcome\nextends: bike-shop\n", to: "low/pack.yaml"
    )
    try folder.write(rule + "}\n", to: "low/rule.yaml")
    try folder.write(
      "pack: high\ntitle: H\nlanguage: en\nstart: welcome\nextends: low\n", to: "high/pack.yaml")
    try folder.write(rule + "}\n", to: "high/rule.yaml")
    #expect(try run("check", "high").output.contains("[flag-replaced]"))
    try folder.write(rule + ", accept_risk: Children ride elsewhere.}\n", to: "high/rule.yaml")
    let accepted = try run("check", "high")
    #expect(accepted.status == 0, "\(accepted.output)")
    #expect(accepted.output.contains("accept_risk: Children ride elsewhere."))
    let chat = try run("chat", "--jsonl", "--pack", "high")
    #expect(chat.lines.first?.contains("Children ride elsewhere.") == true, "\(chat.output)")
  }

  @Test func `the chat begins with what is not watched for, in the words of the pack`() throws {
    try folder.write(
      """
      red_flags:
        wheel_off: {remove: true, accept_risk: All wheels are checked.}
      """, to: "club/changes.yaml")
    let run = try run("chat", "--jsonl", "--pack", "club")
    #expect(
      run.lines.first?.contains(
        "Not watched for here: a wheel that may come off. Reason given: All wheels are checked.")
        == true, "\(run.output)")
  }

  @Test func `a warning of the pack below is left to its author`() throws {
    try folder.write("pack: low\ntitle: Low\nlanguage: xx\nstart: s\n", to: "low/pack.yaml")
    try folder.write(
      "concepts:\n  unused: |\n    word\nstates:\n  s: {say: Ready.}\n", to: "low/a.yaml")
    try folder.write(
      "pack: high\ntitle: High\nlanguage: xx\nstart: s\nextends: low\n", to: "high/pack.yaml")
    #expect(try run("check", "--strict", "low").status == 1)
    #expect(try run("check", "--strict", "high").status == 0)
  }
}
