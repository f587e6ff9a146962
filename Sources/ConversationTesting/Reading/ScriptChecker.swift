import DialogEngine
package import IntentPacks
import LanguageProcessing

/// Holds the ids a script names against a pack: one that the pack does not know can never hold.
package struct ScriptChecker: Sendable {
  private let findings: [String: Finding]
  private let names: [NamedID.Kind: Set<String>]

  package init(pack: Pack) {
    findings = Dictionary(pack.findings.map { ($0.id, $0) }, uniquingKeysWith: { a, _ in a })
    let asked = Set(findings.keys).union(pack.screens.map(\.id))
    let topics = Set(pack.findings.map(\.topic)).union(pack.topics)
    names = [
      .finding: Set(findings.keys),
      .flag: Set(pack.redFlags.map(\.id)),
      .cause: Set(pack.causes.map(\.id)),
      .intent: Set(pack.intents.map(\.id)),
      .state: Set(pack.states.map(\.id)),
      .question: asked.union(["retraction", "did_you_mean"]),
      .region: Set(pack.regions.map(\.id)),
      .answer: asked.union(topics).union(["side", "other", "retraction", "did_you_mean"]),
    ]
  }

  /// Unknown ids, and scripts that expect nothing.
  package func check(_ script: Script) -> [Diagnostic] {
    var diagnostics: [Diagnostic] = []
    if !script.expectsSomething {
      diagnostics.append(
        Diagnostic(
          code: "no-expectation", severity: .error,
          place: SourcePlace(file: script.file.path, line: 1),
          message: "this script expects nothing, so it cannot fail",
          help: "add a bot: or expect: line"))
    }
    for probe in script.probes where !probe.checks.expectSomething {
      diagnostics.append(
        Diagnostic(
          code: "no-expectation", severity: .error, place: probe.text.place,
          message: "nothing is expected of the line said at every turn",
          help: "add expect: lines below it"))
    }
    diagnostics += ids(in: script).compactMap(unknown)
    diagnostics += sheets(in: script).flatMap(\.entries).compactMap { entry in
      entry.key.value == "*"
        ? nil
        : unknown(NamedID(kind: .answer, id: entry.key.value, place: entry.key.place))
    }
    if case .sure(let id)? = script.region?.value, let place = script.region?.place {
      let region = NamedID(kind: .region, id: id, place: place)
      diagnostics += names[.region]?.isEmpty ?? true ? [] : [unknown(region)].compactMap { $0 }
    }
    return diagnostics.uniquedAndSorted()
  }

  private func ids(in script: Script) -> [NamedID] {
    let checks = [script.opening] + script.steps.map(\.checks) + script.probes.map(\.checks)
    return checks.flatMap { $0.expectations + $0.within.map(\.expectation) }.flatMap(\.ids)
      + script.atEnd.flatMap(\.ids)
  }

  private func sheets(in script: Script) -> [AnswerSheet] {
    script.steps.compactMap { step in
      guard case .answer(let sheet) = step.action else { return nil }
      return sheet
    } + (script.answers.map { [$0] } ?? [])
  }

  private func unknown(_ named: NamedID) -> Diagnostic? {
    let known = names[named.kind] ?? []
    let parts = named.id.split(separator: ".", maxSplits: 1).map(String.init)
    let id = parts.count == 2 && findings[parts[0]] != nil ? parts[0] : named.id
    if known.contains(id) {
      if parts.count == 2, !["side", "trend", "severity"].contains(parts[1]) {
        return attribute(parts[1], of: parts[0], at: named.place)
      }
      return value(named)
    }
    let near = NearestName.of(id, among: known)
    let elsewhere = names.filter { $0.value.contains(id) && $0.key != .answer }.map(\.key.rawValue)
    let help =
      near.map { "did you mean \"\($0)\"?\(place(of: $0))" }
      ?? elsewhere.min().map { "there is a \($0) of that name" }
    return Diagnostic(
      code: "unknown-id", severity: .error, place: named.place,
      length: named.id.unicodeScalars.count,
      message: "no \(Self.noun(named.kind)) is called \"\(id)\"", help: help)
  }

  private func place(of id: String) -> String {
    findings[id].map { " (\($0.place))" } ?? ""
  }

  private func attribute(_ name: String, of finding: String, at place: SourcePlace) -> Diagnostic {
    Diagnostic(
      code: "unknown-id", severity: .error, place: place,
      length: finding.unicodeScalars.count + name.unicodeScalars.count + 1,
      message: "a finding has no \"\(name)\"", help: "there are: side, trend, severity")
  }

  /// A value that the finding can never have.
  private func value(_ named: NamedID) -> Diagnostic? {
    guard let value = named.value, let finding = findings[named.id] else { return nil }
    let always = ["unsure", "no", "conflict", "unknown"]
    if always.contains(value) { return nil }
    let allowed: [String]
    switch finding.kind {
    case .text: return nil
    case .number, .duration:
      if Double(value) != nil { return nil }
      allowed = ["a number"] + always
    case .yesNo: allowed = ["yes"] + always
    case .choice: allowed = finding.options.map(\.id) + always
    }
    if allowed.contains(value) { return nil }
    let near = NearestName.of(value, among: allowed).map { "did you mean \"\($0)\"? " } ?? ""
    return Diagnostic(
      code: "unknown-value", severity: .error, place: named.place,
      length: named.id.unicodeScalars.count,
      message: "\"\(named.id)\" can never be \"\(value)\"",
      help: near + "it can be: \(allowed.joined(separator: ", "))")
  }

  private static func noun(_ kind: NamedID.Kind) -> String {
    switch kind {
    case .answer: "finding, screen or topic"
    case .question: "finding or screen"
    case .flag: "red flag"
    default: kind.rawValue
    }
  }
}
