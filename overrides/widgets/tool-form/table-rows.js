import { find, findAll } from "../shared/find.js";
import { say } from "../shared/words.js";

/** @typedef {import('../shared/form-entries.js').Entries} Entries */
/** @typedef {Record<string, number[]>} Added  the numbers of the rows that were added to tables, by their fields' ids */

/** The column that the heading of an added row is kept in, where a table's rows have names. */
const HEADING = "row";
/** More rows than this are none that people filled in (`framework.export.form.MOST_ROWS`). */
const MOST_ROWS = 500;

/** A row that has a number, in the name of one of its cells: 'chair-role.signed.7.name'. */
const NUMBERED = /^(.+)\.([1-9]\d{0,3})\.[^.]+$/;

/** @param {HTMLFormElement} form @returns {HTMLTableElement[]} */
export const tablesIn = (form) =>
  findAll(form, ".form-table", HTMLTableElement).filter((table) => table.tBodies[0]?.rows.length);

/** The field that a table is. @param {HTMLTableElement} table */
const fieldOf = (table) => table.closest(".field")?.id ?? "";

/** @param {HTMLTableElement} table @returns {string} */
export const labelOf = (table) => table.closest(".field")?.querySelector(".field__label")?.textContent ?? "";

/** @param {HTMLTableElement} table @returns {HTMLTableRowElement[]} */
export const rowsOf = (table) => [...(table.tBodies[0]?.rows ?? [])];

/** What is written in a row, cell by cell. @param {HTMLTableRowElement} row */
export const cellsOf = (row) => findAll(row, "textarea", HTMLTextAreaElement);

/** Whether a row was added to those that the form has. @param {HTMLTableRowElement} row */
export const wasAdded = (row) => "added" in row.dataset;

/** The number of a row; 0 where it has a name. @param {HTMLTableRowElement} row */
export const numberOf = (row) => Number(NUMBERED.exec(cellsOf(row)[0]?.name ?? "")?.[2] ?? 0);

/** The number that the next row of a table gets. @param {HTMLTableElement} table */
const nextNumber = (table) => Math.max(0, ...rowsOf(table).map(numberOf)) + 1;

/** Whether another row may be added. @param {HTMLTableElement} table */
export const hasRoom = (table) => nextNumber(table) <= MOST_ROWS;

/**
 * Add a row to a table: a copy of its last, with nothing in it. Where rows have names, its own is filled in too.
 * @param {HTMLTableElement} table
 * @param {number} [number]  that of the row; left out, the next
 */
export function addRow(table, number = nextNumber(table)) {
  const rows = rowsOf(table);
  const row = /** @type {HTMLTableRowElement} */ (rows.at(-1)?.cloneNode(true));
  const words = say("form.row", { number });
  const cells = findAll(row, "td textarea", HTMLTextAreaElement);
  const headings = columnsOf(table);
  const field = fieldOf(table);
  row.dataset.added = "";
  for (const [place, cell] of cells.entries()) {
    cell.name = `${field}.${number}.${cell.name.split(".").pop()}`;
    cell.value = "";
    cell.removeAttribute("data-from-example");
    cell.setAttribute("aria-label", say("form.cell", { column: headings[place] ?? "", row: words }));
  }
  const head = row.querySelector("th");
  if (head) {
    const own = /** @type {HTMLTextAreaElement} */ (cells[0]?.cloneNode(true));
    own.name = `${field}.${number}.${HEADING}`;
    own.setAttribute("aria-label", say("form.cell", { column: say("form.row-heading"), row: words }));
    head.replaceChildren(own);
  }
  const after = rows.findLast((each) => numberOf(each) < number);
  if (after) after.after(row);
  else table.tBodies[0]?.prepend(row);
  row.dispatchEvent(new Event("row-added", { bubbles: true }));
  return row;
}

/** The headings of a table's columns that are filled in. @param {HTMLTableElement} table */
export const columnsOf = (table) =>
  findAll(table, "thead th", HTMLElement).map(({ textContent }) => textContent?.trim() ?? "");

/** Add the rows that entries have, and the tables of a form do not. @param {HTMLFormElement} form @param {Entries} entries */
export function growTables(form, entries) {
  for (const table of tablesIn(form)) {
    const wanted = Object.keys(entries).flatMap((name) => {
      const found = NUMBERED.exec(name);
      return found?.[1] === fieldOf(table) ? [Number(found[2])] : [];
    });
    grow(table, wanted);
  }
}

/** Add those rows of these numbers that a table does not have. @param {HTMLTableElement} table @param {number[]} wanted */
function grow(table, wanted) {
  const there = new Set(rowsOf(table).map(numberOf));
  for (const number of [...new Set(wanted)].sort((one, other) => one - other)) {
    if (!there.has(number)) addRow(table, number);
  }
}

/** The rows that were added to the tables of a form. @param {HTMLFormElement} form @returns {Added} */
export function addedRows(form) {
  const found = tablesIn(form).map((table) => [fieldOf(table), rowsOf(table).filter(wasAdded).map(numberOf)]);
  return Object.fromEntries(found.filter(([, numbers]) => numbers?.length));
}

/** Have these rows in the tables of a form, beside its own, and no others. @param {HTMLFormElement} form @param {Added} added */
export function setAddedRows(form, added) {
  for (const table of tablesIn(form)) {
    const wanted = added[fieldOf(table)] ?? [];
    for (const row of rowsOf(table)) if (wasAdded(row) && !wanted.includes(numberOf(row))) row.remove();
    grow(table, wanted);
  }
}

/** Offer to add a row below each table. @param {HTMLFormElement} form */
export function offerRows(form) {
  for (const table of tablesIn(form)) {
    const button = document.createElement("button");
    button.type = "button";
    button.classList.add("button", "button--quiet", "tool-form__add");
    button.textContent = say("form.add-row");
    button.setAttribute("aria-label", say("form.add-row-to", { table: labelOf(table) }));
    button.addEventListener("click", () => {
      const row = addRow(table);
      find(row, "textarea", HTMLTextAreaElement).focus();
      form.dispatchEvent(new Event("filled"));
    });
    table.closest(".table-scroll")?.after(button);
  }
}
