import DialogEngine
import IntentPacks

/// `/reload`: the pack is read again, checked, and taken only when it is sound and keeps every danger seen so far.
extension ChatSession {
  /// How many replies that come out differently are shown.
  private static let shown = 3

  mutating func reload(isSure: Bool) -> Response {
    let reading = PackReader(locator: LoadedPack.locator).read(argument)
    let changed = changedFiles(reading)
    guard !changed.isEmpty || isSure else { return say("reload_nothing", orElse: "/reload: 0") }
    var reply = Reply()
    let files = changed.joined(separator: ", ")
    reply.add(sentence("reload_files", ["files": files]) ?? files, .note)
    do {
      reply.append(try take(LoadedPack(argument, reading), isSure: isSure))
    } catch let stop as Stop {
      if let words = sentence("reload_broken") { reply.add(words, .note) }
      for line in stop.message.split(separator: "\n") { reply.add(String(line)) }
    } catch {
      reply.add("\(error)")
    }
    return .reply(reply)
  }

  /// The files of the pack that are new, gone, or say something else than when they were read.
  private func changedFiles(_ reading: PackReading) -> [String] {
    let before = loaded.reading.files
    let gone = before.keys.filter { reading.files[$0] == nil }
    let other = reading.files.filter { before[$0.key]?.text != $0.value.text }.map(\.key)
    return (gone + other).sorted()
  }

  private mutating func take(_ fresh: LoadedPack, isSure: Bool) -> Reply {
    let kept = Set(fresh.pack.redFlags.map(\.id))
    let lost = pack.pack.redFlags.filter { !kept.contains($0.id) }.map(\.name)
    guard lost.isEmpty || isSure else {
      let names = lost.joined(separator: ", ")
      return note(sentence("reload_removes", ["names": names]) ?? "/reload yes")
    }
    guard let differences = reload(fresh) else {
      return note(sentence("reload_refused") ?? "/reload: -")
    }
    let count = String(differences.count)
    var reply = note(sentence("reloaded", ["count": count]) ?? "/reload: \(count)")
    for difference in differences.prefix(Self.shown) {
      let values = ["line": difference.line, "reply": difference.reply]
      reply.add(
        sentence("reload_differs", values) ?? "\(difference.line): \(difference.reply)", .note)
    }
    return reply
  }

  private func note(_ text: String) -> Reply {
    var reply = Reply()
    reply.add(text, .note)
    return reply
  }
}

extension Reply {
  fileprivate mutating func append(_ other: Reply) { paragraphs += other.paragraphs }
}
