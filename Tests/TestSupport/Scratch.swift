import Glibc

/// A folder of its own for one test, deleted with it.
package final class Scratch {
  package let path: String

  package init() throws {
    var template = Array("/tmp/heavylegs-test-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw TestFailure("no scratch folder: \(errno)") }
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  deinit { Self.delete(path) }

  /// The path of a file in the folder.
  package func callAsFunction(_ name: String) -> String { path + "/" + name }

  package func write(_ text: String, to name: String) throws {
    var folder = path
    for part in name.split(separator: "/").dropLast() {
      folder += "/" + part
      mkdir(folder, 0o755)
    }
    let descriptor = open(self(name), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw TestFailure("cannot write \(name): \(errno)") }
    defer { close(descriptor) }
    var text = text
    text.withUTF8 { bytes in _ = Glibc.write(descriptor, bytes.baseAddress, bytes.count) }
  }

  /// The text of a file; empty when there is none.
  package func read(_ name: String) -> String { Self.read(self(name)) }

  package static func read(_ path: String) -> String {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return "" }
    defer { close(descriptor) }
    var all: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = Glibc.read(descriptor, &chunk, chunk.count)
      guard count > 0 else { return String(decoding: all, as: UTF8.self) }
      all += chunk[..<count]
    }
  }

  /// Puts a copy of a folder of text files into the folder.
  package func copy(_ source: String, to name: String) throws {
    guard let stream = opendir(source) else { throw TestFailure("cannot read \(source): \(errno)") }
    defer { closedir(stream) }
    while let entry = readdir(stream) {
      let item = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 1) { String(cString: $0) }
      }
      guard item != ".", item != ".." else { continue }
      var info = stat()
      guard stat("\(source)/\(item)", &info) == 0 else { continue }
      if info.st_mode & S_IFMT == S_IFDIR {
        try copy("\(source)/\(item)", to: "\(name)/\(item)")
      } else {
        try write(Self.read("\(source)/\(item)"), to: "\(name)/\(item)")
      }
    }
  }

  /// Puts a copy of the built program into the folder.
  package func copyProgram(to name: String) throws {
    try write("", to: name)
    let source = open(Program.path, O_RDONLY | O_CLOEXEC)
    let target = open(self(name), O_WRONLY | O_CLOEXEC)
    defer {
      close(source)
      close(target)
    }
    while true {
      let count = sendfile(target, source, nil, 1 << 24)
      if count < 0 { throw TestFailure("cannot copy the program: \(errno)") }
      if count == 0 { break }
    }
    fchmod(target, 0o755)
  }

  package var isEmpty: Bool {
    guard let folder = opendir(path) else { return true }
    defer { closedir(folder) }
    var count = 0
    while readdir(folder) != nil { count += 1 }
    return count <= 2
  }

  /// The permission bits of a file.
  package func mode(of name: String) -> UInt32 {
    var info = stat()
    return stat(self(name), &info) == 0 ? UInt32(info.st_mode & 0o777) : 0
  }

  private static func delete(_ path: String) {
    var info = stat()
    guard lstat(path, &info) == 0 else { return }
    guard info.st_mode & S_IFMT == S_IFDIR, let folder = opendir(path) else {
      unlink(path)
      return
    }
    while let entry = readdir(folder) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 1) { String(cString: $0) }
      }
      if name != ".", name != ".." { delete(path + "/" + name) }
    }
    closedir(folder)
    rmdir(path)
  }
}

/// Why a test could not be carried out.
package struct TestFailure: Error, CustomStringConvertible {
  package var description: String

  package init(_ description: String) { self.description = description }
}
