/// An entry into the program that any bytes may be thrown at.
///
/// The fuzzer and the test over the stored corpus both come in here.
package enum FuzzTarget: String, CaseIterable, Sendable {
  /// Understanding a line with the shipped pack.
  case text
  /// Patterns, wordings and conditions of a pack, and lines said to what they compile to.
  case pattern
  /// The files of a pack.
  case pack
  /// A conversation script, run and reported.
  case script
  /// A whole conversation with the shipped pack, a line a turn.
  case conversation

  /// Longer inputs only take time; the caps on length have tests of their own.
  package static let longest = 40_000

  /// Runs the target on some bytes.
  ///
  /// - Returns: what must always hold and did not, in a sentence; nil when all held. A crash or a
  ///   hang is a finding too.
  package func broken(by bytes: [UInt8]) -> String? {
    let text = String(decoding: bytes.prefix(Self.longest), as: UTF8.self)
    return switch self {
    case .text: TextEntry.broken(by: text)
    case .pattern: PatternEntry.broken(by: text)
    case .pack: PackEntry.broken(by: text)
    case .script: ScriptEntry.broken(by: text)
    case .conversation: ConversationEntry.broken(by: text)
    }
  }
}
