import { fillOwn } from "../shared/fill.js";
import { find, findAll } from "../shared/find.js";
import { say } from "../shared/words.js";
import { cellsOf, columnsOf, numberOf, rowsOf, tablesIn, wasAdded } from "./table-rows.js";

/** @typedef {HTMLTableRowElement} Row */

/** The table that a row stands in. @param {Row} row */
const tableOf = (row) => /** @type {HTMLTableElement} */ (row.closest("table"));

/**
 * The rows among which this one can be moved. A number is a row's place and no more: Word files and drafts have rows by
 * it. So what is written moves from one number to another. A row that the form names is a question, and stays where it is.
 * @param {Row} row
 */
function movable(row) {
  const rows = rowsOf(tableOf(row));
  return rows.some((each) => each.querySelector("th")) ? rows.filter(wasAdded) : rows;
}

/** Hand what is written in one row to another, and the other way round. @param {Row} one @param {Row} other */
function exchange(one, other) {
  const others = cellsOf(other);
  for (const [place, cell] of cellsOf(one).entries()) {
    const there = others[place];
    if (there) [cell.value, there.value] = [there.value, cell.value];
  }
}

/** Beside each row, what moves it and takes it away. */
export class RowTools {
  /**
   * @param {HTMLElement} widget
   * @param {HTMLFormElement} form
   * @param {(message: string) => void} changed  is told what was done
   */
  constructor(widget, form, changed) {
    this.widget = widget;
    this.form = form;
    this.changed = changed;
    for (const table of tablesIn(form)) this.#prepare(table);
    form.addEventListener("row-added", ({ target }) => this.#offer(/** @type {Row} */ (target)));
    form.addEventListener("click", ({ target }) => this.#press(target));
    form.addEventListener("keydown", (event) => this.#leave(event));
  }

  /** @param {HTMLTableElement} table */
  #prepare(table) {
    table.classList.add("tool-form__rows");
    table.setAttribute("role", "table"); // on a phone it is laid out as a list, and is a table all the same
    const head = table.tHead?.rows[0];
    const end = head?.insertCell();
    end?.classList.add("tool-form__tools");
    for (const cell of findAll(table, "thead th", HTMLElement)) cell.setAttribute("role", "columnheader");
    head?.setAttribute("role", "row");
    for (const row of rowsOf(table)) this.#offer(row);
  }

  /** @param {Row} row */
  #offer(row) {
    const columns = columnsOf(tableOf(row));
    row.querySelector(".tool-form__tools")?.remove();
    row.setAttribute("role", "row");
    row.querySelector("th")?.setAttribute("role", "rowheader");
    for (const [place, cell] of [...row.querySelectorAll("td")].entries()) {
      cell.dataset.column = columns[place] ?? "";
      cell.setAttribute("role", "cell");
    }
    const end = row.insertCell();
    end.className = "tool-form__tools";
    end.setAttribute("role", "cell");
    if (!movable(row).includes(row)) return;
    const words = say("form.row", { number: numberOf(row) });
    end.append(fillOwn(this.widget, "row-tools", { row: words }));
  }

  /** @param {EventTarget | null} target */
  #press(target) {
    const button = target instanceof Element ? target.closest("button") : null;
    const row = button?.closest("tr");
    if (!button || !row) return;
    const { dataset } = button;
    if ("tools" in dataset) this.#open(row, button.getAttribute("aria-expanded") === "false");
    else if ("up" in dataset) this.#move(row, -1, "[data-up]");
    else if ("down" in dataset) this.#move(row, 1, "[data-down]");
    else if ("takeAway" in dataset) this.#takeAway(row);
  }

  /** @param {KeyboardEvent} event */
  #leave(event) {
    const row = event.target instanceof Element ? event.target.closest("tr") : null;
    const button = row?.querySelector("[data-tools][aria-expanded=true]");
    if (event.key !== "Escape" || !row || !(button instanceof HTMLElement)) return;
    this.#open(row, false);
    button.focus();
  }

  /** Show the tools of a row, and of no other; or of none. @param {Row} row @param {boolean} open */
  #open(row, open) {
    for (const button of findAll(this.form, "[data-tools]", HTMLElement)) {
      const here = open && row.contains(button);
      button.setAttribute("aria-expanded", String(here));
      find(/** @type {Element} */ (button.parentElement), "[data-moves]", HTMLElement).hidden = !here;
    }
    if (!open) return;
    const rows = movable(row);
    find(row, "[data-up]", HTMLElement).setAttribute("aria-disabled", String(rows[0] === row));
    find(row, "[data-down]", HTMLElement).setAttribute("aria-disabled", String(rows.at(-1) === row));
  }

  /** @param {Row} row @param {number} by @param {string} button  to be pressed again, in the row's new place */
  #move(row, by, button) {
    const rows = movable(row);
    const other = rows[rows.indexOf(row) + by];
    if (!other) return;
    exchange(row, other);
    this.#open(other, true);
    find(other, button, HTMLElement).focus();
    other.scrollIntoView({ block: "nearest", behavior: "instant" });
    this.changed(say("form.row-moved", { from: numberOf(row), to: numberOf(other) }));
  }

  /** Those below move up by one; the last place goes, or where it is the form's own, is empty. @param {Row} row */
  #takeAway(row) {
    const rows = movable(row);
    const [at, number] = [rows.indexOf(row), numberOf(row)];
    for (const [index, each] of rows.entries()) {
      const next = rows[index + 1];
      if (index >= at && next) exchange(each, next);
    }
    const last = /** @type {Row} */ (rows.at(-1));
    const table = tableOf(last);
    for (const cell of cellsOf(last)) cell.value = "";
    if (wasAdded(last)) last.remove();
    this.#open(row, false);
    const stays = last.isConnected || last !== row ? row : rows[at - 1];
    const add = table.closest(".field")?.querySelector(".tool-form__add");
    const focused = stays?.querySelector("[data-tools]") ?? add;
    if (focused instanceof HTMLElement) focused.focus();
    this.changed(say("form.row-taken-away", { number }));
  }
}
