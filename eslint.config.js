// The rules of the house, which hold for src/. oxlint holds the general ones (oxlint.config.js).
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';
import { clocklessFolders, hotPaths, size } from './rooms.config.js';

const CLOCKS = ['performance', 'setTimeout', 'setInterval', 'setImmediate'];

const without = (names) => [
  'error',
  {
    globals: names.map((name) => ({ name, message: 'Only the times of the protocol count here.' })),
    checkGlobalObject: true,
  },
];

export default defineConfig(
  globalIgnores(['dist/', 'coverage/', 'src/*/generated/']),
  {
    files: ['src/**/*.ts'],
    extends: [tseslint.configs.base],
    linterOptions: { reportUnusedDisableDirectives: 'off' },
    rules: { 'max-lines': ['error', size.linesOfFile] },
  },
  {
    files: clocklessFolders.map((folder) => `${folder}**/*.ts`),
    rules: { 'no-restricted-globals': without(['Date', ...CLOCKS]) },
  },
  {
    // The timestamps of a rollout are text, so it may parse dates.
    files: ['src/rollout/**/*.ts'],
    rules: {
      'no-restricted-globals': without(CLOCKS),
      'no-restricted-properties': ['error', { object: 'Date', property: 'now' }],
    },
  },
  {
    files: hotPaths.map((path) => (path.endsWith('/') ? `${path}**/*.ts` : path)),
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector: 'ObjectExpression[properties.length>1] > SpreadElement:first-child',
          message: 'On Node 20 an object literal that begins with a spread and goes on is slow. Write it out.',
        },
      ],
    },
  },
);
