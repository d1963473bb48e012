/** Which pool and miner the page shows, kept in the address line so that it can be bookmarked. */

export function place() {
  const fragment = new URLSearchParams(location.hash.slice(1));
  return { pool: fragment.get("pool") ?? "", miner: fragment.get("miner") ?? "" };
}

export function go(change) {
  const next = { ...place(), ...change };
  const fragment = new URLSearchParams(Object.entries(next).filter(([, value]) => value !== ""));
  history.replaceState(null, "", `#${fragment}`);
}
