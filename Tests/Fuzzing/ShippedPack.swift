import DialogEngine
import Glibc
import IntentPacks
import TestSupport

/// The shipped pack for targets that talk with it.
enum ShippedPack {
  /// Of the checkout, or of the folder `HEAVYLEGS_FUZZ_PACKS` names: a fuzzer that runs for long keeps to one copy.
  static let compiled: CompiledPack? = {
    guard let folder = getenv("HEAVYLEGS_FUZZ_PACKS").map({ String(cString: $0) }) else {
      return try? TestPack.heavyLegs.get()
    }
    let reading = PackReader(locator: PackLocator(folders: [folder])).read("heavy-legs")
    var diagnostics: [Diagnostic] = []
    return reading.hasErrors ? nil : CompiledPack(reading.draft, diagnostics: &diagnostics)
  }()
}
