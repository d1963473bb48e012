/** What one miner wants to know. */
import { byId, el, show, table } from "./dom.js";
import { ago, amount, count, day, hashrate, moment, scaled } from "./format.js";
import { paymentTable } from "./payments.js";

const REASONS = {
  STALE: "late: the block that it was for had been found already",
  DUPLICATE: "sent twice: only the first one counts",
  LOW_DIFFICULTY: "too easy for the job that it answers",
  BAD_HASH: "the hash was not right: the miner or its memory computes wrongly",
  UNKNOWN_JOB: "for a job that this pool never gave, or forgot long ago",
  MALFORMED: "not readable",
  WRONG_ALGORITHM: "computed with another function than the job asks for",
  MISPLACED_NONCE: "computed by a miner that cannot mine this coin: it writes the nonce at another place",
  THROTTLED: "more than this connection may send at once",
  NOT_READY: "the pool had no work at that moment",
};

export function clearMiner() {
  show("miner-problem", "");
  byId("miner").replaceChildren();
}

export function refuseMiner(sentence) {
  byId("miner").replaceChildren();
  show("miner-problem", sentence);
}

/** Changes of the threshold that are shown, those that wait among them. */
const CHANGES = 5;

export function showMiner(miner, payments, threshold) {
  show("miner-problem", "");
  byId("miner").replaceChildren(
    sums(miner, threshold),
    ...payout(miner),
    ...changes(miner, threshold),
    el("h3", {}, "Workers"),
    workers(miner),
    ...refusals(miner),
    ...days(miner),
    el("h3", {}, "Payments to you"),
    payments.length === 0
      ? el("p", { class: "empty" }, "None yet. You are paid when what is due reaches the threshold.")
      : paymentTable(payments),
  );
}

function sums(miner, threshold) {
  const pairs = [
    ["Hash rate", hashrate(miner.hashrate)],
    ["Due", amount(miner.due, miner.asset)],
    ["In blocks that mature", amount(miner.immature, miner.asset)],
    ["Being paid", amount(miner.reserved, miner.asset)],
    ["Paid so far", amount(miner.paid_total, miner.asset)],
    ...(threshold.threshold ? [["Threshold", amount(threshold.threshold, miner.asset)]] : []),
  ];
  return el("dl", { class: "sums" }, ...pairs.map(([name, value]) => el("div", {}, el("dt", {}, name), el("dd", {}, value))));
}

const PAID = { NEXT: "Paid next: ", IN_PAYOUT: "Being paid: " };

/** What becomes of what is due, or the one reason why it is not paid now. */
function payout(miner) {
  return miner.payout ? [el("p", {}, el("b", {}, PAID[miner.payout.reason] ?? "Not paid now: "), `${miner.payout.words}.`)] : [];
}

/** Whoever looks at this address sees that somebody changed when it is paid, before it counts and afterwards. */
function changes(miner, threshold) {
  const lines = threshold.changes.slice(0, CHANGES).map((change) =>
    el(
      "li",
      {},
      el("b", {}, amount(change.threshold, miner.asset)),
      el("span", {}, `from ${moment(change.effective_at)} on, asked for ${moment(change.changed_at)}, ${BY[change.proof] ?? change.proof}`),
    ),
  );
  return lines.length === 0 ? [] : [el("h3", {}, "Changes of the threshold"), el("ul", { class: "reasons" }, ...lines)];
}

const BY = { signature: "signed by the address's owner", operator: "by the pool's operator" };

function workers(miner) {
  if (miner.workers.length === 0) {
    return el("p", { class: "empty" }, "No worker yet.");
  }
  return table("Workers", WORKER_COLUMNS, miner.workers);
}

const WORKER_COLUMNS = [
  { title: "Name", cell: (worker) => worker.name || "(no name)" },
  {
    title: "State",
    cell: (worker) => el("span", { class: worker.online ? "pill good" : "pill" }, worker.online ? "connected" : "away"),
  },
  { title: "Hash rate", kind: "number", cell: (worker) => hashrate(worker.hashrate) },
  { title: "Accepted", kind: "number", cell: (worker) => count(worker.shares_valid) },
  { title: "Refused", kind: "number", cell: (worker) => count(worker.shares_invalid) },
  { title: "Last share", kind: "number", cell: lastShare },
];

function lastShare(worker) {
  return worker.last_seen ? el("span", { title: moment(worker.last_seen) }, ago(worker.last_seen)) : "–";
}

/** Why shares were refused, most frequent reason first. */
function refusals(miner) {
  const reasons = Object.entries(miner.refused).sort((a, b) => b[1] - a[1]);
  if (reasons.length === 0) {
    return [];
  }
  const lines = reasons.map(([why, times]) => el("li", {}, el("b", {}, count(times)), el("span", {}, REASONS[why] ?? why)));
  return [
    el("h3", {}, `Refused since ${miner.shares_since ? day(miner.shares_since) : "the beginning"}: ${count(miner.shares_invalid)} of ${count(miner.shares_valid + miner.shares_invalid)}`),
    el("ul", { class: "reasons" }, ...lines),
  ];
}

/** Days with shares, the latest first; a day begins at 00:00 UTC. */
function days(miner) {
  return miner.days.length === 0 ? [] : [el("h3", {}, "Shares by day (UTC)"), table("Shares by day", DAY_COLUMNS, miner.days)];
}

const DAY_COLUMNS = [
  { title: "Day", cell: (one) => day(one.day) },
  { title: "Accepted", kind: "number", cell: (one) => count(one.shares_valid) },
  { title: "Refused", kind: "number", cell: (one) => count(one.shares_invalid) },
  { title: "Work", kind: "number", cell: (one) => scaled(one.work) },
];
