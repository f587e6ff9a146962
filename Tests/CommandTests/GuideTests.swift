import TestSupport
import Testing

/// The author's guide is followed word for word: its files are written, its commands run, its output compared.
struct GuideTests {
  private enum Step {
    case file(path: String, text: String)
    case replacement(path: String, old: String, new: String)
    case command(line: String, output: [String])
  }

  @Test func `following the guide gives what it shows`() throws {
    let folder = try Scratch()
    let steps = Self.steps(in: Scratch.read(TestPack.root + "/docs/authors-guide.md"))
    var commands = 0
    for step in steps {
      switch step {
      case .file(let path, let text): try folder.write(text, to: path)
      case .replacement(let path, let old, let new):
        let text = folder.read(path)
        #expect(text.contains(old), "\(path) holds no \(old)")
        try folder.write(text.replacing(old, with: new), to: path)
      case .command(let line, let expected):
        commands += 1
        let program = Program.path.split(separator: "/").dropLast().reduce("") { $0 + "/" + $1 }
        let run = try Program.run(
          ["-c", line], in: folder,
          environment: ["PATH": program + ":/usr/bin:/bin", "XDG_CONFIG_HOME": folder("none")],
          program: "/bin/sh")
        let shown = (run.output + run.errors).split(
          separator: "\n", omittingEmptySubsequences: false)
        #expect(
          Self.fits(expected[...], shown.dropLast().map(String.init)[...]),
          "\(line)\nshows\n\(run.output)\(run.errors)")
      }
    }
    #expect(commands >= 10)
    #expect(steps.count - commands >= 5)
  }

  @Test(arguments: [
    (["a", "...", "d"], ["a", "b", "c", "d"], true), (["a b ... d"], ["a b c d"], true),
    (["a", "..."], ["b"], false), (["a"], ["a", "b"], false),
  ])
  func `dots stand for lines or words`(expected: [String], shown: [String], fits: Bool) {
    #expect(Self.fits(expected[...], shown[...]) == fits)
  }

  // MARK: Reading the guide

  private static func steps(in text: String) -> [Step] {
    var steps: [Step] = []
    var paragraph = ""
    var path: String?
    var fence: [String]?
    var kind = ""
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("```") {
        if let lines = fence {
          if kind == "console" {
            steps += commands(lines)
          } else if let target = path {
            steps.append(.file(path: target, text: lines.joined(separator: "\n") + "\n"))
            path = nil
          }
          fence = nil
        } else {
          fence = []
          kind = String(line.dropFirst(3))
        }
      } else if fence != nil {
        fence?.append(String(line))
      } else if line.isEmpty {
        paragraph = ""
      } else {
        paragraph += (paragraph.isEmpty ? "" : " ") + line
        if let named = quoted(after: "Make the file ", in: paragraph).first { path = named }
        let parts = quoted(after: "In the file ", in: paragraph)
        if parts.count >= 3, paragraph.contains("replace") {
          steps.append(.replacement(path: parts[0], old: parts[1], new: parts[2]))
          paragraph = ""
        }
      }
    }
    return steps
  }

  /// What stands in backquotes behind some words.
  private static func quoted(after words: String, in text: String) -> [String] {
    guard let start = text.firstRange(of: words) else { return [] }
    return text[start.upperBound...].split(separator: "`", omittingEmptySubsequences: false)
      .enumerated().filter { $0.offset % 2 == 1 }.map { String($0.element) }
  }

  private static func commands(_ lines: [String]) -> [Step] {
    var steps: [Step] = []
    for line in lines {
      if line.hasPrefix("$ ") {
        steps.append(.command(line: String(line.dropFirst(2)), output: []))
      } else if case .command(let command, let output)? = steps.last {
        steps[steps.count - 1] = .command(line: command, output: output + [line])
      }
    }
    return steps
  }

  // MARK: Comparing

  private static func fits(_ expected: ArraySlice<String>, _ shown: ArraySlice<String>) -> Bool {
    guard let first = expected.first else { return shown.isEmpty }
    if first == "..." {
      return (shown.startIndex...shown.endIndex).contains {
        fits(expected.dropFirst(), shown[$0...])
      }
    }
    guard let line = shown.first, fits(first, line) else { return false }
    return fits(expected.dropFirst(), shown.dropFirst())
  }

  private static func fits(_ expected: String, _ line: String) -> Bool {
    guard let dots = expected.firstRange(of: "...") else { return expected == line }
    return line.hasPrefix(expected[..<dots.lowerBound])
      && line.hasSuffix(expected[dots.upperBound...])
  }
}
