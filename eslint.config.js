// The rule that needs types and that oxlint does not have yet. It asks the whole compiler, so only `npm run check` runs it.
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';
import { missing } from './oxlint.config.js';

export default defineConfig({
  files: ['**/*.ts'],
  ignores: ['test/types/**', 'test/recordings/**', 'src/*/generated/**'],
  extends: [tseslint.configs.base],
  languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
  rules: Object.fromEntries(missing.map((rule) => [rule, 'error'])),
});
