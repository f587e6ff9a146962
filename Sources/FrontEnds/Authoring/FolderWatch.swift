import Glibc
import IntentPacks

/// Tells when files below some folders were saved, by inotify: nothing is looked at while nothing happens.
///
/// A class because it owns a descriptor of the system.
final class FolderWatch {
  private let descriptor: Int32
  /// The folder each watch stands for.
  private var folders: [Int32: String] = [:]

  /// How long it must be quiet before a save counts as finished, in milliseconds: editors write several files.
  private static let quiet: Int32 = 40
  private static let events =
    UInt32(IN_CLOSE_WRITE) | UInt32(IN_MOVED_TO) | UInt32(IN_MOVED_FROM) | UInt32(IN_CREATE)
    | UInt32(IN_DELETE)

  init() throws {
    descriptor = inotify_init1(Int32(IN_CLOEXEC) | Int32(IN_NONBLOCK))
    guard descriptor >= 0 else {
      throw Stop("cannot watch files: \(SystemError.text(errno))", .internalError)
    }
  }

  deinit { close(descriptor) }

  /// Watches folders and all below them; one that is watched already stays so.
  func add(_ paths: [String]) {
    for path in paths { add(path) }
  }

  private func add(_ folder: String) {
    let watch = inotify_add_watch(descriptor, folder, Self.events | UInt32(IN_ONLYDIR))
    guard watch >= 0 else { return }
    folders[watch] = folder
    for name in FileSystem.names(in: folder) ?? [] where !name.hasPrefix(".") {
      let path = FileSystem.join(folder, name)
      if case .folder = FileSystem.kind(of: path) { add(path) }
    }
  }

  /// Waits until files of packs or scripts were changed, and gives their paths, sorted.
  func wait() -> [String] {
    var changed: Set<String> = []
    while true {
      var ready = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
      let count = poll(&ready, 1, changed.isEmpty ? -1 : Self.quiet)
      if count == 0 { return changed.sorted() }
      guard count > 0 || errno == EINTR else { return changed.sorted() }
      if count > 0 { changed.formUnion(read()) }
    }
  }

  /// The files that the waiting events speak of.
  private func read() -> [String] {
    var changed: [String] = []
    let size = 1 << 16
    withUnsafeTemporaryAllocation(
      byteCount: size, alignment: MemoryLayout<inotify_event>.alignment
    ) { buffer in
      let count = Glibc.read(descriptor, buffer.baseAddress, size)
      var offset = 0
      while offset + MemoryLayout<inotify_event>.size <= count {
        let event = buffer.load(fromByteOffset: offset, as: inotify_event.self)
        let start = offset + MemoryLayout<inotify_event>.size
        offset = start + Int(event.len)
        guard offset <= count else { break }
        let name = String(
          decoding: buffer[start..<offset].prefix { $0 != 0 }, as: UTF8.self)
        changed += paths(event, name)
      }
    }
    return changed
  }

  private func paths(_ event: inotify_event, _ name: String) -> [String] {
    // So much happened that some of it was dropped.
    if event.mask & UInt32(IN_Q_OVERFLOW) != 0 { return Array(folders.values.prefix(1)) }
    guard let folder = folders[event.wd], !name.isEmpty else { return [] }
    let path = FileSystem.join(folder, name)
    if event.mask & UInt32(IN_ISDIR) != 0 {
      guard !name.hasPrefix(".") else { return [] }
      let isNew = event.mask & (UInt32(IN_CREATE) | UInt32(IN_MOVED_TO)) != 0
      // What was put into a new folder before it was watched.
      return isNew ? addNew(path) : [path]
    }
    // A file that was only just made is not written yet.
    guard event.mask & UInt32(IN_CREATE) == 0, Self.isOurs(name) else { return [] }
    return [path]
  }

  private func addNew(_ folder: String) -> [String] {
    add(folder)
    return (FileSystem.names(in: folder) ?? []).flatMap { name -> [String] in
      let path = FileSystem.join(folder, name)
      if case .folder = FileSystem.kind(of: path) { return addNew(path) }
      return Self.isOurs(name) ? [path] : []
    }
  }

  /// Files that packs and tests are made of; not the drafts that editors write beside them.
  private static func isOurs(_ name: String) -> Bool {
    !name.hasPrefix(".") && (name.hasSuffix(".yaml") || name.hasSuffix(".chat"))
  }
}
