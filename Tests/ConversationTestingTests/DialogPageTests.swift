import ConversationTesting
import DialogEngine
import IntentPacks
import TestSupport
import Testing

/// The packs and conversations of docs/dialog.md do what the page says.
@Suite struct DialogPageTests {
  struct Block: Sendable {
    var heading = ""
    var pack = ""
    var talks: [String] = []
  }

  static let blocks: [Block] = {
    var blocks: [Block] = []
    var heading = ""
    var language: String?
    var text = ""
    for line in Scratch.read("\(TestPack.root)/docs/dialog.md").split(
      separator: "\n", omittingEmptySubsequences: false)
    {
      if line.hasPrefix("## ") { heading = String(line.dropFirst(3)) }
      guard line.hasPrefix("```") else {
        text += "\(line)\n"
        continue
      }
      switch language {
      case "yaml": blocks.append(Block(heading: heading, pack: text))
      case "chat": if !blocks.isEmpty { blocks[blocks.count - 1].talks.append(text) }
      default: break
      }
      language = language == nil ? String(line.dropFirst(3)) : nil
      text = ""
    }
    return blocks
  }()

  @Test("the page shows a pack and a talk for each part")
  func hasBlocks() {
    #expect(Self.blocks.count >= 10)
    #expect(Self.blocks.allSatisfy { !$0.talks.isEmpty })
  }

  @Test("a pack of the page talks as shown", arguments: blocks.indices)
  func talks(number: Int) throws {
    let block = Self.blocks[number]
    let pack = try TestPack.compiled(block.pack)
    let suite = ScriptSuite(
      texts: block.talks.enumerated().map { ("\($0.offset + 1).chat", $0.element) })
    let mistakes =
      suite.diagnostics + suite.scripts.flatMap(ScriptChecker(pack: pack.pack).check)
    #expect(mistakes.isEmpty, "\(block.heading): \(mistakes.map(\.message))")
    for result in TestRun().run(suite.scripts, with: pack) {
      let told = result.mismatches.map { "\($0.place.line): \($0.message)" }
      #expect(result.mismatches.isEmpty, "\(block.heading): \(told.joined(separator: "\n"))")
    }
  }
}
