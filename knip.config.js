// Finds files, exports and dependencies that nothing uses. `npm run rules` runs it.
import { rooms } from './rooms.config.js';

export default {
  entry: [
    ...rooms.entries.files.map((file) => `src/${file}`),
    'src/cli/main.ts',
    'bench/*.bench.mjs',
    'bench/pipe.mjs',
    'bench/attribution-memory.mjs',
    'scripts/*.mjs',
    // Programs that tests start as files.
    'test/**/programs/*.ts',
    'test/e2e/preload/*.mjs',
    // scripts/soak.mjs bundles it.
    'test/soak/soak.ts',
    'test/e2e/exec/*.mjs',
  ],
  project: ['**/*.{ts,js,mjs,cjs}'],
  // Packages of their own, with their own dependencies.
  ignore: ['examples/**', 'test/package/hosts/**', 'test/types/**'],
  // Tests may run the tools of the system.
  exclude: ['binaries'],
  ignoreIssues: {
    // scripts/codex-schema.mjs bundles it.
    'test/protocol/codex-schema/reduce.ts': ['exports'],
    'src/wire/json-scan.ts': ['exports'],
    'src/protocol/observation.ts': ['types'],
  },
  treatConfigHintsAsErrors: true,
};
