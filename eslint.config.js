import js from '@eslint/js';
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
  globalIgnores(['dist/', 'coverage/', 'schema/', 'src/*/generated/', 'test/recordings/', 'test/types/']),
  js.configs.recommended,
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-confusing-void-expression': [
        'error',
        { ignoreArrowShorthand: true, ignoreVoidReturningFunctions: true },
      ],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      // A base-class or interface member may ignore what it is given.
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      eqeqeq: 'error',
    },
  },
  {
    files: ['src/**/*.ts'],
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
  {
    files: ['test/**/*.ts'],
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-empty-function': 'off',
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/unbound-method': 'off',
    },
  },
  {
    files: ['**/*.js', '**/*.mjs'],
    languageOptions: {
      globals: Object.fromEntries(
        ['process', 'console', 'Buffer', 'performance', 'URL', 'AbortController', 'fetch', 'setTimeout', 'clearTimeout']
          .concat(['setImmediate', 'setInterval', 'clearInterval', 'queueMicrotask', 'TextEncoder', 'TextDecoder'])
          .map((name) => [name, 'readonly']),
      ),
    },
  },
);
