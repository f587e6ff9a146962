import IntentPacks

extension TestReport {
  /// JUnit XML, as CI systems read it.
  package var junit: String {
    let errors = errorsByFile
    var xml = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    xml += "<testsuites name=\"heavylegs\" tests=\"\(results.count + errors.count)\" "
    xml += "failures=\"\(failed)\" errors=\"\(errors.count)\" skipped=\"\(skipped)\" "
    xml += "time=\"\(time)\">\n"
    xml += "  <testsuite name=\"conversations\" tests=\"\(results.count + errors.count)\" "
    xml += "failures=\"\(failed)\" errors=\"\(errors.count)\" skipped=\"\(skipped)\" "
    xml += "time=\"\(time)\">\n"
    for (file, diagnostics) in errors {
      xml += "    <testcase classname=\"\(Self.escaped(file))\" name=\"\(Self.escaped(file))\">\n"
      xml += "      <error message=\"\(Self.escaped(diagnostics[0].message))\">"
      xml += Self.escaped(DiagnosticRenderer(files: files).text(diagnostics))
      xml += "</error>\n    </testcase>\n"
    }
    for result in results { xml += junit(result) }
    return xml + "  </testsuite>\n</testsuites>\n"
  }

  private func junit(_ result: ScriptResult) -> String {
    let name = result.script.title + (result.script.row.map { " [\($0)]" } ?? "")
    var xml = "    <testcase classname=\"\(Self.escaped(result.script.file.path))\" "
    xml += "name=\"\(Self.escaped(name))\" file=\"\(Self.escaped(result.script.file.path))\""
    switch result.verdict {
    case .passed, .knownFailure: return xml + "/>\n"
    case .skipped(let reason):
      xml += ">\n      <skipped message=\"\(Self.escaped(reason))\"/>\n"
    case .failed(let mismatches):
      xml += ">\n      <failure message=\"\(Self.escaped(mismatches[0].message))\">"
      xml += Self.escaped(MismatchText.text(of: mismatches)) + "</failure>\n"
    }
    return xml + "    </testcase>\n"
  }

  private var time: String {
    let text = Self.seconds(seconds)
    return String(text.dropLast(2))
  }

  var errorsByFile: [(file: String, diagnostics: [Diagnostic])] {
    let errors = diagnostics.filter { $0.severity == .error }
    let files = TurnExplanation.unique(errors.map(\.place.file))
    return files.map { file in (file, errors.filter { $0.place.file == file }) }
  }

  private static func escaped(_ text: String) -> String {
    var out = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": out.append(contentsOf: "&amp;".unicodeScalars)
      case "<": out.append(contentsOf: "&lt;".unicodeScalars)
      case ">": out.append(contentsOf: "&gt;".unicodeScalars)
      case "\"": out.append(contentsOf: "&quot;".unicodeScalars)
      case "\n": out.append(contentsOf: "&#10;".unicodeScalars)
      // XML 1.0 has no other control characters, not even escaped.
      case _ where scalar.value < 0x20 && scalar != "\t": out.append("\u{FFFD}")
      case "\u{FFFE}", "\u{FFFF}": out.append("\u{FFFD}")
      default: out.append(scalar)
      }
    }
    return String(out)
  }
}
