const common = {
  testEnvironment: 'node',
  modulePathIgnorePatterns: ['<rootDir>/.cache/'],
  setupFiles: ['<rootDir>/test/support/properties.ts'],
  // Sources import each other as `./name.js`.
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  transform: {
    '^.+\\.(ts|js|mjs)$': [
      '@swc/jest',
      { jsc: { target: 'es2022', parser: { syntax: 'typescript' } } },
    ],
  },
  // ESM-only packages, which Jest's CommonJS runtime cannot load as they are.
  transformIgnorePatterns: ['/node_modules/(?!fast-check/)'],
};

/** @type {import('jest').Config} */
export default {
  // By default Jest leaves one core idle, and on two cores takes nearly twice as long.
  maxWorkers: '100%',
  projects: [
    {
      ...common,
      displayName: 'src',
      testMatch: ['<rootDir>/test/src/*.test.ts'],
      // 10 MB at a time takes too long in code that counts its coverage.
      testPathIgnorePatterns: ['/hostile.xml.test.ts'],
    },
    {
      // What ships must do what the sources do: the same tests, but those of the XML reader itself.
      ...common,
      displayName: 'dist',
      testMatch: ['<rootDir>/test/src/*.test.ts'],
      testPathIgnorePatterns: ['/xml.test.ts'],
      moduleNameMapper: {
        '^../../src/index.js$': '<rootDir>/miniprogram_dist/index.js',
        ...common.moduleNameMapper,
      },
    },
    { ...common, displayName: 'types', testMatch: ['<rootDir>/test/types/*.test.ts'] },
    { ...common, displayName: 'server', testMatch: ['<rootDir>/test/server/*.test.ts'] },
    { ...common, displayName: 'live', testMatch: ['<rootDir>/test/live/*.test.ts'] },
    { ...common, displayName: 'sdk', testMatch: ['<rootDir>/test/sdk-matrix/*.test.ts'] },
    { ...common, displayName: 'readme', testMatch: ['<rootDir>/test/readme.test.ts'] },
    { ...common, displayName: 'preview', testMatch: ['<rootDir>/test/preview/*.test.ts'] },
    {
      ...common,
      displayName: 'demo-miniprogram',
      testMatch: ['<rootDir>/test/demo-miniprogram/*.test.ts'],
      testEnvironment: 'jest-fixed-jsdom',
      moduleNameMapper: {
        ...common.moduleNameMapper,
        // Elsewhere the demo's own `npm install` brings it.
        '^cos-wx-docqueue$': '<rootDir>/miniprogram_dist/index.js',
      },
    },
  ],
  collectCoverageFrom: ['src/**/*.ts', '!src/**/*.d.ts'],
  coverageThreshold: { global: { branches: 100, functions: 100, lines: 100, statements: 100 } },
};
