/** Payments, of the pool or of one miner. */
import { byId, el, table } from "./dom.js";
import { ago, amount, brief, moment } from "./format.js";

const MOST_ROWS = 15;

export class Payments {
  #payments = [];

  set(payments) {
    this.#payments = payments;
    this.#draw();
  }

  change(payment) {
    const others = this.#payments.filter((known) => known.id !== payment.id || known.address !== payment.address);
    this.#payments = [payment, ...others].sort((a, b) => b.id - a.id).slice(0, MOST_ROWS);
    this.#draw();
  }

  #draw() {
    const view =
      this.#payments.length === 0
        ? el("p", { class: "empty" }, "Nobody was paid yet. Blocks must mature first.")
        : table("Last payments", [...COLUMNS.slice(0, 1), TO, ...COLUMNS.slice(1)], this.#payments);
    byId("payments").replaceChildren(view);
  }
}

/** The payments of one miner, without the column that says to whom. */
export function paymentTable(payments) {
  return table("Payments to this address", COLUMNS, payments);
}

const TO = { title: "To", cell: (payment) => el("span", { class: "mono", title: payment.address }, brief(payment.address, 5)) };

const COLUMNS = [
  { title: "Amount", cell: (payment) => amount(payment.amount, payment.asset) },
  { title: "State", cell: state },
  { title: "Transaction", cell: transaction },
  { title: "Since", kind: "number", cell: (payment) => el("span", { title: moment(payment.changed_at) }, ago(payment.changed_at)) },
];

function state(payment) {
  const words = {
    RESERVED: ["warn", "reserved"],
    PREPARED: ["warn", "signed"],
    SENT: ["warn", "on its way"],
    CONFIRMED: ["good", "paid"],
    RELEASED: ["", "given back to the balance"],
    REVIEW: ["bad", "held for a look by the operator"],
  };
  const [kind, text] = words[payment.state] ?? ["", payment.state];
  return el("span", { class: `pill ${kind}` }, text);
}

function transaction(payment) {
  return payment.txid ? el("span", { class: "mono", title: payment.txid }, brief(payment.txid, 8)) : "–";
}
