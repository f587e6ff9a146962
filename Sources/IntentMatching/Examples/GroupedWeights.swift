/// What features weigh with judges who stand in groups of sixteen.
///
/// Only what was ever moved away from zero is kept: most features are met in one or two intents, and say nothing to the
/// judges of all the others.
struct GroupedWeights: Sendable {
  typealias Lanes = SIMD16<Float>

  private let groups: Int
  /// By feature, then by group: where the weights stand in `lanes`; 0 where all are zero.
  private var places: ContiguousArray<Int32>
  /// Zeros, which are never written to, then all that is not zero.
  private var lanes: ContiguousArray<Lanes> = [Lanes(repeating: 0)]

  init(features: Int, groups: Int) {
    self.groups = groups
    places = ContiguousArray(repeating: 0, count: features * groups)
  }

  /// What each judge says to a vector.
  ///
  /// - Parameter said: a place for each group; what stood there is overwritten.
  func sum(_ vector: SparseVector, into said: UnsafeMutableBufferPointer<Lanes>) {
    lanes.withUnsafeBufferPointer { lanes in
      places.withUnsafeBufferPointer { places in
        vector.ids.withUnsafeBufferPointer { ids in
          vector.values.withUnsafeBufferPointer { values in
            for group in 0..<groups {
              // Zeros are added too, which is cheaper than to ask each time.
              var sum = Lanes(repeating: 0)
              for at in ids.indices {
                sum += lanes[Int(places[Int(ids[at]) * groups + group])] * values[at]
              }
              said[group] = sum
            }
          }
        }
      }
    }
  }

  /// Takes a move, times the value of each feature of a vector, from what the feature weighs with a group.
  mutating func move(_ vector: SparseVector, group: Int, by move: Lanes) {
    for id in vector.ids {
      let spot = Int(id) * groups + group
      guard places[spot] == 0 else { continue }
      places[spot] = Int32(truncatingIfNeeded: lanes.count)
      lanes.append(Lanes(repeating: 0))
    }
    let groups = groups
    places.withUnsafeBufferPointer { places in
      vector.ids.withUnsafeBufferPointer { ids in
        vector.values.withUnsafeBufferPointer { values in
          lanes.withUnsafeMutableBufferPointer { lanes in
            for at in ids.indices {
              lanes[Int(places[Int(ids[at]) * groups + group])] -= move * values[at]
            }
          }
        }
      }
    }
  }
}
