import Glibc

/// The variables of the environment that matter here.
enum Environment {
  /// A variable; nil when unset or empty.
  static func value(_ name: String) -> String? {
    guard let pointer = getenv(name) else { return nil }
    let value = String(cString: pointer)
    return value.isEmpty ? nil : value
  }

  /// What a pack locator asks for.
  static var forPacks: [String: String] {
    var values: [String: String] = [:]
    for name in ["HEAVYLEGS_PACKS", "XDG_CONFIG_HOME", "HOME"] { values[name] = value(name) }
    return values
  }

  /// The locale that holds for a category, as POSIX orders them.
  static func locale(_ category: String) -> String {
    value("LC_ALL") ?? value(category) ?? value("LANG") ?? "C"
  }

  /// Whether text is UTF-8; in other locales everything is printed in ASCII.
  static var isUTF8: Bool {
    let locale = locale("LC_CTYPE").lowercased()
    return locale.contains("utf-8") || locale.contains("utf8")
  }

  /// The country of the locale: `GB` of `en_GB.UTF-8`; nil for `C` and the like.
  static var country: String? {
    let name = locale("LC_MESSAGES").prefix { $0 != "." && $0 != "@" }
    let parts = name.split(separator: "_")
    guard parts.count == 2, parts[1].utf8.count == 2 else { return nil }
    return parts[1].uppercased()
  }

  /// A folder for this program's state: `$XDG_STATE_HOME/heavylegs`, or below the home folder.
  static var stateFolder: String? {
    if let folder = value("XDG_STATE_HOME"), folder.hasPrefix("/") { return folder + "/heavylegs" }
    guard let home = value("HOME"), home.hasPrefix("/") else { return nil }
    return home + "/.local/state/heavylegs"
  }
}
