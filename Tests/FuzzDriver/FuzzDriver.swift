import Fuzzing
import Glibc

// Built only by script/fuzz. Hands what libFuzzer makes up to the target named in the environment; a
// finding ends the process, so that the fuzzer keeps the input.

@_silgen_name("LLVMFuzzerRunDriver")
func runFuzzer(
  _ count: UnsafeMutablePointer<Int32>,
  _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
  _ entry: @convention(c) (UnsafePointer<UInt8>?, Int) -> Int32
) -> Int32

@main enum FuzzDriver {
  static let target = getenv("HEAVYLEGS_FUZZ_TARGET").flatMap {
    FuzzTarget(rawValue: String(cString: $0))
  }

  static func say(_ line: String) {
    _ = (line + "\n").withCString { write(STDERR_FILENO, $0, strlen($0)) }
  }

  static func main() { exit(run()) }

  private static func run() -> Int32 {
    guard target != nil else {
      let names = FuzzTarget.allCases.map(\.rawValue).joined(separator: ", ")
      say("HEAVYLEGS_FUZZ_TARGET names one of: \(names)")
      return 64
    }
    var count = CommandLine.argc
    var arguments = CommandLine.unsafeArgv
    return runFuzzer(&count, &arguments) { bytes, size in
      let input = Array(UnsafeBufferPointer(start: bytes, count: size))
      if let broken = FuzzDriver.target?.broken(by: input) {
        FuzzDriver.say("BROKEN: \(broken)")
        abort()
      }
      return 0
    }
  }
}
