/** A line of the last samples. */
import { byId, say } from "./dom.js";
import { ago, hashrate } from "./format.js";

const SVG = "http://www.w3.org/2000/svg";
const WIDTH = 600;
const HEIGHT = 170;
const MOST_SAMPLES = 900;
const GRID_LINES = 3;
/** Figures that are read and figures that come by themselves may arrive together; the later ones count. */
const LEAST_STEP_SECONDS = 1;
const LONG_AGO_SECONDS = 60;

export class Chart {
  #samples = [];

  clear() {
    this.#samples = [];
    byId("chart").replaceChildren();
  }

  add(value) {
    const now = Date.now() / 1000;
    const latest = this.#samples[this.#samples.length - 1];
    if (latest && now - latest.at < LEAST_STEP_SECONDS) {
      latest.value = Number(value);
    } else {
      this.#samples.push({ at: now, value: Number(value) });
    }
    if (this.#samples.length > MOST_SAMPLES) {
      this.#samples.shift();
    }
    this.#draw();
  }

  #draw() {
    const peak = Math.max(1, ...this.#samples.map((sample) => sample.value));
    const first = this.#samples[0].at;
    const span = this.#samples[this.#samples.length - 1].at - first;
    const points = this.#samples.map((sample) => {
      const x = ((sample.at - first) / (span || 1)) * WIDTH;
      const y = HEIGHT - (sample.value / (peak * 1.15)) * HEIGHT;
      return `${x.toFixed(1)},${y.toFixed(1)}`;
    });
    if (points.length === 1) {
      points.push(points[0].replace(/^[^,]+/, String(WIDTH)));
    }
    const area = `M0,${HEIGHT} L${points.join(" L")} L${WIDTH},${HEIGHT} Z`;
    byId("chart").replaceChildren(...grid(), path("area", area), path("line", `M${points.join(" L")}`));
    say("chart-from", span < LONG_AGO_SECONDS ? "Hash rate since you opened this page" : `Hash rate since ${ago(first)}`);
    say("chart-peak", `peak ${hashrate(peak)}`);
  }
}

function grid() {
  return Array.from({ length: GRID_LINES }, (_, line) => {
    const y = HEIGHT - (HEIGHT / GRID_LINES) * line;
    return path("grid", `M0,${y} L${WIDTH},${y}`);
  });
}

function path(kind, shape) {
  const node = document.createElementNS(SVG, "path");
  node.setAttribute("class", kind);
  node.setAttribute("d", shape);
  return node;
}
