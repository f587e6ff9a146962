import Testing

@testable import IntentPacks

@Suite("Printing diagnostics")
struct DiagnosticRendererTests {
  private let file = SourceFile(
    path: "causes/iron.yaml", text: "a\n    supports: {heavy: strong}\n")
  private let diagnostic = Diagnostic(
    code: "unknown-finding", severity: .error,
    place: SourcePlace(file: "causes/iron.yaml", line: 2, column: 16), length: 5,
    message: "no finding is called \"heavy\"", help: "did you mean \"heavy_legs\"?")

  @Test("A diagnostic shows its line, underlines the word and says what to do")
  func text() {
    #expect(
      DiagnosticRenderer(files: [file.path: file]).text([diagnostic]) == """
        causes/iron.yaml:2:16: error: no finding is called "heavy" [unknown-finding]
          2 |     supports: {heavy: strong}
            |                ^~~~~ did you mean "heavy_legs"?
        1 error, 0 warnings

        """)
  }

  @Test("Without the file the help stands below")
  func withoutFile() {
    #expect(
      DiagnosticRenderer().text(diagnostic) == """
        causes/iron.yaml:2:16: error: no finding is called "heavy" [unknown-finding]
          did you mean "heavy_legs"?

        """)
  }

  @Test("JSON holds all of it, escaped")
  func json() {
    #expect(
      DiagnosticRenderer().json([diagnostic])
        == #"{"errors": 1, "warnings": 0, "diagnostics": [{"code": "unknown-finding", "#
        + #""severity": "error", "file": "causes/iron.yaml", "line": 2, "column": 16, "length": 5, "#
        + #""message": "no finding is called \"heavy\"", "help": "did you mean \"heavy_legs\"?"}]}"#
        + "\n")
  }

  @Test("The GitHub form names file, line and columns")
  func github() {
    #expect(
      DiagnosticRenderer().github([diagnostic])
        == "::error file=causes/iron.yaml,line=2,col=16,endColumn=20,title=unknown-finding::"
        + "no finding is called \"heavy\"%0Adid you mean \"heavy_legs\"?\n")
  }

  @Test("Signs that could steer a terminal or hide are made visible")
  func control() {
    let file = SourceFile(path: "a", text: "x\u{1B}[2J\u{202E}y\n")
    let diagnostic = Diagnostic(
      code: "c", severity: .warning, place: SourcePlace(file: "a", line: 1, column: 2), message: "m"
    )
    let text = DiagnosticRenderer(files: ["a": file]).text(diagnostic)
    #expect(text.contains("x\u{FFFD}[2J\u{FFFD}y"))
  }
}
