import { fillOwn } from "../shared/fill.js";
import { cellsIn } from "../shared/pasted-cells.js";
import { say } from "../shared/words.js";
import { addRow, cellsOf, hasRoom, rowsOf } from "./table-rows.js";

/** @typedef {HTMLTableElement} Table */

/** The column that a cell stands in, by its name: 'chair-role.signed.7.name'. @param {HTMLTextAreaElement} cell */
const columnOf = (cell) => cell.name.split(".").pop() ?? "";

/**
 * Have cells that are pasted land in the cells of a table, from the one where the cursor is.
 * @param {HTMLElement} widget
 * @param {HTMLFormElement} form
 * @param {(message: string) => void} changed  is told what was done
 */
export function takePasted(widget, form, changed) {
  form.addEventListener("paste", (event) => {
    const { target, clipboardData } = event;
    const table = target instanceof HTMLTextAreaElement ? target.closest(".form-table") : null;
    const cells = clipboardData && cellsIn(clipboardData);
    if (!(target instanceof HTMLTextAreaElement) || !(table instanceof HTMLTableElement) || !cells) return;
    event.preventDefault();
    const { count, added, left } = put(table, target, cells);
    showLeft(widget, table, left);
    const done = say("form.pasted", { count });
    const rows = added > 0 ? ` ${say("form.pasted-rows", { count: added })}` : "";
    const over = left ? ` ${say("form.pasted-left")}` : "";
    changed(`${done}${rows}${over}`);
  });
}

/**
 * @param {Table} table
 * @param {HTMLTextAreaElement} from
 * @param {string[][]} cells
 * @returns {{count: number, added: number, left: string}} how many were filled in, how many rows were added, and what
 *   found no place, a row a line
 */
function put(table, from, cells) {
  const start = /** @type {HTMLTableRowElement} */ (from.closest("tr"));
  const first = rowsOf(table).indexOf(start);
  const columns = cellsOf(start).map(columnOf);
  const wanted = columns.slice(columns.indexOf(columnOf(from)));
  let [count, added] = [0, 0];
  /** @type {string[][]} */
  const left = [];
  for (const [at, texts] of cells.entries()) {
    let row = rowsOf(table)[first + at];
    if (!row && hasRoom(table)) {
      row = addRow(table);
      added += 1;
    }
    const places = row ? cellsOf(row) : [];
    for (const [index, text] of texts.entries()) {
      const place = places.find((each) => columnOf(each) === wanted[index]);
      if (!place) continue;
      place.value = text;
      count += 1;
    }
    left.push(row ? texts.slice(wanted.length) : texts);
  }
  const over = left.some((texts) => texts.some(Boolean));
  return { count, added, left: over ? left.map((texts) => texts.join("\t")).join("\n") : "" };
}

/** Show below a table what found no place in it, to be taken from there. @param {HTMLElement} widget @param {Table} table @param {string} left */
function showLeft(widget, table, left) {
  const field = /** @type {Element} */ (table.closest(".field"));
  field.querySelector("[data-left]")?.remove();
  if (!left) return;
  const shown = fillOwn(widget, "left", { left });
  shown.querySelector("[data-close-left]")?.addEventListener("click", () => {
    field.querySelector("[data-left]")?.remove();
    field.querySelector("textarea")?.focus();
  });
  table.closest(".table-scroll")?.after(shown);
}
