import { describe, expect, it } from 'vitest';
import { readCommand, type Way } from '../../src/cli/run/way.js';

const COMMANDS: readonly (readonly [command: string, way: Way])[] = [
  ['codex app-server', 'proxy'],
  ['codex -c model=x app-server', 'proxy'],
  ['codex app-server --listen stdio://', 'proxy'],
  ['npx -y @openai/codex@0.171.0 app-server', 'proxy'],
  ['docker exec -i box codex app-server', 'proxy'],
  ['sh|-c|exec codex app-server', 'proxy'],
  ['/opt/agent/server --stdio', 'proxy'],
  ['node server.js', 'proxy'],
  ['./my-codex app-server', 'proxy'],
  ['./my-codex', 'proxy'],
  ['codex app-server --listen ws://127.0.0.1:0', 'listener'],
  ['codex app-server --listen=unix://', 'listener'],
  ['codex app-server proxy --sock /run/codex.sock', 'proxy'],
  ['codex', 'terminal'],
  ['codex|explain app-server', 'terminal'],
  ['codex|--model|gpt|-C|/src|fix the tests', 'terminal'],
  ['codex --search resume --last', 'terminal'],
  ['codex fork', 'terminal'],
  ['codex agents', 'terminal'],
  ['npx @openai/codex', 'terminal'],
  ['env A=1 codex resume', 'terminal'],
  ['/opt/codex-x86_64-unknown-linux-musl', 'terminal'],
  ['codex|exec|say hi', 'rollout'],
  ['codex|e|say hi', 'rollout'],
  ['codex -m gpt --search exec --json -', 'rollout'],
  ['codex|exec|--|--help', 'rollout'],
  ['codex|exec|-m|--help|hi', 'rollout'],
  ['codex exec resume --last', 'rollout'],
  ['codex exec review', 'rollout'],
  ['codex review --uncommitted', 'rollout'],
  ['codex mcp-server', 'rollout'],
  ['npx -p @openai/codex codex exec hi', 'rollout'],
  ['pnpm dlx @openai/codex exec hi', 'rollout'],
  ['sudo -u codex codex exec hi', 'rollout'],
  ['node node_modules/@openai/codex/bin/codex.js exec hi', 'rollout'],
  ['bash|-lc|codex exec hi', 'rollout'],
  ['./my-codex.sh exec hi', 'rollout'],
  ['timeout 60 codex exec hi', 'rollout'],
  ['codex --help', 'nothing'],
  ['codex -V', 'nothing'],
  ['codex exec --help', 'nothing'],
  ['codex exec help', 'nothing'],
  ['codex app-server --help', 'nothing'],
  ['codex help', 'nothing'],
  ['codex login', 'nothing'],
  ['codex -c a=b logout', 'nothing'],
  ['codex mcp list', 'nothing'],
  ['codex queue hi', 'nothing'],
  ['codex delete 1', 'nothing'],
  ['codex cloud exec hi', 'nothing'],
  ['codex app-server daemon start', 'nothing'],
  ['codex app-server generate-ts --out x', 'nothing'],
];

/** Words stand between `|` where one of them has a space. */
const wordsOf = (command: string) => command.split(command.includes('|') ? '|' : ' ');

describe('readCommand', () => {
  it.each(COMMANDS)('%s is observed by way of: %s', (command, way) => {
    expect(readCommand(wordsOf(command)).way).toBe(way);
  });

  it.each([
    ['codex exec hi', 0],
    ['codex', 0],
    ['env A=1 codex -m gpt resume', 2],
    ['sudo -u codex codex exec hi', 3],
    ['sh|-c|codex exec hi', undefined],
  ])('finds the word that runs Codex in: %s', (command, codexAt) => {
    expect(readCommand(wordsOf(command))).toMatchObject({ codexAt });
  });
});
