/// How soon someone should be seen.
package enum Level: String, Sendable, Hashable, Comparable, CaseIterable {
  case routine, soon, urgent, emergency

  private var rank: Int {
    switch self {
    case .routine: 0
    case .soon: 1
    case .urgent: 2
    case .emergency: 3
    }
  }

  package static func < (a: Level, b: Level) -> Bool { a.rank < b.rank }

  /// The level one step graver, `emergency` at the most.
  package var raised: Level {
    switch self {
    case .routine: .soon
    case .soon: .urgent
    case .urgent, .emergency: .emergency
    }
  }

  /// The level one step milder, `routine` at the least.
  package var lowered: Level {
    switch self {
    case .emergency: .urgent
    case .urgent: .soon
    case .soon, .routine: .routine
    }
  }
}
