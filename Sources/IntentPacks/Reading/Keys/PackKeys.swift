/// What may stand in the files of a pack: the one table that the reader, its messages and the JSON Schema share.
package enum PackKeys {
  /// A top-level key, as an editor sees it.
  package struct Section: Sendable {
    package var name: String
    package var summary: String
    /// The shape of the whole section.
    package var shape: KeyShape
  }

  /// The keys of `pack.yaml` that stand beside the sections.
  package static let head: [KeyDescription] = headKeys.map(\.description)

  /// The sections any file may hold, in the order of the handbook.
  package static let sections: [Section] = SectionReader.all.map {
    Section(name: $0.name, summary: $0.summary, shape: $0.shape)
  }

  static let headKeys: [Key<Pack>] = [
    Key("pack", .id, "The name of the pack, also of its folder.", isRequired: true) {
      $0.id = $1.string
    },
    Key("title", .text, "What the pack is called for people.", isRequired: true) {
      $0.title = $1.string
    },
    Key("language", .id, "The language of the pack as a code: en, de.", isRequired: true) {
      $0.languageCode = $1.string
    },
    Key("start", .id, "The state in which a conversation starts.", isRequired: true) {
      $0.start = $1.text ?? $0.start
    },
    Key("version", .raw, "The version of the pack, for example 1.2.") { $0.version = $1.string },
    Key("extends", .id, "The pack this one is laid over; english where the language is en.") {
      $0.extends = $1.string
    },
    Key("topics", .list(.id), "The topics findings may have, for a pack of another subject.") {
      $0.topics = $1.texts.map(\.value)
    },
  ]
}
