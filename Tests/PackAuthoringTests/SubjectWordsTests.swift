import Foundation
import Testing

/// The program knows no subject: legs, running and what belongs to them are said by packs alone.
@Suite("Words of a subject")
struct SubjectWordsTests {
  /// Words of the shipped pack's subject.
  private static let words: Set<String> = [
    "leg", "legs", "calf", "calves", "marathon", "marathons", "jog", "jogging", "jogger", "knee",
    "knees", "thigh", "thighs", "shin", "shins", "ankle", "ankles", "hamstring", "hip", "hips",
    "toe", "toes", "feet", "foot", "mileage", "shoe", "shoes", "training", "iron", "clot", "clots",
    "urine", "pee", "physio", "physiotherapist", "treadmill", "lap", "laps", "squats", "stretching",
  ]
  private static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  @Test("No source says a word of the subject, save in comments and in examples of packs")
  func sources() throws {
    let folder = Self.root.appending(path: "Sources")
    let paths = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
      .filter { $0.hasSuffix(".swift") }
    #expect(paths.count > 200)
    for path in paths.sorted() {
      let text = try String(contentsOf: folder.appending(path: path), encoding: .utf8)
      let found = Self.words(ofCode: text).filter(Self.words.contains)
      #expect(found.isEmpty, "\(path): \(found)")
    }
  }

  @Test("The search sees names, texts and parts of names")
  func search() {
    let code = """
      let calfPain = "a sore knee" // my toes
      case marathon, half_marathon
      """
    #expect(Self.words(ofCode: code).filter(Self.words.contains).count == 4)
  }

  /// The words of code: parts of names and words of one-line texts; comments and longer texts, which are help and
  /// example packs, are left out.
  private static func words(ofCode text: String) -> [String] {
    var isExample = false
    // What is put right in an example pack of a rule: `mend: [...]`, on one line or several.
    var isMend = false
    var words: [String] = []
    for line in text.split(separator: "\n") {
      let marks = line.components(separatedBy: "\"\"\"").count - 1
      defer { if marks % 2 == 1 { isExample.toggle() } }
      guard !isExample, marks == 0 else { continue }
      if line.contains("mend: [") { isMend = true }
      if isMend {
        isMend = !line.contains("\"]") && !line.drop(while: { $0 == " " }).hasPrefix("]")
        continue
      }
      var code = String(line)
      // The name of the program and of its default pack, and the last line of a page.
      for name in ["heavy-legs", "HeavyLegs", "heavylegs", "summary_foot", "let foot", "(foot)"] {
        code = code.replacing(name, with: "")
      }
      // A text with line breaks in it is an example pack too.
      guard !code.contains("\\n") else { continue }
      if let comment = code.range(of: "//") { code = String(code[..<comment.lowerBound]) }
      var word = ""
      for character in code + " " {
        if character.isLetter, !(character.isUppercase && word.last?.isLowercase == true) {
          word.append(character)
        } else {
          if !word.isEmpty { words.append(word.lowercased()) }
          word = character.isLetter ? String(character) : ""
        }
      }
    }
    return words
  }
}
