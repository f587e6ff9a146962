import FrontEnds

/// The program: everything it does is in `FrontEnds`, which the tests link as well.
///
/// It has a module of its own because it is linked in another way than the tests: see `Package.swift`.
@main
enum Program {
  static func main() { FrontEnd.main() }
}
