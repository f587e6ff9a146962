import Synchronization
import Testing

@testable import IntentPacks

@Suite struct AwaitedTests {
  private final class Answer: Sendable {
    let number: Int

    init(_ number: Int) { self.number = number }
  }

  private final class Counter: Sendable {
    private let count = Atomic(0)

    var value: Int { count.load(ordering: .sequentiallyConsistent) }

    func add() -> Int { count.wrappingAdd(1, ordering: .sequentiallyConsistent).newValue }
  }

  @Test("A result is worked out once, however many ask for it")
  func once() {
    let times = Counter()
    let awaited = Awaited { Answer(times.add()) }
    let asked = (0..<8).map { _ in awaited }.mappedConcurrently { $0.value.number }
    #expect(asked == Array(repeating: 1, count: 8))
    #expect(times.value == 1)
  }

  @Test("A known result is there without work")
  func known() {
    #expect(Awaited(known: Answer(7)).value.number == 7)
  }

  @Test("Work begun within work is waited for, many times over")
  func nested() {
    @Sendable func sum(_ depth: Int) -> Int {
      guard depth > 0 else { return 1 }
      let other = Awaited { Answer(sum(depth - 1)) }
      return sum(depth - 1) + other.value.number
    }
    #expect(sum(5) == 32)
  }

  @Test("Two kinds of work run at the same time, also within a parallel loop")
  func together() {
    // Each waits for the other to have begun: one after the other they would never end.
    let met = [0, 1].mappedConcurrently { _ in
      let begun = Counter()
      let meet: @Sendable () -> Bool = {
        _ = begun.add()
        while begun.value < 2 {}
        return true
      }
      let other = Awaited { Held(meet()) }
      return meet() && other.value.value
    }
    #expect(met == [true, true])
  }
}
