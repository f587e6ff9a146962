import Testing

@testable import DialogEngine

@Suite struct GrowingListTests {
  @Test("It holds what an array holds, at every length", arguments: [0, 1, 31, 32, 33, 64, 100])
  func likeAnArray(count: Int) {
    let numbers = Array(0..<count)
    let list = GrowingList(numbers)
    #expect(Array(list) == numbers)
    #expect(list.count == count)
    #expect(list.last == numbers.last)
    #expect(Array(list.dropFirst(count / 2)) == Array(numbers.dropFirst(count / 2)))
    #expect(Array(list.reversed()) == numbers.reversed())
  }

  @Test("A longer copy leaves the shorter one as it was")
  func copies() {
    var list = GrowingList<Int>()
    var kept: [GrowingList<Int>] = []
    for number in 0..<100 {
      kept.append(list)
      list.append(number)
    }
    for (count, earlier) in kept.enumerated() {
      #expect(Array(earlier) == Array(0..<count))
      #expect(Array(earlier.appending(-1)) == Array(0..<count) + [-1])
    }
  }

  @Test("Entries in the middle can be taken out")
  func removing() {
    var list = GrowingList(0..<100)
    list.removeAll { $0.isMultiple(of: 3) }
    #expect(Array(list) == (0..<100).filter { !$0.isMultiple(of: 3) })
  }
}
