#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A pack file as bytes, with its lines, so that every message and every line of a block knows its place.
package struct SourceFile: Sendable {
  /// The path as shown to the author.
  package let path: String
  package let text: String
  /// UTF-8 offset at which each line starts.
  private let starts: [Int]

  /// Reads the bytes; nil when they are not UTF-8.
  init?(path: String, bytes: [UInt8]) {
    let isMarked = bytes.starts(with: [0xEF, 0xBB, 0xBF])
    guard let text = String(validating: isMarked ? bytes[3...] : bytes[...], as: UTF8.self) else {
      return nil
    }
    self.init(path: path, text: text)
  }

  package init(path: String, text: String) {
    self.path = path
    var text = text
    text.makeContiguousUTF8()
    var starts = [0]
    text.withUTF8 { bytes in
      starts.reserveCapacity(bytes.count / 32)
      guard let first = bytes.baseAddress.map({ UnsafeRawPointer($0) }) else { return }
      let end = first + bytes.count
      var at = first
      while let newline = memchr(at, Int32(UInt8(ascii: "\n")), end - at) {
        at = UnsafeRawPointer(newline) + 1
        starts.append(at - first)
      }
    }
    self.text = text
    self.starts = starts
  }

  package var lineCount: Int { starts.count }

  /// A line counted from 1, without its end; empty beyond the file.
  package func line(_ number: Int) -> Substring.UTF8View {
    let utf8 = text.utf8
    guard number >= 1, number <= starts.count else { return Substring("").utf8 }
    let start = utf8.index(utf8.startIndex, offsetBy: starts[number - 1])
    var end =
      number < starts.count
      ? utf8.index(utf8.startIndex, offsetBy: starts[number] - 1) : utf8.endIndex
    if end > start, utf8[utf8.index(before: end)] == UInt8(ascii: "\r") {
      end = utf8.index(before: end)
    }
    return utf8[start..<end]
  }

  /// How many spaces a line starts with.
  func indentation(of number: Int) -> Int {
    let line = line(number)
    let count = line.withContiguousStorageIfAvailable { bytes in
      bytes.firstIndex { $0 != UInt8(ascii: " ") } ?? bytes.count
    }
    return count ?? line.prefix { $0 == UInt8(ascii: " ") }.count
  }

  /// How many characters after a place its line has this word, standing by itself.
  func offset(of word: String, from place: SourcePlace) -> Int? {
    let line = Array(String(decoding: line(place.line), as: UTF8.self).unicodeScalars)
    let wanted = Array(word.unicodeScalars)
    func isWord(_ scalar: UnicodeScalar) -> Bool {
      scalar.properties.isAlphabetic || scalar == "_" || ("0"..."9").contains(scalar)
    }
    let start = max(0, place.column - 1)
    guard !wanted.isEmpty, start + wanted.count <= line.count else { return nil }
    for index in start...(line.count - wanted.count)
    where line[index..<index + wanted.count].elementsEqual(wanted) {
      let end = index + wanted.count
      if index > 0, isWord(line[index - 1]) { continue }
      if end < line.count, isWord(line[end]) { continue }
      return index - start
    }
    return nil
  }

  func place(_ line: Int, _ column: Int) -> SourcePlace {
    SourcePlace(file: path, line: line, column: column)
  }
}
