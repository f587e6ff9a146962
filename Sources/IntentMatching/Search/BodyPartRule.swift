/// Keeps what is said of one body part from being heard of another.
struct BodyPartRule {
  let line: LineFacts

  var shape: LineShape {
    _read { yield line.shape }
  }

  /// Whether these tokens may be heard together.
  ///
  /// Refused when another body part stands between them, and when they are taken from several segments ("calf sore and
  /// ankle swollen") of which one speaks of another body part. Parts spoken of together ("my calf and ankle") are no
  /// others to each other.
  func allows(_ tokens: ContiguousArray<Int32>) -> Bool {
    guard !shape.bodyTokens.isEmpty, let first = tokens.first, let last = tokens.last else {
      return true
    }
    let span = Int(first)..<Int(last) + 1
    let crosses = shape.segment(Int(first)) != shape.segment(Int(last))
    var area = span
    if crosses {
      area =
        shape.segment(around: Int(first)).lowerBound..<shape.segment(around: Int(last)).upperBound
    }
    let bodies = shape.bodyTokens(in: area)
    guard !bodies.isEmpty else { return true }
    let own = tokens.compactMap { shape.group(of: Int($0)) }
    if own.isEmpty { return !crosses || isOneGroup(bodies) }
    return bodies.allSatisfy { token in
      shape.group(of: Int(token)).map { own.contains($0) } ?? true
    }
  }

  /// Without a body part of its own a match is torn only between two of them.
  private func isOneGroup(_ bodies: ContiguousArray<Int32>.SubSequence) -> Bool {
    guard let first = bodies.first, let last = bodies.last else { return true }
    return shape.group(of: Int(first)) == shape.group(of: Int(last))
  }
}
