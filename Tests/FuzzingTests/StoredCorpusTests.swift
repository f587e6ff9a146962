import Fuzzing
import Glibc
import IntentPacks
import TestSupport
import Testing

/// What the fuzzer found once, and what it starts from, said again on every run.
@Suite struct StoredCorpusTests {
  private static let folder = TestPack.root + "/Tests/FuzzingTests/Corpus"
  private static let isFull = getenv("HEAVYLEGS_FULL") != nil

  private func inputs(_ target: FuzzTarget) -> [(name: String, bytes: [UInt8])] {
    let folder = FileSystem.join(Self.folder, target.rawValue)
    return (FileSystem.names(in: folder) ?? []).compactMap { name in
      FileSystem.bytes(of: FileSystem.join(folder, name), limit: 1 << 20).map { (name, $0) }
    }
  }

  @Test(arguments: FuzzTarget.allCases)
  func `row 46, nothing in the stored corpus breaks its target`(target: FuzzTarget) {
    let inputs = inputs(target)
    #expect(inputs.count >= 5, "the corpus of \(target) is gone")
    for input in inputs {
      #expect(target.broken(by: input.bytes) == nil, "\(target) \(input.name)")
    }
  }

  @Test(arguments: FuzzTarget.allCases)
  func `row 46, nothing near the stored corpus breaks its target`(target: FuzzTarget) {
    var mangler = Mangler(seed: 11)
    let rounds = Self.isFull ? 100 : 4
    for input in inputs(target) {
      for round in 0..<rounds {
        let bytes = mangler.mangled(input.bytes)
        #expect(
          target.broken(by: bytes) == nil, "\(target) \(input.name), round \(round): \(bytes)")
      }
    }
  }

  @Test(arguments: FuzzTarget.allCases)
  func `row 46, bytes of every value break no target`(target: FuzzTarget) {
    let all = [UInt8](0...255)
    for input in [[], all, Array(all.reversed()), Array(repeating: 0xFF, count: 5000)] {
      #expect(target.broken(by: input) == nil)
    }
  }
}
