#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The few questions a pack reader asks of the disk, without Foundation, whose start takes longer than reading.
package enum FileSystem {
  /// What stands at a path.
  package enum Kind: Sendable { case file(size: Int), folder, link, other }

  /// What the path itself is; a link is not followed.
  package static func kind(of path: String) -> Kind? {
    var info = stat()
    guard lstat(path, &info) == 0 else { return nil }
    return kind(info)
  }

  /// Whether the path is a folder, also by way of a link.
  package static func isFolder(_ path: String) -> Bool {
    var info = stat()
    guard stat(path, &info) == 0 else { return false }
    return info.st_mode & S_IFMT == S_IFDIR
  }

  /// Whether the path is a file, also by way of a link.
  package static func isFile(_ path: String) -> Bool {
    var info = stat()
    guard stat(path, &info) == 0 else { return false }
    return info.st_mode & S_IFMT == S_IFREG
  }

  /// Whether every user of the machine may write to it, a link's own permissions left out.
  package static func isWritableByAll(_ path: String) -> Bool {
    var info = stat()
    guard lstat(path, &info) == 0, info.st_mode & S_IFMT != S_IFLNK else { return false }
    return info.st_mode & S_IWOTH != 0
  }

  /// Names in a folder without `.` and `..`, sorted by their bytes; nil when it cannot be read.
  ///
  /// - Parameter isWanted: which names to give; is told whether the name is known to be that of a regular file.
  package static func names(
    in folder: String, where isWanted: (_ name: String, _ isFile: Bool) -> Bool = { _, _ in true }
  ) -> [String]? {
    guard let stream = opendir(folder) else { return nil }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 1) { String(cString: $0) }
      }
      guard name != ".", name != "..", isWanted(name, Int32(entry.pointee.d_type) == regularFile)
      else { continue }
      names.append(name)
    }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// What `readdir` calls a regular file, where the file system tells it.
  private static let regularFile = Int32(DT_REG)

  /// The bytes of a regular file, at most `limit` of them; nil when it cannot be read. Opening never waits, so
  /// a pipe put in a file's place cannot hang the program.
  package static func bytes(of path: String, limit: Int) -> [UInt8]? {
    let descriptor = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var info = stat()
    guard fstat(descriptor, &info) == 0, info.st_mode & S_IFMT == S_IFREG else { return nil }
    let size = min(Int(info.st_size), limit)
    var failed = false
    let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      while count < size, let base = buffer.baseAddress {
        let got = read(descriptor, base + count, size - count)
        if got < 0 && errno == EINTR { continue }
        if got < 0 { failed = true }
        if got <= 0 { break }
        count += got
      }
    }
    return failed ? nil : bytes
  }

  /// What a file of `/proc` says, whose size is told as 0; nil when it cannot be read.
  package static func text(ofSystemFile path: String, limit: Int) -> String? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    let bytes = [UInt8](unsafeUninitializedCapacity: limit) { buffer, count in
      while count < limit, let base = buffer.baseAddress {
        let got = read(descriptor, base + count, limit - count)
        if got <= 0 { break }
        count += got
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The path without links, `.` and `..`; nil when nothing is there.
  package static func resolved(_ path: String) -> String? {
    guard let pointer = realpath(path, nil) else { return nil }
    defer { free(pointer) }
    return String(cString: pointer)
  }

  /// The path of the running program.
  package static var executable: String? {
    resolved("/proc/self/exe") ?? resolved(CommandLine.arguments.first ?? "")
  }

  /// A path below a folder.
  package static func join(_ folder: String, _ name: String) -> String {
    if folder.isEmpty || folder == "." { return name }
    return folder.hasSuffix("/") ? folder + name : folder + "/" + name
  }

  /// The folder a path stands in; `/` stands in itself.
  package static func parent(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  private static func kind(_ info: stat) -> Kind {
    switch info.st_mode & S_IFMT {
    case S_IFREG: .file(size: Int(info.st_size))
    case S_IFDIR: .folder
    case S_IFLNK: .link
    default: .other
    }
  }
}
