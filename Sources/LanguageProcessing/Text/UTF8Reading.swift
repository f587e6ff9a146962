/// Reading single characters out of valid UTF-8.
enum UTF8Reading {
  /// The scalar at an index, which moves behind it.
  static func scalar(in bytes: UnsafeBufferPointer<UInt8>, at index: inout Int) -> Unicode.Scalar {
    let first = bytes[index]
    let length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    guard index + length <= bytes.count else {
      index = bytes.count
      return "\u{FFFD}"
    }
    var value = length == 1 ? UInt32(first) : UInt32(first) & (0x7F >> UInt32(length))
    for k in 1..<max(length, 1) { value = value << 6 | UInt32(bytes[index + k] & 0x3F) }
    index += length
    return Unicode.Scalar(value) ?? "\u{FFFD}"
  }

  /// Whether a character is a picture rather than a letter, digit or mark.
  static func isEmoji(_ scalar: Unicode.Scalar) -> Bool {
    guard scalar.value >= 0x2190 else { return false }
    return scalar.properties.isEmojiPresentation || scalar.properties.isEmoji
  }
}
