import ArgumentParser
import DialogEngine
import Glibc
import IntentPacks
import LanguageProcessing

/// `--pack`, `--date` and `--region`, for every command that talks.
struct TalkOptions: ParsableArguments {
  @OptionGroup var pack: PackOption

  @Option(
    help: ArgumentHelp(
      "The day to talk on, instead of today.", valueName: "YYYY-MM-DD"),
    transform: Self.date)
  var date: CalendarDate?

  @Option(
    help: ArgumentHelp("Country whose emergency numbers to give, such as GB.", valueName: "code"))
  var region: String?

  /// The day that counts as today.
  var today: CalendarDate { date ?? Clock.today }

  /// The region chosen on the command line; a locale gives one only to a chat on a terminal.
  func regionChoice(in pack: Pack, locale: String? = nil) throws -> RegionChoice {
    let known = Set(pack.regions.map(\.id))
    guard let region else {
      return locale.flatMap { known.contains($0) ? .locale($0) : nil } ?? .unknown
    }
    let id = region.uppercased()
    if id == "UNKNOWN" { return .unknown }
    guard known.isEmpty || known.contains(id) else {
      let nearest = NearestName.of(id, among: known).map { "; did you mean \"\($0)\"?" } ?? ""
      throw Stop("the pack knows no region \"\(region)\"\(nearest)", .wrongUsage)
    }
    return .sure(id)
  }

  private static func date(_ text: String) throws -> CalendarDate {
    guard let date = CalendarDate(text) else {
      throw ValidationError("\"\(text)\" is no day; write it like 2026-03-02.")
    }
    return date
  }
}

/// The only place that asks what day it is.
enum Clock {
  /// Today where the user is.
  static var today: CalendarDate {
    var now = time(nil)
    var parts = tm()
    localtime_r(&now, &parts)
    return CalendarDate(
      year: Int(parts.tm_year) + 1900, month: Int(parts.tm_mon) + 1, day: Int(parts.tm_mday))
      ?? CalendarDate(dayNumber: Int(now / 86_400))
  }

  /// Nanoseconds of a clock that never goes back.
  static var nanoseconds: UInt64 {
    var now = timespec()
    clock_gettime(CLOCK_MONOTONIC, &now)
    return UInt64(now.tv_sec) &* 1_000_000_000 &+ UInt64(now.tv_nsec)
  }
}
