/** How a pool divides its blocks, in words. */
import { brief, count } from "./format.js";

export function schemeWords(scheme) {
  return [division(scheme), bonus(scheme), unfilled(scheme), donation(scheme)].filter(Boolean).join(" ");
}

function division(scheme) {
  switch (scheme.name) {
    case "PPLNS":
      return scheme.window_shares === undefined
        ? `Each block is divided among the last shares with ${scheme.window_percent / 100} times the network's difficulty.`
        : `Each block is divided among the last ${count(scheme.window_shares)} shares.`;
    case "PROP":
      return "Each block is divided among the shares since the block before.";
    case "SOLO":
      return "Each block is its finder's alone.";
    default:
      return "";
  }
}

function bonus(scheme) {
  return scheme.finder_bonus ? `${scheme.finder_bonus} % of it goes to its finder first.` : "";
}

function unfilled(scheme) {
  return scheme.window_unfilled === "carry" ? "What a window lacks stays with the pool." : "";
}

function donation(scheme) {
  return scheme.donation ? `${scheme.donation} % is donated to ${brief(scheme.donation_address)}.` : "";
}
