/// Exponential and logarithm to about six digits, without a maths library: the same bits on every machine.
enum Exponential {
  typealias Lanes = SIMD16<Float>

  private static let ln2: Float = 0.693_147_2
  private static let log2e: Float = 1.442_695
  /// Below it the exponential counts as nothing.
  private static let least: Float = -80
  /// Added and taken away again it rounds to a whole number, which stands in the lowest bits in between.
  private static let rounder: Float = 12_582_912

  /// Of the series of the exponential.
  private static let second: Float = 1 / 2
  private static let third: Float = 1 / 6
  private static let fourth: Float = 1 / 24
  private static let fifth: Float = 1 / 120

  /// e to the power of each lane; lanes are at most 80.
  static func exp(_ x: Lanes) -> Lanes {
    let power = x.replacing(with: least, where: x .< least) * log2e
    let rounded = power + rounder
    let rest = (power - (rounded - rounder)) * ln2
    var series = rest * fifth + fourth
    series = series * rest + third
    series = series * rest + second
    series = series * rest + 1
    series = series * rest + 1
    let one = Float(1).bitPattern
    var scale = Lanes()
    for lane in scale.indices {
      scale[lane] = Float(bitPattern: rounded[lane].bitPattern &<< 23 &+ one)
    }
    return series * scale
  }

  /// The natural logarithm by exponent and a series for the rest; 0 for what has none.
  static func log(_ x: Float) -> Float {
    guard x > 0 else { return 0 }
    let y = (x.significand - 1) / (x.significand + 1)
    let square = y * y
    let series = 2 * y * (1 + square * (1 / 3 + square * (1 / 5 + square / 7)))
    return Float(x.exponent) * ln2 + series
  }

  /// Makes sums into the logarithms of shares that add up to one.
  static func normalise(_ sums: inout ContiguousArray<Float>) {
    let highest = sums.max() ?? 0
    var whole: Float = 0
    for sum in sums { whole += exp(Lanes(repeating: sum - highest))[0] }
    let all = log(whole) + highest
    for at in sums.indices { sums[at] -= all }
  }
}
