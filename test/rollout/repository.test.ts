import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { repoHash } from '../../src/rollout/thread/repository.js';

const hashOf = (value: string) => createHash('sha1').update(`file-line-v1\0repo\0${value}`).digest('hex');

describe('repoHash', () => {
  it.each([
    ['git@github.com:OpenAI/Codex.git', 'github.com/openai/codex'],
    ['ssh://git@github.com/openai/codex.git', 'github.com/openai/codex'],
    ['ssh://git@github.com:22/OpenAI/Codex.git', 'github.com/openai/codex'],
    ['https://github.com/openai/codex.git', 'github.com/openai/codex'],
    ['https://github.com:443/openai/codex.git', 'github.com/openai/codex'],
    ['https://token@github.com/openai/codex/', 'github.com/openai/codex'],
    ['github.com/OpenAI/Codex.git', 'github.com/openai/codex'],
    ['git@ghe.company.com:Org/Repo.git', 'ghe.company.com/Org/Repo'],
    ['ssh://git@ghe.company.com:2222/Org/Repo.git', 'ghe.company.com:2222/Org/Repo'],
    ['https://host/a/b?x=1#y', 'host/a/b'],
  ])('hashes %s as %s', (remote, canonical) => {
    expect(repoHash(remote)).toBe(hashOf(canonical));
  });

  it.each(['file:///tmp/repo', 'github.com/openai', '/tmp/repo', 'https://host/../b', 'nothing', 'https://@/a/b'])(
    'hashes %s as it stands, for it names no repository of a host',
    (remote) => {
      expect(repoHash(remote)).toBe(hashOf(remote));
    },
  );

  it('gives the hash that Codex itself sent for the same remote', () => {
    expect(repoHash('git@github.com:acme/widgets.git')).toBe('dd21ccab03c5611071e6efee6fe4387f3adbef5c');
  });
});
