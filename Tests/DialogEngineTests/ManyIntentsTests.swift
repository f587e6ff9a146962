import Foundation
import TestSupport
import Testing

@testable import DialogEngine

@Suite struct ManyIntentsTests {
  /// The large pack is made and read in the full run only.
  static var sizes: [Int] {
    ProcessInfo.processInfo.environment["HEAVYLEGS_FULL"] == "1"
      ? [100, 1_000, 10_000] : [100]
  }

  @Test("Each of 200 lines gets the reply of the intent it means and no other's", arguments: sizes)
  func rightReplies(_ size: Int) throws {
    let generated = GeneratedPack(intents: size)
    let pack = try TestPack.compiled(files: generated.files)
    #expect(generated.lines.count == 200)
    for line in generated.lines {
      var talk = Talk(pack)
      talk.say(line.text)
      let replies = talk.reply.say.filter { $0.hasPrefix("Reply number") }
      #expect(replies == (line.reply.map { [$0] } ?? []), "\(line.text)")
    }
  }
}
