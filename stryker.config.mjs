{
  "$schema": "./node_modules/@stryker-mutator/core/schema/stryker-schema.json",
  "testRunner": "jest",
  "jest": { "configFile": "test/mutation.config.mjs", "enableFindRelatedTests": false },
  "mutate": ["src/**/*.ts", "!src/**/*.d.ts"],
  "coverageAnalysis": "perTest",
  "ignoreStatic": false,
  "tsconfigFile": "none",
  "concurrency": 2,
  "timeoutMS": 5000,
  "reporters": ["clear-text", "progress"],
  "clearTextReporter": { "allowEmojis": false, "reportTests": false },
  "ignorePatterns": [
    "demo-miniprogram",
    "preview",
    "docs",
    "test/package",
    "test/preview",
    "test/faults",
    "test/clients",
    "test/demo-miniprogram"
  ],
  "tempDirName": ".cache/stryker",
  "thresholds": { "high": 100, "low": 95, "break": 95 }
}
