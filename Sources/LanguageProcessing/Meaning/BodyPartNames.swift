/// Names of body parts that consist of several words.
enum BodyPartNames {
  /// Marks the words of each name with the part it names ("lower leg" is a calf, not a leg).
  static func mark(_ hits: [PhraseHit], _ names: [String], _ tokens: inout [Token]) {
    for hit in hits {
      guard case .bodyPart(let index) = hit.meaning, Int(index) < names.count else { continue }
      for token in hit.range where tokens[token].bodyPart != nil || token == hit.end - 1 {
        tokens[token].bodyPart = names[Int(index)]
      }
    }
  }
}
