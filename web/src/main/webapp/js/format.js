/** Figures for people. Amounts come and stay as text: a number would lose their last digits. */

const UNITS = ["", "k", "M", "G", "T", "P", "E"];
const COUNT = new Intl.NumberFormat("en");

export function count(number) {
  return COUNT.format(number);
}

const SPACE = "\u00a0"; // the unit stays with its number

/** Three significant digits and a letter: 1.23 M. */
export function scaled(number) {
  let unit = 0;
  let value = Number(number);
  while (value >= 1000 && unit < UNITS.length - 1) {
    value /= 1000;
    unit++;
  }
  const digits = unit === 0 ? 0 : value >= 100 ? 0 : value >= 10 ? 1 : 2;
  return unit === 0 ? value.toFixed(digits) : `${value.toFixed(digits)}${SPACE}${UNITS[unit]}`;
}

export function hashrate(perSecond) {
  const words = scaled(perSecond);
  return words.includes(SPACE) ? `${words}H/s` : `${words}${SPACE}H/s`;
}

/** An amount without needless zeros, but with two decimals at least. */
export function amount(decimal, asset) {
  const [whole, fraction = ""] = decimal.split(".");
  const kept = fraction.replace(/0+$/, "").padEnd(Math.min(2, fraction.length), "0");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  return `${grouped}${kept ? `.${kept}` : ""}${asset ? ` ${asset}` : ""}`;
}

/** The beginning and the end of a long identifier. */
export function brief(text, edge = 6) {
  return text.length <= 2 * edge + 1 ? text : `${text.slice(0, edge)}…${text.slice(-edge)}`;
}

/** How long ago, in the largest unit that fits. */
export function ago(seconds, now = Date.now() / 1000) {
  const past = Math.max(0, Math.round(now - seconds));
  if (past < 60) return `${past} s ago`;
  if (past < 3600) return `${Math.floor(past / 60)} min ago`;
  if (past < 86400) return `${Math.floor(past / 3600)} h ${Math.floor((past % 3600) / 60)} min ago`;
  return `${Math.floor(past / 86400)} d ${Math.floor((past % 86400) / 3600)} h ago`;
}

export function moment(seconds) {
  return new Date(seconds * 1000).toLocaleString();
}

/** A day as 2026-03-01, read as what it is: a day in UTC. */
export function day(text) {
  return new Date(`${text}T00:00:00Z`).toLocaleDateString(undefined, { timeZone: "UTC" });
}
