/// Text folded for reading: lower-case bytes, and where each stood in the text as typed.
struct FoldedText {
  var bytes: [UInt8] = []
  /// The UTF-8 offset in the typed text of each folded byte, and of the end; empty when nothing
  /// moved and the offset is the index itself.
  var origins: [Int32] = []
  var isCut = false

  /// Where a folded index stands in the text as typed.
  func origin(_ index: Int) -> Int {
    origins.isEmpty ? index : Int(origins[min(index, origins.count - 1)])
  }
}
