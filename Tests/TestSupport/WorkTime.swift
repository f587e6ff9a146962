#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// How long work takes the thread that does it: what else the machine does meanwhile does not count.
package enum WorkTime {
  /// Seconds of the quickest of some runs.
  package static func seconds(of runs: Int = 3, _ work: () -> Void) -> Double {
    (0..<max(1, runs)).map { _ in
      let before = now
      work()
      return now - before
    }.min() ?? 0
  }

  private static var now: Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
