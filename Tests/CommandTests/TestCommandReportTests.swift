import Foundation
import TestSupport
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// The reports of `heavylegs test` for programs.
struct TestCommandReportTests {
  private func folder() throws -> Scratch {
    let folder = try TestCommandTests.folder()
    try folder.write(
      "title: Later\nskip: not & yet\nuser: hi\nexpect: level soon", to: "talks/a.chat")
    try folder.write(
      "title: Known # one\nknown failure: heard <wrongly>\nuser: hi\nexpect: level soon",
      to: "talks/b.chat")
    try folder.write("title: x\nusr: hi", to: "talks/c.chat")
    return folder
  }

  @Test func `JUnit is well-formed XML that names every script and counts them`() throws {
    let folder = try folder()
    let run = try TestCommandTests.test("talks", "--junit", "out.xml", in: folder)
    #expect(run.status == 65)
    let text = folder.read("out.xml")
    let reader = XMLReader()
    let parser = XMLParser(data: Data(text.utf8))
    parser.delegate = reader
    #expect(parser.parse())
    #expect(reader.counts["testcase"] == 7)
    #expect(reader.counts["failure"] == 1)
    #expect(reader.counts["error"] == 1)
    #expect(reader.counts["skipped"] == 1)
    let suite = try #require(reader.suite)
    #expect(suite["tests"] == "7" && suite["failures"] == "1" && suite["errors"] == "1")
    #expect(reader.names.contains("A leg day is urgent"))
    #expect(text.contains("expected level urgent, but it is routine"))
  }

  @Test func `TAP 14 has a plan, numbered lines in order, and reasons`() throws {
    let run = try TestCommandTests.test("talks", "--tap", in: folder())
    #expect(run.status == 65)
    #expect(run.lines[0] == "TAP version 14")
    #expect(run.lines[1] == "1..7")
    let points = run.lines.filter { $0.hasPrefix("ok ") || $0.hasPrefix("not ok ") }
    #expect(
      points == [
        "not ok 1 - talks/c.chat",
        "ok 2 - talks/a.chat: Later # SKIP not & yet",
        "not ok 3 - talks/b.chat: Known \\# one # TODO heard <wrongly>",
        "ok 4 - talks/clot.chat: A swollen calf is checked today",
        "ok 5 - talks/heart.chat: Chest pain is an emergency",
        "ok 6 - talks/more/vitamins.chat: Vitamins are answered",
        "not ok 7 - talks/wrong.chat: A leg day is urgent",
      ])
    let rest = run.lines.dropFirst(2).filter { !points.contains($0) }
    #expect(rest.allSatisfy { $0.hasPrefix("  ") })
    #expect(rest.first == "  ---" && rest.last == "  ...")
    #expect(rest.contains { $0.contains("talks/wrong.chat:3: expected level urgent") })
  }

  @Test func `an empty run bails out in TAP`() throws {
    let run = try TestCommandTests.test("--tap", in: TestCommandTests.folder())
    #expect(run.output == "TAP version 14\nBail out! no scripts were found\n")
    #expect(run.status == 1)
  }

  @Test func `what else is asked for is a comment in TAP`() throws {
    let run = try TestCommandTests.test(
      "talks/clot.chat", "--tap", "--coverage", "--against", "tiny", in: TestCommandTests.folder())
    #expect(run.lines.dropFirst(2).allSatisfy { $0.hasPrefix("ok ") || $0.hasPrefix("# ") })
    #expect(run.lines.contains { $0.hasPrefix("# findings: ") })
    #expect(run.lines.last == "# 0 of 1 talks differ, 0 of them in a level or flag")
  }

  @Test func `JSON is one object with everything that was asked for`() throws {
    let run = try TestCommandTests.test(
      "talks", "--json", "--coverage", "--mutate", "--against", "tiny", "--min-coverage", "99",
      in: folder())
    #expect(run.status == 65)
    #expect(run.lines.count == 1)
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
    #expect(object["scripts"] as? Int == 6)
    #expect(object["passed"] as? Int == 3)
    #expect(object["failed"] as? Int == 1)
    #expect(object["skipped"] as? Int == 1)
    #expect(object["known_failures"] as? Int == 1)
    #expect((object["diagnostics"] as? [[String: Any]])?.first?["line"] as? Int == 2)
    let results = try #require(object["results"] as? [[String: Any]])
    #expect(
      results.compactMap { $0["verdict"] as? String }
        == ["skipped", "known_failure", "passed", "passed", "passed", "failed"])
    let mismatches = try #require(results.last?["mismatches"] as? [[String: Any]])
    #expect(mismatches[0]["file"] as? String == "talks/wrong.chat")
    #expect(mismatches[0]["line"] as? Int == 3)
    #expect((mismatches[0]["why"] as? [String])?.isEmpty == false)
    #expect((object["coverage"] as? [String: Any])?["kinds"] != nil)
    #expect((object["mutation"] as? [String: Any])?["mutants"] as? Int ?? 0 > 10)
    #expect((object["against"] as? [Any])?.isEmpty == true)
    #expect(object["coverage_falls_short"] as? Bool == true)
  }
}

private final class XMLReader: NSObject, XMLParserDelegate {
  // A class, because Foundation's parser tells a delegate.
  var counts: [String: Int] = [:]
  var names: [String] = []
  var suite: [String: String]?

  func parser(
    _ parser: XMLParser, didStartElement element: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String]
  ) {
    counts[element, default: 0] += 1
    if element == "testsuite" { suite = attributes }
    if let name = attributes["name"], element == "testcase" { names.append(name) }
  }
}
