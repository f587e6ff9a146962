/// What a process does from its start to its end.
package enum FrontEnd {
  /// Reads the command line of this process, does what it says, and ends the process with an `ExitStatus`.
  package static func main() -> Never { HeavyLegs.main() }
}
