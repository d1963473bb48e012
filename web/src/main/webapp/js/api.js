/** Reads the JSON interface. A refusal is thrown with the server's own sentence. */

const PATIENCE_MILLIS = 10000;

export class Refusal extends Error {
  constructor(sentence, status) {
    super(sentence);
    this.status = status;
  }
}

export async function read(path, pool, parameters = {}) {
  const query = new URLSearchParams(parameters);
  if (pool) {
    query.set("pool", pool);
  }
  const answer = await fetch(`api/${path}?${query}`, { signal: AbortSignal.timeout(PATIENCE_MILLIS) });
  const body = await answer.json().catch(() => ({}));
  if (!answer.ok) {
    throw new Refusal(body.detail ?? `The server answers with status ${answer.status}.`, answer.status);
  }
  return body;
}
