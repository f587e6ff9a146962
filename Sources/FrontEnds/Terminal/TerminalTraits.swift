import ArgumentParser
import Glibc

/// Whether replies are coloured.
enum ColourChoice: String, ExpressibleByArgument, CaseIterable {
  case auto, always, never
}

/// What standard output can show.
struct TerminalTraits: Sendable {
  var isTerminal: Bool
  var usesColour: Bool
  var isUTF8: Bool
  /// For screen readers: no colour, no bars, no rules.
  var isPlain: Bool

  init(colour: ColourChoice = .auto, isPlain: Bool = false, descriptor: Int32 = STDOUT_FILENO) {
    isTerminal = isatty(descriptor) == 1
    isUTF8 = Environment.isUTF8
    self.isPlain = isPlain
    usesColour = !isPlain && Self.wantsColour(colour, isTerminal: isTerminal)
  }

  private static func wantsColour(_ choice: ColourChoice, isTerminal: Bool) -> Bool {
    switch choice {
    case .always: return true
    case .never: return false
    case .auto: break
    }
    if Environment.value("NO_COLOR") != nil { return false }
    if let forced = Environment.value("CLICOLOR_FORCE"), forced != "0" { return true }
    guard isTerminal, let terminal = Environment.value("TERM") else { return false }
    return terminal != "dumb"
  }

  /// The columns there are now; nil when output goes to a file or a pipe, where lines are not broken.
  var width: Int? {
    guard isTerminal else { return nil }
    var size = winsize()
    if ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 {
      return Int(size.ws_col)
    }
    if let columns = Environment.value("COLUMNS").flatMap({ Int($0) }), columns > 0 {
      return columns
    }
    return 80
  }

  /// Text as it may be printed here.
  func printable(_ text: String, lines: Bool = false) -> String {
    Visible.text(text, lines: lines, ascii: !isUTF8)
  }
}
