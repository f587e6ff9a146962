import Foundation
import Testing

@testable import IntentPacks

@Suite("Folders of packs")
struct PackFolderTests {
  /// A folder of files for one test, gone after it.
  private func withFolder(_ files: [String: String], _ body: (String) throws -> Void) throws {
    let root = FileManager.default.temporaryDirectory.appendingPathComponent(
      "packs-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: root) }
    for (path, text) in files {
      let url = root.appendingPathComponent(path)
      try FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try text.write(to: url, atomically: true, encoding: .utf8)
    }
    try body(root.path)
  }

  private let english = "pack: english\ntitle: English\nlanguage: en\n"
  private let mine = "pack: mine\ntitle: Mine\nlanguage: en\nstart: listen\n"

  @Test("A pack that extends another adds, replaces and removes by id")
  func overlay() throws {
    try withFolder([
      "english/pack.yaml": english,
      "english/a.yaml": "intents:\n  a: {say: one}\n  b: {say: two}\nwordings:\n  w: x\n",
      "mine/pack.yaml": mine,
      "mine/sub/b.yaml":
        "intents:\n  c: {say: three}\n  b: {say: second}\n  a: remove\nwordings:\n  w: y\n",
    ]) { root in
      let reading = PackReader(locator: PackLocator(folders: [root])).read("mine")
      #expect(reading.diagnostics == [])
      let pack = try #require(reading.pack)
      #expect(pack.intents.map(\.id) == ["b", "c"])
      #expect(pack.intents.map { $0.say?.value } == ["second", "three"])
      #expect(pack.wordings["w"]?.value == "y")
      #expect(pack.overrides.map(\.id) == ["a", "b", "w"])
      #expect(pack.folders == [root + "/english", root + "/mine"])
    }
  }

  @Test("A red flag is not removed without a reason")
  func removedFlag() throws {
    try withFolder([
      "english/pack.yaml": english,
      "english/a.yaml": "red_flags:\n  f: {name: x}\n  g: {name: y}\n",
      "mine/pack.yaml": mine,
      "mine/b.yaml": "red_flags:\n  f: remove\n  g: {remove: true, accept_risk: of no use here}\n",
    ]) { root in
      let reading = PackReader(locator: PackLocator(folders: [root])).read("mine")
      #expect(reading.diagnostics.map(\.code) == ["flag-removed"])
      #expect(reading.draft.redFlags.isEmpty)
    }
  }

  @Test("Links, other names and hidden files are not read")
  func links() throws {
    try withFolder([
      "mine/pack.yaml": mine + "extends: none\n", "mine/b.yml": "x", "mine/.hidden.yaml": "x",
      "outside.yaml": "intents:\n  a: {say: one}\n",
    ]) { root in
      try FileManager.default.createSymbolicLink(
        atPath: root + "/mine/link.yaml", withDestinationPath: root + "/outside.yaml")
      let reading = PackReader(locator: PackLocator(folders: [])).read(root + "/mine")
      #expect(reading.diagnostics.map(\.code) == ["file-name", "link"])
      #expect(reading.pack?.intents.isEmpty == true)
    }
  }

  @Test("Packs that extend one another in a ring are refused")
  func cycle() throws {
    try withFolder([
      "english/pack.yaml": english + "extends: mine\n", "mine/pack.yaml": mine,
    ]) { root in
      let reading = PackReader(locator: PackLocator(folders: [root])).read("mine")
      #expect(reading.diagnostics.map(\.code) == ["extends-cycle"])
    }
  }

  @Test("A pack nobody has is told with the nearest name")
  func unknownPack() throws {
    try withFolder(["mine/pack.yaml": mine]) { root in
      let reading = PackReader(locator: PackLocator(folders: [root])).read("mein")
      #expect(reading.diagnostics.map(\.code) == ["unknown-pack"])
      #expect(reading.diagnostics.first?.help?.hasPrefix("did you mean \"mine\"?") == true)
    }
  }

  @Test("The places where packs are looked for come in the documented order")
  func order() {
    let locator = PackLocator(
      environment: ["HEAVYLEGS_PACKS": "/packs", "XDG_CONFIG_HOME": "/config"],
      executable: "/nowhere/bin/heavylegs", workingFolder: "/here")
    #expect(
      locator.folders == [
        "/here/Intents", "/packs", "/config/heavylegs/Intents", "/nowhere/share/heavylegs/Intents",
      ])
  }
}
