/// A place where a pattern fits, before it has competed with others.
struct RawMatch: Sendable {
  /// In `PatternIndex.sources`.
  var source: Int32
  var isPhrase: Bool
  /// The matched tokens, ascending.
  var tokens: ContiguousArray<Int32>
  /// Words of several tokens that are parts of the match, each with its place ("pins and needles").
  var units: ContiguousArray<Range<Int32>> = []
  var specificity: Double = 0

  /// From the first to the last matched token.
  var span: Range<Int> { Int(tokens.first ?? 0)..<Int(tokens.last ?? -1) + 1 }

  func contains(_ token: Int32) -> Bool {
    var low = 0
    var high = tokens.count
    while low < high {
      let middle = (low + high) / 2
      if tokens[middle] < token { low = middle + 1 } else { high = middle }
    }
    return low < tokens.count && tokens[low] == token
  }
}
