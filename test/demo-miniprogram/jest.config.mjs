import root from '../../jest.config.mjs';

const { moduleNameMapper, transform, transformIgnorePatterns } = root.projects[0];

/** @type {import('jest').Config} */
export default {
  rootDir: '../..',
  displayName: 'demo-miniprogram',
  roots: ['demo-miniprogram', 'miniprogram_dist', 'server', 'test/demo-miniprogram'].map(
    (room) => `<rootDir>/${room}`,
  ),
  testEnvironment: '<rootDir>/test/demo-miniprogram/environment.mjs',
  moduleNameMapper: {
    ...moduleNameMapper,
    // Elsewhere the demo's own `npm install` brings it.
    '^cos-wx-docqueue$': '<rootDir>/miniprogram_dist/index.js',
  },
  transform,
  transformIgnorePatterns,
};
