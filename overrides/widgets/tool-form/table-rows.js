import { find, findAll } from "../shared/find.js";
import { say } from "../shared/words.js";

/** @typedef {import('../shared/form-entries.js').Entries} Entries */

/** The column that the heading of an added row is kept in, where a table's rows have names. */
const HEADING = "row";

/** A row that has a number, in the name of one of its cells: 'chair-role.signed.7.name'. */
const NUMBERED = /^(.+)\.([1-9]\d{0,3})\.[^.]+$/;

/** @param {HTMLFormElement} form @returns {HTMLTableElement[]} */
const tables = (form) =>
  findAll(form, ".form-table", HTMLTableElement).filter((table) => table.tBodies[0]?.rows.length);

/** The field that a table is. @param {HTMLTableElement} table */
const fieldOf = (table) => table.closest(".field")?.id ?? "";

/** @param {HTMLTableElement} table @returns {number[]} the numbers of its rows */
const numbers = (table) =>
  findAll(table, "tbody textarea", HTMLTextAreaElement).map(({ name }) => Number(NUMBERED.exec(name)?.[2] ?? 0));

/**
 * Add a row to a table: a copy of its last, with nothing in it. Where rows have names, its own is filled in too.
 * @param {HTMLTableElement} table
 * @param {number} [number]  that of the row; left out, the next
 */
function addRow(table, number = Math.max(0, ...numbers(table)) + 1) {
  const body = /** @type {HTMLTableSectionElement} */ (table.tBodies[0]);
  const row = /** @type {HTMLTableRowElement} */ (body.rows[body.rows.length - 1]?.cloneNode(true));
  const words = say("form.row", { number });
  const cells = findAll(row, "td textarea", HTMLTextAreaElement);
  const headings = [...(table.tHead?.rows[0]?.cells ?? [])].map(({ textContent }) => textContent ?? "");
  const field = fieldOf(table);
  for (const [place, cell] of cells.entries()) {
    cell.name = `${field}.${number}.${cell.name.split(".").pop()}`;
    cell.value = "";
    cell.setAttribute("aria-label", say("form.cell", { column: headings.at(place - cells.length) ?? "", row: words }));
  }
  const head = row.querySelector("th");
  if (head) {
    const own = /** @type {HTMLTextAreaElement} */ (cells[0]?.cloneNode(true));
    own.name = `${field}.${number}.${HEADING}`;
    own.setAttribute("aria-label", say("form.cell", { column: say("form.row-heading"), row: words }));
    head.replaceChildren(own);
  }
  body.append(row);
  return find(row, "textarea", HTMLTextAreaElement);
}

/** Add the rows that entries have, and the tables of a form do not. @param {HTMLFormElement} form @param {Entries} entries */
export function growTables(form, entries) {
  for (const table of tables(form)) {
    const there = new Set(numbers(table));
    const wanted = Object.keys(entries).flatMap((name) => {
      const found = NUMBERED.exec(name);
      return found?.[1] === fieldOf(table) ? [Number(found[2])] : [];
    });
    for (const number of [...new Set(wanted)].sort((one, other) => one - other)) {
      if (!there.has(number)) addRow(table, number);
    }
  }
}

/** Offer to add a row below each table. @param {HTMLFormElement} form */
export function offerRows(form) {
  for (const table of tables(form)) {
    const button = document.createElement("button");
    button.type = "button";
    button.classList.add("button", "button--quiet", "tool-form__add");
    button.textContent = say("form.add-row");
    button.setAttribute("aria-label", say("form.add-row-to", { table: labelOf(table) }));
    button.addEventListener("click", () => addRow(table).focus());
    table.closest(".table-scroll")?.after(button);
  }
}

/** @param {HTMLTableElement} table */
const labelOf = (table) => table.closest(".field")?.querySelector(".field__label")?.textContent ?? "";
