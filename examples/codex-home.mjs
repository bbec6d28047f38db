import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * A CODEX_HOME and a project of their own in a temporary folder, so that an example touches nobody's settings and needs
 * no login: the model is a provider that asks for none.
 *
 * @param {{ modelUrl: string, otlpEndpoint?: string }} options `otlpEndpoint` (`http://127.0.0.1:4318`) is where Codex
 *   sends its own spans; without it, it sends none
 */
export async function createCodexHome({ modelUrl, otlpEndpoint }) {
  const root = await mkdtemp(join(tmpdir(), 'codex-example-'));
  const home = join(root, 'codex-home');
  const project = join(root, 'project');
  await Promise.all([mkdir(home), mkdir(project)]);
  await writeFile(join(home, 'config.toml'), config(modelUrl, otlpEndpoint));
  return {
    project,
    env: { ...process.env, CODEX_HOME: home },
    remove: () => rm(root, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 }),
  };
}

const config = (modelUrl, otlpEndpoint) => `\
model = "gpt-5.5"
model_provider = "scripted"
sandbox_mode = "workspace-write"
approval_policy = "on-request"
check_for_update_on_startup = false

[model_providers.scripted]
name = "scripted"
base_url = "${modelUrl}"
wire_api = "responses"
supports_websockets = false

[analytics]
enabled = false

[otel]
exporter = "none"
metrics_exporter = "none"
trace_exporter = ${otlpEndpoint ? `{ otlp-http = { endpoint = "${otlpEndpoint}/v1/traces", protocol = "binary" } }` : '"none"'}
`;
