import Foundation
package import LanguageProcessing

/// The language of the shipped packs, read by a scanner just able to read its own files.
package enum LanguageFixture {
  /// English with the body parts of heavy legs.
  package static let language: Language = {
    var language = Language()
    for folder in ["english/language", "heavy-legs/language"] {
      let directory = repository.appendingPathComponent("Intents").appendingPathComponent(folder)
      let files = (try? FileManager.default.contentsOfDirectory(atPath: directory.path)) ?? []
      for file in files.sorted() where file.hasSuffix(".yaml") {
        let text = try? String(contentsOf: directory.appendingPathComponent(file), encoding: .utf8)
        read(text ?? "", into: &language)
      }
    }
    return language
  }()

  /// The checkout the tests were built from.
  private static var repository: URL {
    URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
  }

  /// The rows of a tab-separated fixture of a test folder, without its heading.
  package static func rows(_ file: String, of folder: String) -> [[String]] {
    let path = repository.appendingPathComponent("Tests/\(folder)/Fixtures/\(file)")
    let text = (try? String(contentsOf: path, encoding: .utf8)) ?? ""
    return text.split(separator: "\n").dropFirst().map {
      $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    }
  }

  private static func read(_ text: String, into language: inout Language) {
    var section = ""
    var group = ""
    var common: [Substring] = []
    for line in text.split(separator: "\n", omittingEmptySubsequences: true) {
      let indent = line.prefix { $0 == " " }.count
      let body = line.dropFirst(indent)
      if body.hasPrefix("#") || indent == 0 { continue }
      if indent == 2, let colon = body.firstIndex(of: ":") {
        section = String(body[..<colon])
        let rest = body[body.index(after: colon)...].drop { $0 == " " }
        if section == "stemmer" { language.stemmer = String(rest) }
        continue
      }
      if section == "cues" || section == "answers" {
        if indent == 4, let colon = body.lastIndex(of: ":") {
          group = body[..<colon].filter { $0 != "\"" }
        } else if section == "cues" {
          language.cues[group, default: []].append(String(body))
        } else {
          language.answers[group, default: []].append(String(body))
        }
      } else if section == "common_words" {
        common.append(body)
      } else {
        add(String(body), section, &language)
      }
    }
    if !common.isEmpty { language.commonWords += "\n" + common.joined(separator: "\n") }
  }

  private static func add(_ line: String, _ section: String, _ language: inout Language) {
    let parts = line.components(separatedBy: " = ")
    let (left, right) = (parts[0], parts.count > 1 ? parts[1] : "")
    switch section {
    case "ignorable": language.ignorable.append(line)
    case "expansions": language.expansions.append((left, right))
    case "irregular": language.irregular.append((left, right))
    case "number_words": language.numberWords.append((left, Double(right) ?? 0))
    case "units": language.units.append((left, right))
    case "quantities": language.quantities.append((left, right))
    case "frequencies": language.frequencies.append((left, right))
    case "time_phrases": language.timePhrases.append((left, Double(right) ?? 0))
    case "weekdays": language.weekdays.append((left, Int(right) ?? 0))
    case "months": language.months.append((left, Int(right) ?? 0))
    case "sides": if let side = Side(rawValue: right) { language.sides.append((left, side)) }
    case "body_parts": language.bodyParts.append((left, right))
    case "slips":
      let meant = right.components(separatedBy: " beside ")
      language.slips.append((left, meant[0], meant.count > 1 ? meant[1] : ""))
    default: break
    }
  }
}
