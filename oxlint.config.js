// The general rules, with those that need types, and the rules of the house for src/: oxlint asks the compiler written in Go, in a
// fifth of ESLint's time.
import { fileURLToPath } from 'node:url';
import js from '@eslint/js';
import tseslint from 'typescript-eslint';
import { clocklessFolders, hotPaths, size } from './rooms.config.js';

/** Rules of the presets that oxlint does not have. Our sources are modules, in which the first two are errors of syntax. */
export const missing = ['no-dupe-args', 'no-octal', '@typescript-eslint/no-unsafe-class-instance-assignment'];

/** A preset's rules by their names in oxlint, which takes a core rule and its successor of typescript-eslint for one. */
function rulesOf(preset) {
  const rules = Object.assign({}, ...preset.map((config) => config.rules));
  const applies = ([name, setting]) =>
    !missing.includes(name) &&
    !(`@typescript-eslint/${name}` in rules) &&
    (setting !== 'off' || name in js.configs.recommended.rules);
  return Object.fromEntries(
    Object.entries(rules)
      .filter(applies)
      .map(([name, setting]) => [name.replace('@typescript-eslint/', 'typescript/'), setting]),
  );
}

const CLOCKS = ['performance', 'setTimeout', 'setInterval', 'setImmediate'];

const without = (names) => [
  'error',
  {
    globals: names.map((name) => ({ name, message: 'Only the times of the protocol count here.' })),
    checkGlobalObject: true,
  },
];

/** Rules of the house; dependency-cruiser and scripts/house.mjs hold those about files. */
const HOUSE = [
  { files: ['src/**/*.ts'], rules: { 'max-lines': ['error', size.linesOfFile] } },
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
    rules: { 'house/no-leading-spread': 'error' },
  },
];

export default {
  plugins: ['typescript'],
  jsPlugins: [fileURLToPath(new URL('oxlint.house.js', import.meta.url))],
  categories: { correctness: 'off' },
  options: { typeAware: true, reportUnusedDisableDirectives: 'error' },
  env: { builtin: true, es2024: true, node: true },
  ignorePatterns: ['dist/', 'coverage/', 'schema/', 'src/*/generated/', 'test/recordings/', 'test/types/'],
  rules: rulesOf([js.configs.recommended]),
  overrides: [
    {
      files: ['**/*.ts'],
      rules: {
        ...rulesOf(tseslint.configs.strictTypeChecked),
        'typescript/consistent-type-imports': 'error',
        'typescript/no-confusing-void-expression': [
          'error',
          { ignoreArrowShorthand: true, ignoreVoidReturningFunctions: true },
        ],
        'typescript/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
        'typescript/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
        // A base-class or interface member may ignore what it is given.
        'typescript/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
        eqeqeq: 'error',
      },
    },
    {
      files: ['test/**/*.ts'],
      rules: {
        'typescript/no-non-null-assertion': 'off',
        'typescript/no-empty-function': 'off',
        'typescript/require-await': 'off',
        'typescript/unbound-method': 'off',
      },
    },
    ...HOUSE,
  ],
};
