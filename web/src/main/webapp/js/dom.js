/** Elements are made from tags, attributes and text; text is never read as markup. */

export function el(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== undefined && value !== false) {
      node.setAttribute(name, value === true ? "" : value);
    }
  }
  node.append(...children.filter((child) => child !== undefined && child !== null));
  return node;
}

export function byId(id) {
  return document.getElementById(id);
}

/** Writes only what changed, so that screen readers and selections are left in peace. */
export function say(id, words) {
  const node = byId(id);
  if (node.textContent !== words) {
    node.textContent = words;
  }
}

export function show(id, words) {
  say(id, words);
  byId(id).hidden = words === "";
}

/** A table with a heading row; each column is a title, a function from a row to text or a node, and a class. */
export function table(caption, columns, rows, options = {}) {
  const head = el("tr", {}, ...columns.map((column) => el("th", { scope: "col", class: column.kind }, column.title)));
  const body = rows.map((row) =>
    el(
      "tr",
      { class: options.fresh?.(row) ? "fresh" : undefined },
      ...columns.map((column) => el("td", { "data-label": column.title, class: column.kind }, column.cell(row))),
    ),
  );
  return el(
    "div",
    { class: "scroll" },
    el("table", {}, el("caption", { class: "hidden" }, caption), el("thead", {}, head), el("tbody", {}, ...body)),
  );
}
