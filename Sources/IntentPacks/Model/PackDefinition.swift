/// Something with an id that an author defines in a section of a pack.
package protocol PackDefinition: Sendable {
  var id: String { get }
  var place: SourcePlace { get }
}

extension Concept: PackDefinition {}
extension Finding: PackDefinition {}
extension Screen: PackDefinition {}
extension RedFlag: PackDefinition {}
extension RaiseByOne: PackDefinition {}
extension Cause: PackDefinition {}
extension Intent: PackDefinition {}
extension State: PackDefinition {}
extension Source: PackDefinition {}
extension Avoid: PackDefinition {}
extension Region: PackDefinition {}
