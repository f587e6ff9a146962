/// Shared by the tests.
package enum TestSupport {}
