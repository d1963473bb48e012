/** The WebSocket: subscribes, comes back by itself after a break, and says which of the two it is doing. */

const FIRST_PAUSE_MILLIS = 1000;
const LONGEST_PAUSE_MILLIS = 30000;
const PING_MILLIS = 45000;

export class Live {
  #pool;
  #handlers;
  #channels = new Set();
  #socket;
  #pause = FIRST_PAUSE_MILLIS;
  #timer;

  /** @param handlers opened(), closed(), and message(type, data) */
  constructor(pool, handlers) {
    this.#pool = pool;
    this.#handlers = handlers;
    setInterval(() => this.#send({ type: "ping" }), PING_MILLIS);
  }

  open() {
    const url = new URL("ws", document.baseURI);
    url.protocol = url.protocol === "https:" ? "wss:" : "ws:";
    if (this.#pool) {
      url.searchParams.set("pool", this.#pool);
    }
    const socket = new WebSocket(url);
    this.#socket = socket;
    socket.addEventListener("open", () => this.#opened());
    socket.addEventListener("close", () => this.#closed(socket));
    socket.addEventListener("message", (event) => this.#heard(event.data));
  }

  subscribe(channel) {
    this.#channels.add(channel);
    this.#send({ type: "subscribe", data: { channels: [channel] } });
  }

  unsubscribe(channel) {
    this.#channels.delete(channel);
    this.#send({ type: "unsubscribe", data: { channels: [channel] } });
  }

  isOpen() {
    return this.#socket?.readyState === WebSocket.OPEN;
  }

  /** Listens to another pool from now on. */
  move(pool) {
    this.#pool = pool;
    clearTimeout(this.#timer);
    const old = this.#socket;
    this.#socket = undefined;
    old?.close();
    this.open();
  }

  #opened() {
    this.#pause = FIRST_PAUSE_MILLIS;
    this.#send({ type: "subscribe", data: { channels: [...this.#channels] } });
    this.#handlers.opened();
  }

  #closed(socket) {
    if (socket !== this.#socket) {
      return;
    }
    this.#handlers.closed();
    this.#timer = setTimeout(() => this.open(), this.#pause * (0.5 + Math.random() / 2));
    this.#pause = Math.min(this.#pause * 2, LONGEST_PAUSE_MILLIS);
  }

  #heard(text) {
    const message = JSON.parse(text);
    this.#handlers.message(message.type, message.data ?? {});
  }

  #send(message) {
    if (this.isOpen()) {
      this.#socket.send(JSON.stringify(message));
    }
  }
}
