// swift-tools-version: 6.2
import Foundation
import PackageDescription

/// `script/test` builds our own targets, not the dependencies, with warnings as errors.
let isStrict = Context.environment["HEAVYLEGS_STRICT"] == "1"

let settings: [SwiftSetting] =
  [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
  ] + (isStrict ? [.treatAllWarnings(as: .error)] : [])

/// Tests see what is internal in the optimized build too: `script/test` runs them there, where they take
/// a sixth of the time, and the program that is talked to comes from the same build.
let inspected = settings + [.unsafeFlags(["-enable-testing"], .when(configuration: .release))]

/// The released program holds the Swift library instead of finding it on the system: it starts sooner, and calls into the
/// library are direct. Tests share the system's, as the testing library does. What Foundation is made of has to be named
/// because the modules are compiled for both. `HEAVYLEGS_SHARED_SWIFT=1` links the system's library, and so does a
/// toolchain that comes without the archives.
let hasArchives = (Context.environment["PATH"] ?? "").split(separator: ":").contains { folder in
  let swift = URL(fileURLWithPath: "\(folder)/swift").resolvingSymlinksInPath()
  let library = swift.deletingLastPathComponent().deletingLastPathComponent().path + "/lib"
  return FileManager.default.fileExists(atPath: library + "/swift_static/linux/libswiftCore.a")
}
let ownLibrary: [LinkerSetting] =
  Context.environment["HEAVYLEGS_SHARED_SWIFT"] == "1" || !hasArchives
  ? []
  : [
    .unsafeFlags(["-static-stdlib"], .when(configuration: .release)),
    .linkedLibrary("CoreFoundation", .when(configuration: .release)),
    .linkedLibrary("_FoundationCShims", .when(configuration: .release)),
    .linkedLibrary("_FoundationCollections", .when(configuration: .release)),
    .linkedLibrary("_FoundationICU", .when(configuration: .release)),
  ]

func library(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: inspected)
}

func tests(
  _ name: String, _ dependencies: [Target.Dependency], exclude: [String] = []
) -> Target {
  .testTarget(
    name: name, dependencies: dependencies, exclude: exclude, swiftSettings: settings)
}

/// `script/fuzz` adds the driver of the fuzzer, which needs the fuzzer's own flags.
let fuzzDriver: [Target] =
  Context.environment["HEAVYLEGS_FUZZ"] == "1"
  ? [
    .executableTarget(
      name: "fuzz", dependencies: ["Fuzzing"], path: "Tests/FuzzDriver", swiftSettings: settings)
  ] : []

let package = Package(
  name: "heavylegs",
  products: [.executable(name: "heavylegs", targets: ["heavylegs"])],
  dependencies: [
    // Versions and reasons: docs/checklist.md, "What it is built from".
    // Reads the packs: the only YAML library for Swift that keeps line and column of every node.
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.0"),
    // Reads the command line: help, validation, nearest names, completions.
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
  ],
  targets: [
    .systemLibrary(name: "CMalloc", path: "Sources/CMalloc"),
    .systemLibrary(name: "CReadline", path: "Sources/CReadline"),
    .systemLibrary(name: "CStemmer", path: "Sources/CStemmer"),
    library("LanguageProcessing", ["CStemmer"]),
    library("IntentPacks", ["LanguageProcessing", .product(name: "Yams", package: "Yams")]),
    library("IntentMatching", ["CMalloc", "IntentPacks", "LanguageProcessing"]),
    library("DialogEngine", ["IntentMatching", "IntentPacks", "LanguageProcessing"]),
    library(
      "PackChecking",
      [
        "DialogEngine", "IntentMatching", "IntentPacks", "LanguageProcessing",
        .product(name: "Yams", package: "Yams"),
      ]),
    library("PackAuthoring", ["IntentPacks", "LanguageProcessing"]),
    library(
      "ConversationTesting",
      ["DialogEngine", "IntentMatching", "IntentPacks", "LanguageProcessing"]),
    library(
      "FrontEnds",
      [
        "CMalloc", "CReadline", "ConversationTesting", "DialogEngine", "IntentMatching",
        "IntentPacks", "LanguageProcessing", "PackAuthoring", "PackChecking",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),
    .executableTarget(
      name: "heavylegs", dependencies: ["FrontEnds"], swiftSettings: inspected,
      linkerSettings: ownLibrary),
    .target(
      name: "TestSupport",
      dependencies: ["DialogEngine", "IntentMatching", "IntentPacks", "LanguageProcessing"],
      path: "Tests/TestSupport", swiftSettings: settings),
    .target(
      name: "Fuzzing",
      dependencies: [
        "ConversationTesting", "DialogEngine", "IntentMatching", "IntentPacks",
        "LanguageProcessing", "PackChecking", "TestSupport",
      ],
      path: "Tests/Fuzzing", swiftSettings: settings),
    tests(
      "LanguageProcessingTests", ["LanguageProcessing", "TestSupport"],
      exclude: ["Fixtures"]),
    tests("IntentPacksTests", ["IntentPacks", "TestSupport"]),
    tests("IntentMatchingTests", ["IntentMatching", "TestSupport"]),
    tests("DialogEngineTests", ["DialogEngine", "TestSupport"], exclude: ["Fixtures"]),
    tests("PackCheckingTests", ["PackChecking", "TestSupport"]),
    tests("PackAuthoringTests", ["PackAuthoring", "PackChecking", "TestSupport"]),
    tests(
      "ConversationTestingTests", ["ConversationTesting", "TestSupport"],
      exclude: ["Snapshots"]),
    tests(
      "PackContentTests",
      [
        "ConversationTesting", "DialogEngine", "IntentMatching", "IntentPacks",
        "LanguageProcessing", "PackChecking", "TestSupport",
      ], exclude: ["Fixtures"]),
    tests(
      "CommandTests",
      [
        "ConversationTesting", "DialogEngine", "IntentMatching", "IntentPacks",
        "LanguageProcessing", "TestSupport", "FrontEnds",
      ], exclude: ["Snapshots"]),
    tests(
      "FuzzingTests",
      [
        "ConversationTesting", "DialogEngine", "Fuzzing", "IntentPacks", "LanguageProcessing",
        "PackChecking", "TestSupport",
      ], exclude: ["Corpus"]),
  ] + fuzzDriver
)
