/** The commands that start a miner, for each port. */
import { byId, el } from "./dom.js";
import { count } from "./format.js";

const EVERYWHERE = new Set(["", "0.0.0.0", "::", "[::]"]);
const HERE = new Set(["127.0.0.1", "::1", "localhost"]);
const COPIED_MILLIS = 1500;

let shown = "";

export function showConnect(stats, address) {
  const wanted = JSON.stringify([stats.ports, stats.algorithm, address]);
  if (wanted === shown) {
    return;
  }
  shown = wanted;
  const ports = stats.ports.map((port) => portView(port, stats.algorithm, address || "YOUR_ADDRESS"));
  byId("connect").replaceChildren(
    ...(ports.length > 0 ? ports : [el("p", { class: "empty" }, "This pool has no port for miners.")]),
  );
}

function portView(port, algorithm, address) {
  const where = `${host(port.host)}:${port.port}`;
  const words = `Port ${port.port}: begins at difficulty ${count(port.difficulty)}`;
  return el(
    "section",
    { class: "port" },
    el("h3", {}, words),
    HERE.has(port.host) ? el("p", { class: "quiet" }, "Only programs on the pool's own machine reach this port.") : undefined,
    port.plain ? command("XMRig", `xmrig -a ${algorithm} -o ${where} -u ${address} -p rig1`) : undefined,
    port.tls ? command("XMRig, encrypted", encrypted(port, algorithm, where, address)) : undefined,
    port.plain
      ? command("Motherlode's own miner", `java -jar coopmine.jar miner -o ${where} -u ${address} --rig rig1`)
      : undefined,
  );
}

/** With the certificate's fingerprint XMRig talks to this pool and to nobody in between. */
function encrypted(port, algorithm, where, address) {
  const pinned = port.tls_fingerprint ? ` --tls-fingerprint=${port.tls_fingerprint}` : "";
  return `xmrig -a ${algorithm} -o ${where} --tls${pinned} -u ${address} -p rig1`;
}

function command(name, line) {
  const button = el("button", { class: "plain", type: "button", "aria-label": `Copy the command for ${name}` }, "Copy");
  button.addEventListener("click", () => copy(button, line));
  return el("div", { class: "command" }, el("div", {}, el("span", {}, name), button), el("pre", {}, line));
}

async function copy(button, line) {
  try {
    await navigator.clipboard.writeText(line);
    button.textContent = "Copied";
  } catch {
    button.textContent = "Select it by hand";
  }
  setTimeout(() => (button.textContent = "Copy"), COPIED_MILLIS);
}

/** Where the page came from, if the port listens on every address or on the machine itself. */
function host(bound) {
  if (HERE.has(bound)) {
    return bound.includes(":") ? `[${bound}]` : bound;
  }
  const name = EVERYWHERE.has(bound) ? location.hostname : bound;
  return name.includes(":") && !name.startsWith("[") ? `[${name}]` : name;
}
