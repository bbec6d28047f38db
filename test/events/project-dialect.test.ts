import { describe, expect, it } from 'vitest';
import { project } from '../../src/events/projection/project.js';
import type { Facts } from '../../src/session/facts/index.js';
import * as given from './facts.js';

const runtimeOf = (codexVersion: string) => ({ ...given.runtime, codexVersion });
const eventsOf = (facts: Facts) =>
  project(facts, (missing) => {
    throw new Error(`withheld: ${missing}`);
  });

describe('the events of an older version', () => {
  it.each([
    ['0.138.0', 'auto_review', 'guardian_subagent'],
    ['0.139.0', 'auto_review', 'auto_review'],
    ['0.138.0', 'user', 'user'],
    ['0.138.0', null, null],
  ])('of Codex %s have the approvals reviewer %s as %s', (version, approvalsReviewer, reported) => {
    const [event] = eventsOf(given.turn({ runtime: runtimeOf(version), approvalsReviewer }));
    expect(event?.event_params).toMatchObject({ approvals_reviewer: reported });
  });

  it.each([
    ['0.139.0', 0],
    ['0.140.0', 1],
  ])('of Codex %s have %i for a turn that no client requested, and for a goal', (version, count) => {
    const runtime = runtimeOf(version);
    expect(eventsOf(given.turn({ runtime, hasRequester: false }))).toHaveLength(count);
    expect(eventsOf(given.turn({ runtime, hasRequester: true }))).toHaveLength(1);
    expect(eventsOf(given.goal({ runtime }))).toHaveLength(count);
  });

  it.each([
    ['0.142.0', 'acme_observer', 'acme_observer'],
    ['0.142.0', null, 'codex_vscode'],
    ['0.143.0', 'acme_observer', 'codex_vscode'],
  ])('of Codex %s name the client %s as %s', (version, clientName, named) => {
    const common = { runtime: runtimeOf(version), client: { ...given.client, clientName } };
    const [turn, app, skill] = eventsOf(
      given.turn({ ...common, appMentions: [{ connectorId: null, appName: null }], skills: [given.skill] }),
    );
    const [hook] = eventsOf(given.hook(common));
    const [archive] = eventsOf(given.threadArchive(common));
    for (const event of [turn, archive])
      expect(event?.event_params).toMatchObject({ app_server_client: { product_client_id: named } });
    for (const event of [app, skill, hook]) expect(event?.event_params).toMatchObject({ product_client_id: named });
  });
});
