extension String {
  /// The text without what nobody sees: line ends as `\n`, tabs as spaces, other control characters gone. A line is heard
  /// and kept like this, so that what was saved is heard the same.
  package var withoutControls: String {
    if utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x7F }) { return self }
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
}
