/** Blocks that stand on lines of their own. */
const BLOCKS = ["p", "div", "li", "h1", "h2", "h3", "h4", "h5", "h6", "pre"].join();

/**
 * The cells of what was copied from a spreadsheet or from a table of Word.
 * @param {DataTransfer} copied
 * @returns {string[][] | null} row by row; null where it is text like any other
 */
export function cellsIn(copied) {
  const cells = cellsOfHtml(copied.getData("text/html")) ?? cellsOfText(copied.getData("text/plain"));
  const isOne = cells?.length === 1 && cells[0]?.length === 1;
  return isOne ? null : cells;
}

/** What a program or a person puts before each line of a list. */
const BULLET = /^\s*[-–*•◦▪]\s+/;

/**
 * A list that was pasted or typed: a row for each line in which something stands, its cells parted by tabs.
 * @param {string} text @returns {string[][]}
 */
export function rowsIn(text) {
  const lines = () => text.split(/\r\n?|\n/).map((line) => [line.replace(BULLET, "").trim()]);
  return (cellsOfText(text) ?? lines()).filter((cells) => cells.some(Boolean));
}

/** The cells of a table, where nothing else was copied with it. @param {string} html */
function cellsOfHtml(html) {
  if (!/<table/i.test(html)) return null;
  const page = new DOMParser().parseFromString(html, "text/html"); // nothing of it is ever shown or run
  const [table, more] = page.querySelectorAll("table");
  if (!table || more) return null;
  for (const each of page.querySelectorAll("style, script, title, colgroup, caption")) each.remove();
  joinLines(page);
  for (const each of page.querySelectorAll("br")) each.replaceWith("\n");
  for (const each of page.querySelectorAll(BLOCKS)) {
    each.before("\n");
    each.after("\n");
  }
  const found = cellsOfTable(table);
  table.remove();
  return page.body.textContent?.trim() ? null : found;
}

/** @param {HTMLTableElement} table @returns {string[][]} */
function cellsOfTable(table) {
  /** @type {string[][]} */
  const found = [...table.rows].map(() => []);
  for (const [at, row] of [...table.rows].entries()) {
    const own = /** @type {string[]} */ (found[at]);
    for (const cell of row.cells) {
      let column = 0;
      while (own[column] !== undefined) column += 1;
      for (const below of found.slice(at, at + cell.rowSpan)) {
        for (let beside = 0; beside < cell.colSpan; beside += 1) below[column + beside] = "";
      }
      own[column] = textOf(cell);
    }
  }
  return found.map((row) => Array.from(row, (text) => text ?? ""));
}

/** Where a source breaks its own lines, it means a space. @param {Document} page */
function joinLines(page) {
  const texts = page.createTreeWalker(page.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const { currentNode } = texts;
    currentNode.nodeValue = (currentNode.nodeValue ?? "").replace(/\s+/g, " ");
  }
}

/** What stands in a cell, its paragraphs on lines. @param {Element} cell */
const textOf = (cell) => (cell.textContent ?? "").replace(/ *\n[ \n]*/g, "\n").trim();

/**
 * Cells with tabs between them, as spreadsheets copy them: what holds a tab, a line's end or a quote stands in quotes.
 * @param {string} text
 */
function cellsOfText(text) {
  if (!text.includes("\t")) return null;
  /** @type {string[][]} */
  const rows = [[]];
  const CELL = /(?:"((?:[^"]|"")*)"|([^\t\n]*))(\t|\n|$)/y;
  const whole = text.replace(/\r\n?/g, "\n").replace(/\n$/, "");
  while (CELL.lastIndex <= whole.length) {
    const found = CELL.exec(whole);
    if (!found) return null;
    const [, quoted, plain, end] = found;
    rows.at(-1)?.push((quoted?.replaceAll('""', '"') ?? plain ?? "").trim());
    if (end === "\n") rows.push([]);
    if (end === "") break;
  }
  return rows;
}
