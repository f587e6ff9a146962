import IntentPacks

/// A cause or red flag that no conversation in the pack tests.
enum MissingScript {
  static let rule = Rule(
    "missing-script", .warning,
    "A cause or red flag that no conversation in the pack tests.",
    bad: """
      causes:
        strain: {name: a strain, supports: {calf_pain: strong}, explain: It was pulled.}
      == conversations/calf.chat ==
      title: A calf that hurts

      user: my calf hurts
      expect: phase asking
      """,
    good: """
      causes:
        strain: {name: a strain, supports: {calf_pain: strong}, explain: It was pulled.}
      == conversations/strain.chat ==
      title: A pulled calf

      user: my calf hurts
      expect: cause strain in first 3
      """
  ) { subject in
    guard !subject.pack.folders.isEmpty, subject.pack.causes.count + subject.pack.redFlags.count > 0
    else { return [] }
    let expected = ScriptedIDs(folders: subject.pack.folders)
    let flags = subject.pack.redFlags.filter { !expected.flags.contains($0.id) }.map {
      note($0, "red flag", "expect: flag \($0.id) raised")
    }
    // A cause that always comes with danger is never named: then a script of its name shows what happens instead.
    let causes = subject.pack.causes.filter {
      !expected.causes.contains($0.id) && !expected.names.contains($0.id)
    }.map {
      note($0, "cause", "expect: cause \($0.id) in first 3")
    }
    return flags + causes
  }

  private static func note(_ definition: some PackDefinition, _ noun: String, _ line: String)
    -> Rule.Note
  {
    Rule.Note(
      definition.place, "no conversation tests the \(noun) \"\(definition.id)\"",
      help: "write a script in conversations/ with \"\(line)\"", length: definition.id.count)
  }
}
