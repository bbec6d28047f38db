/** Commands that nobody needs to be asked about. */
const HARMLESS = /^(uname|date|pwd)\b[\w .-]*$/;

/** What a policy in the place of a person decides of `item/commandExecution/requestApproval`; undefined: ask a person. */
export function policy({ commandActions }) {
  const isHarmless = commandActions?.length > 0 && commandActions.every(({ command }) => HARMLESS.test(command));
  return isHarmless ? { decision: 'accept' } : undefined;
}

/** The approvals that wait for a person, by the ids of their requests. */
export class Approvals {
  #waiting = new Map();

  /** Takes the approvals of this client. */
  serve(client) {
    client.onRequest('item/commandExecution/requestApproval', (params, id) => policy(params) ?? this.#ask(id, params));
    // Answered by somebody else, or by nobody: the turn was interrupted.
    client.onNotification(({ method, params }) => {
      if (method === 'serverRequest/resolved') this.#waiting.delete(String(params.requestId));
    });
    // The next app-server counts its requests from the start.
    client.onClose(() => this.#waiting.clear());
  }

  list() {
    return [...this.#waiting].map(([id, { params }]) => ({ id, command: params.command, reason: params.reason }));
  }

  /** Answers for a person; false where nothing of that id waits any more. */
  decide(id, decision) {
    const { resolve } = this.#waiting.get(id) ?? {};
    this.#waiting.delete(id);
    resolve?.({ decision });
    return resolve !== undefined;
  }

  #ask(id, params) {
    return new Promise((resolve) => this.#waiting.set(String(id), { params, resolve }));
  }
}
