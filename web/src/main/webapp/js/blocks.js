/** The last blocks. */
import { byId, el, say, table } from "./dom.js";
import { ago, amount, brief, count, moment } from "./format.js";

const MOST_ROWS = 15;

export class Blocks {
  #blocks = [];
  #fresh = new Set();

  set(blocks) {
    this.#blocks = blocks;
    this.#draw();
  }

  /** A new block, or a known one that changed. */
  change(block, isNew) {
    this.#blocks = [block, ...this.#blocks.filter((known) => known.id !== block.id)]
      .sort((a, b) => b.found_at - a.found_at || b.id - a.id)
      .slice(0, MOST_ROWS);
    if (isNew) {
      this.#fresh = new Set([block.id]);
      say("news", `Block ${block.height} was found.`);
    }
    this.#draw();
    this.#fresh.clear();
  }

  #draw() {
    const view =
      this.#blocks.length === 0
        ? el("p", { class: "empty" }, "No block yet. The first one appears here the moment it is found.")
        : table("Last blocks", COLUMNS, this.#blocks, { fresh: (block) => this.#fresh.has(block.id) });
    byId("blocks").replaceChildren(view);
  }
}

const COLUMNS = [
  { title: "Height", cell: (block) => count(block.height) },
  { title: "Block", cell: (block) => el("span", { class: "mono", title: block.hash }, brief(block.hash)) },
  { title: "State", cell: state },
  { title: "Effort", kind: "number", cell: (block) => effort(block.effort_percent) },
  { title: "Reward", kind: "number", cell: (block) => (block.reward ? amount(block.reward, block.asset) : "–") },
  { title: "Finder", cell: finder },
  { title: "Found", kind: "number", cell: (block) => el("span", { title: moment(block.found_at) }, ago(block.found_at)) },
];

function state(block) {
  const words = {
    FOUND: ["warn", "sent to the network"],
    IMMATURE: ["warn", `${count(block.confirmations)} of ${count(block.confirmations_required)} confirmations`],
    MATURE: ["good", "confirmed"],
    ORPHANED: ["bad", "orphaned"],
  };
  const [kind, text] = words[block.state] ?? ["", block.state];
  return el("span", { class: `pill ${kind}` }, text);
}

function effort(percent) {
  return percent === undefined ? "–" : `${count(percent)} %`;
}

function finder(block) {
  const name = el("span", { class: "mono", title: block.miner }, brief(block.miner, 5));
  return el("span", {}, name, block.worker ? ` · ${block.worker}` : "");
}
