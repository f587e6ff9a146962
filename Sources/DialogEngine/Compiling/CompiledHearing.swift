import IntentMatching
import IntentPacks
import LanguageProcessing

/// What a pack hears with: what takes longest to compile, and is needed only when something was said.
final class CompiledHearing: Sendable {
  let matcher: Matcher
  /// Words before a country's name that say the user is there, "i am in", "i live in": by the byte that they begin with.
  let regionLeads: [[[String]]]
  /// Mistakes in patterns.
  let problems: [Diagnostic]

  convenience init(_ pack: Pack) {
    var problems: [Diagnostic] = []
    let matcher = Matcher(pack: pack, diagnostics: &problems)
    self.init(matcher, of: pack, problems: problems)
  }

  init(_ matcher: Matcher, of pack: Pack, problems: [Diagnostic] = []) {
    self.matcher = matcher
    self.problems = problems
    var leads = [[[String]]](repeating: [], count: 256)
    for line in (pack.wordings["region_leads"]?.value ?? "").split(separator: "\n") {
      let words = matcher.lexicon.readPattern(String(line)).map(\.text)
      if let first = words.first?.utf8.first { leads[Int(first)].append(words) }
    }
    regionLeads = leads
  }
}
