/** Puts the page together: reads everything once, then listens. */
import { read } from "./api.js";
import { Blocks } from "./blocks.js";
import { Chart } from "./chart.js";
import { showConnect } from "./connect.js";
import { byId, el, show } from "./dom.js";
import { Freshness } from "./freshness.js";
import { Live } from "./live.js";
import { clearMiner, refuseMiner, showMiner } from "./miner.js";
import { Payments } from "./payments.js";
import { go, place } from "./place.js";
import { showPool } from "./pool.js";

const LIST = { limit: 15 };
/** "5 min ago" must not stay so for an hour, and the effort of older blocks becomes known only by and by. */
const READ_AGAIN_MILLIS = 60000;
const freshness = new Freshness();
const chart = new Chart();
const blocks = new Blocks();
const payments = new Payments();
const live = new Live(place().pool, {
  opened: () => {
    freshness.connected(true);
    readAll();
  },
  closed: () => freshness.connected(false),
  message: heard,
});
let watched = "";

function heard(type, data) {
  const answers = {
    stats: () => figures(data),
    new_block: () => blocks.change(data, true),
    block: () => blocks.change(data, false),
    new_payment: () => payments.change(data),
    payment: () => payments.change(data),
    miner: () => readMiner(data),
  };
  answers[type]?.();
}

function figures(stats) {
  freshness.figuresCame();
  showPool(stats);
  showConnect(stats, watched);
  chart.add(stats.hashrate);
}

async function readAll() {
  await readLists();
  await showPlace();
}

async function readLists() {
  const { pool } = place();
  try {
    const [stats, network, blockList, paymentList] = await Promise.all([
      read("pool/stats", pool),
      read("network/stats", pool).catch(() => undefined),
      read("pool/blocks", pool, LIST),
      read("pool/payments", pool, LIST),
    ]);
    show("notice", "");
    figures({ ...stats, network });
    blocks.set(blockList.blocks);
    payments.set(paymentList.payments);
  } catch (refusal) {
    show("notice", refusal.message);
  }
}

/** Shows the miner of the address line, and listens to it. */
async function showPlace() {
  const { miner } = place();
  byId("miner-address").value = miner;
  if (watched !== "") {
    live.unsubscribe(`miner:${watched}`);
    watched = "";
  }
  if (miner === "") {
    clearMiner();
    return;
  }
  const known = await readMiner();
  if (known && watched === "") {
    watched = known.address;
    live.subscribe(`miner:${watched}`);
  }
}

/** Reads the miner unless it came by itself; its payments are always read. Undefined if the pool does not know it. */
async function readMiner(known) {
  const { pool, miner } = place();
  const path = `miner/${encodeURIComponent(miner)}`;
  try {
    const stats = known ?? (await read(`${path}/stats`, pool));
    const list = await read(`${path}/payments`, pool, LIST);
    const threshold = await read(`${path}/threshold`, pool).catch(() => ({ changes: [] }));
    showMiner(stats, list.payments, threshold);
    return stats;
  } catch (refusal) {
    refuseMiner(refusal.message);
    return undefined;
  }
}

async function offerPools() {
  const { pools } = await read("pools").catch(() => ({ pools: [] }));
  const select = byId("pool-select");
  select.replaceChildren(...pools.map((one) => el("option", { value: one.pool }, one.pool)));
  select.value = place().pool || pools[0]?.pool || "";
  byId("pool-chooser").hidden = pools.length < 2;
}

byId("miner-form").addEventListener("submit", (event) => {
  event.preventDefault();
  go({ miner: byId("miner-address").value.trim() });
  showPlace();
});
byId("pool-select").addEventListener("change", (event) => {
  go({ pool: event.target.value, miner: "" });
  chart.clear();
  live.move(event.target.value);
});
window.addEventListener("hashchange", () => location.reload());
["stats", "blocks", "payments"].forEach((channel) => live.subscribe(channel));
live.open();
readAll();
setInterval(() => {
  if (!document.hidden && live.isOpen()) {
    readLists();
  }
}, READ_AGAIN_MILLIS);
offerPools();
