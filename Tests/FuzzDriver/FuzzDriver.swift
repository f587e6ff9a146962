import Fuzzing
import Glibc

// Built only by script/fuzz. libFuzzer brings the program's beginning and calls this with what it makes up; a finding
// ends the process, so that the fuzzer keeps the input.

/// The target named in the environment.
private let target = getenv("HEAVYLEGS_FUZZ_TARGET").flatMap {
  FuzzTarget(rawValue: String(cString: $0))
}

private func say(_ line: String) {
  _ = (line + "\n").withCString { write(STDERR_FILENO, $0, strlen($0)) }
}

/// What libFuzzer calls with each input; 0 lets it go on.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOneInput(_ bytes: UnsafePointer<UInt8>?, _ size: Int) -> Int32 {
  guard let target else {
    let names = FuzzTarget.allCases.map(\.rawValue).joined(separator: ", ")
    say("HEAVYLEGS_FUZZ_TARGET names one of: \(names)")
    exit(64)
  }
  if let broken = target.broken(by: Array(UnsafeBufferPointer(start: bytes, count: size))) {
    say("BROKEN: \(broken)")
    abort()
  }
  return 0
}
