/** Says whether the figures are live, old, or from before the connection broke. */
import { say } from "./dom.js";

const OLD_AFTER_SECONDS = 10;
const LOOK_MILLIS = 1000;

export class Freshness {
  #connected = false;
  #newest;

  constructor() {
    setInterval(() => this.#look(), LOOK_MILLIS);
  }

  connected(yes) {
    this.#connected = yes;
    this.#look();
  }

  figuresCame() {
    this.#newest = Date.now();
    this.#look();
  }

  #look() {
    const age = this.#newest === undefined ? undefined : Math.round((Date.now() - this.#newest) / 1000);
    const [state, words] = this.#state(age);
    document.body.dataset.freshness = state;
    say("freshness", words);
  }

  #state(age) {
    if (!this.#connected) {
      return age === undefined ? ["waiting", "connecting"] : ["away", `disconnected; figures are ${span(age)} old`];
    }
    if (age === undefined) {
      return ["waiting", "waiting for figures"];
    }
    return age > OLD_AFTER_SECONDS ? ["old", `no new figures for ${span(age)}`] : ["live", "live"];
  }
}

/** In steps, so that a screen reader is not told every second. */
function span(seconds) {
  return seconds < 60 ? `${Math.floor(seconds / 10) * 10} s` : `${Math.floor(seconds / 60)} min`;
}
