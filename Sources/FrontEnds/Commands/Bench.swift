import ArgumentParser
import DialogEngine
import Glibc
import IntentMatching
import IntentPacks

/// How fast a pack loads and answers.
struct Bench: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bench",
    abstract: "Measure load time, time per reply, replies a second and peak memory.",
    discussion: """
      EXAMPLE:
        heavylegs bench heavy-legs --utterances sentences.txt --json

      Each line is answered in a fresh conversation, the whole turn included, after
      one round to warm up.

      \(ExitStatus.help)
      """)

  @Argument(help: "Pack to measure, by name or folder.")
  var pack = PackOption.defaultName

  @Option(help: ArgumentHelp("File with one utterance a line.", valueName: "file"))
  var utterances: String

  @Option(help: ArgumentHelp("Measured rounds over the file.", valueName: "n"))
  var rounds = 3

  @Flag(help: "One JSON object.")
  var json = false

  func validate() throws {
    guard (1...1000).contains(rounds) else {
      throw ValidationError("--rounds goes from 1 to 1000.")
    }
  }

  func run() throws {
    let before = Clock.nanoseconds
    let loaded = try LoadedPack(pack)
    let loadTime = Clock.nanoseconds - before
    guard let bytes = FileSystem.bytes(of: utterances, limit: 1 << 28) else {
      throw Stop("cannot read \(utterances)", .missingInput)
    }
    let lines = String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline)
      .map(String.init)
    guard !lines.isEmpty else { throw Stop("\(utterances) holds no utterance", .missingInput) }
    let times = measure(lines, with: loaded.compiled)
    try Output.standard.line(report(times, loadTime: loadTime, loaded.compiled))
  }

  /// Nanoseconds of every reply.
  private func measure(_ lines: [String], with pack: CompiledPack) -> [UInt64] {
    let today = Clock.today
    let fresh = Conversation(on: today, region: .unknown, with: pack).opening(with: pack)
      .conversation
    var times: [UInt64] = []
    times.reserveCapacity(lines.count * rounds)
    for round in 0...rounds {
      for line in lines {
        let start = Clock.nanoseconds
        let turn = fresh.hearing(line, on: today, with: pack)
        let end = Clock.nanoseconds
        // Looked at, so that no part of the turn can be left out.
        if round > 0, turn.conversation.turn > 0 { times.append(end - start) }
      }
    }
    return times
  }

  /// The most memory this process held; the kernel's other count begins with that of the process that started it.
  private static var peakMegabytes: Double {
    let status = FileSystem.text(ofSystemFile: "/proc/self/status", limit: 1 << 14) ?? ""
    let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
    let kilobytes = line.flatMap { Double($0.filter(\.isNumber)) } ?? 0
    return kilobytes / 1024
  }

  private func report(_ times: [UInt64], loadTime: UInt64, _ pack: CompiledPack) -> String {
    let sorted = times.sorted()
    func microseconds(_ share: Double) -> Double {
      let place = Int((Double(sorted.count - 1) * share).rounded())
      return sorted.indices.contains(place) ? Double(sorted[place]) / 1000 : 0
    }
    let total = Double(times.reduce(0, +)) / 1e9
    let perSecond = total > 0 ? Double(times.count) / total : 0
    let figures = JSON.object([
      "intents": .integer(pack.pack.intents.count),
      "patterns": .integer(pack.matcher.patternCount),
      "load_ms": .decimal(Double(loadTime) / 1e6, places: 2),
      "replies": .integer(times.count),
      "median_us": .decimal(microseconds(0.5), places: 2),
      "p99_us": .decimal(microseconds(0.99), places: 2),
      "replies_per_second": .decimal(perSecond, places: 0),
      "peak_mb": .decimal(Self.peakMegabytes, places: 1),
    ])
    guard !json, case .object(let pairs) = figures else { return figures.text }
    return pairs.map { "\($0.key): \($0.value.text)" }.joined(separator: "\n")
  }
}
