/** The pool's and the network's figures. */
import { byId, say } from "./dom.js";
import { ago, count, hashrate, scaled } from "./format.js";
import { schemeWords } from "./scheme.js";

export function showPool(stats) {
  say("pool-title", `${stats.pool} · ${stats.algorithm}`);
  say("pool-hashrate", hashrate(stats.hashrate));
  say("pool-state", stats.state === "open" ? "open for miners" : stats.state);
  say("pool-miners", count(stats.miners));
  say("pool-workers", count(stats.workers));
  say("pool-fee", `${stats.pool_fee} %`);
  say("pool-scheme", stats.payout_scheme);
  say("scheme-words", schemeWords(stats.scheme));
  say("blocks-total", count(stats.blocks_total));
  say("blocks-today", `${count(stats.blocks_found_24h)} in the last 24 hours`);
  say("payout-least", stats.min_payout);
  say("payout-words", `miners are paid every ${stats.payout_interval.replace(/^1 /, "")}`);
  showRound(stats);
  showNetwork(stats.network);
}

function showRound(stats) {
  const effort = stats.round_effort_percent;
  say("round-effort", effort === undefined ? "–" : `${count(effort)} %`);
  const meter = byId("round-meter");
  meter.value = Math.min(effort ?? 0, meter.max);
  say("round-since", stats.last_block_time ? `last block ${ago(stats.last_block_time)}` : "no block yet");
}

function showNetwork(network) {
  if (!network) {
    say("network-hashrate", "–");
    say("network-words", "no word from the node yet");
    return;
  }
  say("network-hashrate", network.hashrate === undefined ? count(network.height) : hashrate(network.hashrate));
  say("network-words", `height ${count(network.height)}, difficulty ${scaled(network.difficulty)}`);
}
