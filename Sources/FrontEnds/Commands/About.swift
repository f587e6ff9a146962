import ArgumentParser
import DialogEngine
import IntentMatching
import IntentPacks

/// What this is, where its knowledge comes from, and under which licence.
struct About: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "about",
    abstract: "Version, pack and where it came from, intended use, sources, licence.")

  @OptionGroup var pack: PackOption

  @Flag(help: "List every source.")
  var sources = false

  func run() throws {
    let loaded = try pack.load()
    let definition = loaded.pack
    let conversation = Conversation(on: Clock.today, region: .unknown, with: loaded.compiled)
    let folder = definition.folders.last ?? ""
    var lines = ["heavylegs \(HeavyLegs.version)"]
    lines.append("pack \(definition.id) \(definition.version): \(definition.title), from \(folder)")
    lines.append(Self.counts(loaded.compiled))
    if let use = conversation.sentence("intended_use", with: loaded.compiled) {
      lines += ["", "Intended use"] + use.split(separator: "\n").map { "  " + $0 }
    }
    lines += [
      "", "Sources: \(definition.sources.count)" + (sources ? "" : " (--sources lists them)"),
    ]
    if sources {
      lines += definition.sources.map { "  \($0.id): \($0.title) <\($0.url)>, read: \($0.read)" }
    }
    lines += [
      "",
      "Privacy: nothing leaves this machine; nothing is stored unless asked for "
        + "(--save, --summary, --history).",
      "Licence: GPL-3.0-or-later; links GNU Readline and the Snowball stemmers, and holds Yams "
        + "(MIT) and swift-argument-parser (Apache-2.0).",
    ]
    let wrapper = TextWrapper(width: TerminalTraits().width)
    let text = lines.flatMap { wrapper.lines(Visible.text($0), hanging: 2) }
    try Output.standard.write(text.map { $0 + "\n" }.joined())
  }

  private static func counts(_ compiled: CompiledPack) -> String {
    let pack = compiled.pack
    let counts = [
      (pack.findings.count, "findings"), (pack.redFlags.count, "red flags"),
      (pack.causes.count, "causes"), (pack.intents.count, "intents"),
      (compiled.matcher.patternCount, "patterns"),
    ]
    return "  " + counts.map { "\($0.0) \($0.1)" }.joined(separator: ", ")
  }
}
