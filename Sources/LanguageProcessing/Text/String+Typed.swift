extension String {
  /// The text without what nobody sees: line ends as `\n`, tabs as spaces, other control characters gone. A line is heard
  /// and kept like this, so that what was saved is heard the same.
  package var withoutControls: String {
    if utf8.withContiguousStorageIfAvailable(Self.holdsNoControl) ?? false { return self }
    var clean = String.UnicodeScalarView()
    var before: Unicode.Scalar?
    for scalar in unicodeScalars {
      switch scalar {
      case "\n" where before == "\r": break
      case "\n", "\r": clean.append("\n")
      case "\t": clean.append(" ")
      case _ where scalar.value < 0x20 || scalar.value == 0x7F: break
      default: clean.append(scalar)
      }
      before = scalar
    }
    return String(clean)
  }

  private static func holdsNoControl(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    // Without a way out in the middle, so that many bytes are looked at at once.
    var found: UInt8 = 0
    for byte in bytes { found |= (byte < 0x20 ? 1 : 0) | (byte == 0x7F ? 1 : 0) }
    return found == 0
  }
}
