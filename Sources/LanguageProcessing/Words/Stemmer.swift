import CStemmer

/// A Snowball stemmer for one language.
///
/// A class because it owns a C object that is costly to make, must be freed once, and may be used
/// by one thread at a time; whoever holds it guards it (see `WordMemory`).
final class Stemmer {
  private let handle: OpaquePointer?

  /// A stemmer by Snowball's name of the language; words stay as they are when there is none.
  init(_ name: String) {
    handle = name == "none" || name.isEmpty ? nil : sb_stemmer_new(name, "UTF_8")
  }

  deinit { sb_stemmer_delete(handle) }

  func stem(_ word: String) -> String {
    guard let handle else { return word }
    var word = word
    return word.withUTF8 { bytes -> String? in
      guard let start = bytes.baseAddress, bytes.count <= 255,
        let stem = sb_stemmer_stem(handle, start, Int32(bytes.count))
      else { return nil }
      let count = Int(sb_stemmer_length(handle))
      return String(decoding: UnsafeBufferPointer(start: stem, count: count), as: UTF8.self)
    } ?? word
  }
}
