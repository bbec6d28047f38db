import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PATH_WITH_CODEX } from './codex.mjs';
import { finish } from './processes.mjs';

/** A host without any back end gets its events all the same. */
export async function checkEventsToFile({ report, folder, examples }) {
  report.heading('Events without a back end (examples/events-to-file)');
  const file = join(folder, 'events-to-file.jsonl');
  await finish('the example', [process.execPath, 'events-to-file/main.mjs', file], {
    cwd: examples,
    env: { PATH: PATH_WITH_CODEX },
  });
  const events = (await readFile(file, 'utf8')).trim().split('\n').map(JSON.parse);
  report.equal('the file has the events of the session', events.map(({ event_type: type }) => type).sort(), [
    'codex_command_execution_event',
    'codex_review_event',
    'codex_thread_initialized',
    'codex_turn_event',
  ]);
}
