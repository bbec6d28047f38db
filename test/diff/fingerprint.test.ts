import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { pathHash, repoHash } from '../../src/diff/fingerprint.js';

const hashOf = (value: string, domain = 'repo') =>
  createHash('sha1').update(`file-line-v1\0${domain}\0${value}`).digest('hex');

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
    ['https://dev:secret@github.com/acme/widgets.git', 'github.com/acme/widgets'],
    ['http://ghe.company.com:80/Org/Repo', 'ghe.company.com/Org/Repo'],
    ['git://ghe.company.com:9418/Org/Repo.git/', 'ghe.company.com/Org/Repo'],
    ['https://ghe.company.com:22/Org/Repo', 'ghe.company.com:22/Org/Repo'],
    ['  https://host//a///b/  ', 'host/a/b'],
    ['https://host/a/b?x=1#y', 'host/a/b'],
  ])('hashes %s as %s', (remote, canonical) => {
    expect(repoHash(remote)).toBe(hashOf(canonical));
  });

  it.each([
    '',
    'file:///tmp/repo',
    'ftp://host/a/b',
    './a/b',
    'host:b',
    'github.com/openai',
    '/tmp/repo',
    'https://host/../b',
    'nothing',
    'https://@/a/b',
  ])('hashes %s as it stands, for it names no repository of a host', (remote) => {
    expect(repoHash(remote)).toBe(hashOf(remote));
  });

  it.each([
    'git@github.com:acme/widgets.git',
    'https://github.com/acme/widgets.git',
    'https://dev:secret@github.com/acme/widgets.git',
  ])('gives the hash that Codex itself sent for %s', (remote) => {
    expect(repoHash(remote)).toBe('dd21ccab03c5611071e6efee6fe4387f3adbef5c');
  });
});

describe('pathHash', () => {
  it("gives the hash that Codex's own analytics has for src/lib.rs", () => {
    expect(pathHash('src/lib.rs')).toBe('d69749859af906cb3f8a6fb5d85a0871d2f3b3e9');
  });
});
