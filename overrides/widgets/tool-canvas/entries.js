/**
 * What can be done to a form's entries by way of its picture: each function takes entries, and gives others. The form and
 * the picture hold the very same: `<field>.<row>.<column>`, each with one text.
 *
 * @typedef {import('../shared/form-entries.js').Entries} Entries
 * @typedef {{id: string, own: string | null, headed: boolean, columns: Record<string, string>}} MarkTable  the column in
 *   which a row's own name stands, if there is one; whether rows are headed by a name; and the other columns
 * @typedef {{id: string, name: string, add: string, new: string, tables: MarkTable[]}} Kind  what stands on the picture
 * @typedef {{title: string, kinds: Kind[], links: string | null, follow: string | null}} Spec  the ids of the fields that
 *   are drawn, and what they are called
 * @typedef {{id: string, kind: string, name: string, label: string, rows: Record<string, string>, slot?: string,
 *   named?: string[]}} Mark  of
 *   what Python says: by the id of each table, the row in which the mark stands; the slot that it lies in; and the cells
 *   that name it in other words than its own, or beside the ends of links
 */

/** The column that the heading of an added row is kept in. */
const HEADING = "row";

/** @param {Entries} entries @param {string} name */
export const textOf = (entries, name) => entries[name]?.[0] ?? "";

/** Set one text; an empty one is none. @param {Entries} entries @param {string} name @param {string} text @returns {Entries} */
export function withText(entries, name, text) {
  const { [name]: _, ...others } = entries;
  return text.trim() ? { ...others, [name]: [text] } : others;
}

/** Names as people read them: without what makes no difference. @param {string} name */
const asRead = (name) => name.trim().replace(/\s+/g, " ").toLowerCase();

/** The rows of a table in which something stands. @param {Entries} entries @param {string} table */
export function rowsOf(entries, table) {
  const inside = Object.keys(entries).filter((name) => name.startsWith(`${table}.`));
  return [...new Set(inside.map((name) => name.slice(table.length + 1).split(".")[0] ?? ""))];
}

/** The first number that no row of some tables has. @param {Entries} entries @param {string[]} tables */
function freshRow(entries, tables) {
  const used = new Set(tables.flatMap((table) => rowsOf(entries, table)));
  let number = 1;
  while (used.has(String(number))) number += 1;
  return String(number);
}

/** Add a mark. @param {Entries} entries @param {Kind} kind @param {string} name @returns {{entries: Entries, row: string}} */
export function withMark(entries, { tables }, name) {
  const row = freshRow(
    entries,
    tables.map(({ id }) => id),
  );
  const added = Object.fromEntries(tables.map((table) => [`${table.id}.${row}.${nameColumn(table)}`, [name]]));
  return { entries: { ...entries, ...added }, row };
}

/**
 * Add marks from a list: each of its rows holds a name, then cells, of which `keys` says where they go. A row whose name
 * is there already fills in what the mark does not have yet.
 * @param {Entries} entries @param {Spec} spec @param {Kind} kind @param {{rows: string[][], keys: string[]}} list
 * @param {Mark[]} marks  those of this kind that are there
 * @param {Record<string, string>} sets  what is written for where a new one stands
 * @returns {{entries: Entries, added: number, known: number}}
 */
export function withList(entries, spec, kind, { rows, keys }, marks, sets) {
  let changed = entries;
  const here = new Map(marks.map((mark) => [asRead(mark.name), mark]));
  let added = 0;
  let known = 0;
  for (const [first = "", ...cells] of rows) {
    const name = first.trim().replace(/\s+/g, " ");
    if (!name) continue;
    let mark = here.get(asRead(name));
    if (mark) known += 1;
    else {
      const made = withMark(changed, kind, name);
      const own = Object.fromEntries(kind.tables.map(({ id }) => [id, made.row]));
      mark = { id: "", kind: kind.id, name, label: "", rows: own };
      changed = moved(made.entries, spec, mark, sets);
      here.set(asRead(name), mark);
      added += 1;
    }
    for (const [place, key] of keys.entries()) {
      const text = cells[place] ?? "";
      const [table, column] = apart(key);
      const row = mark.rows[table];
      const empty = row === undefined || !textOf(changed, `${table}.${row}.${column}`) || key in sets;
      if (text && empty) changed = withCell(changed, spec, mark, key, text);
    }
  }
  return { entries: changed, added, known };
}

/** The column in which an added row's name stands. @param {MarkTable} table */
const nameColumn = ({ own, headed }) => (headed ? HEADING : (own ?? HEADING));

/**
 * Name a mark anew, in its tables and in each link that names it.
 * @param {Entries} entries @param {Spec} spec @param {Mark} mark @param {string} name
 * @returns {Entries}
 */
export function renamed(entries, spec, mark, name) {
  let changed = entries;
  for (const { id, own } of tablesOf(spec, mark)) {
    const row = mark.rows[id];
    if (row === undefined) continue;
    const heading = `${id}.${row}.${HEADING}`;
    const cell = `${id}.${row}.${own}`;
    if (own !== null && (textOf(entries, cell) || !textOf(entries, heading))) changed = withText(changed, cell, name);
    else if (textOf(entries, heading)) changed = withText(changed, heading, name);
  }
  for (const each of naming(entries, spec, mark)) changed = withText(changed, each, name);
  return changed;
}

/** The tables in which a mark stands. @param {Spec} spec @param {Mark} mark @returns {MarkTable[]} */
const tablesOf = ({ kinds }, mark) => kinds.find(({ id }) => id === mark.kind)?.tables ?? [];

/** Take a mark away, with its links. @param {Entries} entries @param {Spec} spec @param {Mark} mark @returns {Entries} */
export function withoutMark(entries, spec, mark) {
  const tables = tablesOf(spec, mark).flatMap(({ id }) =>
    mark.rows[id] === undefined ? [] : [`${id}.${mark.rows[id]}.`],
  );
  const named = naming(entries, spec, mark);
  const links = named.filter((name) => isLink(spec, name)).map((name) => `${apart(name)[0]}.`);
  const others = named.filter((name) => !isLink(spec, name));
  return without(entries, [...tables, ...links, ...others]);
}

/** @param {Entries} entries @param {string[]} beginnings @returns {Entries} */
const without = (entries, beginnings) =>
  Object.fromEntries(Object.entries(entries).filter(([name]) => !beginnings.some((each) => name.startsWith(each))));

/** @param {Spec} spec @param {string} cell */
const isLink = ({ links }, cell) => links !== null && cell.startsWith(`${links}.`);

/** The cells of other rows that name a mark. @param {Entries} entries @param {Spec} spec @param {Mark} mark */
function naming(entries, spec, { name, named = [] }) {
  const ends = Object.keys(entries).filter(
    (each) => isLink(spec, each) && /\.(from|to)$/.test(each) && asRead(textOf(entries, each)) === asRead(name),
  );
  return [...new Set([...ends, ...named])];
}

/**
 * Add a link, in the first row that is free.
 * @param {Entries} entries @param {string} table @param {{from: string, what: string, to: string}} link
 * @returns {{entries: Entries, id: string}}
 */
export function withLink(entries, table, link) {
  const id = freshRow(entries, [table]);
  let changed = entries;
  for (const [column, text] of Object.entries(link)) changed = withText(changed, `${table}.${id}.${column}`, text);
  return { entries: changed, id };
}

/** @param {Entries} entries @param {string} table @param {string} id @returns {Entries} */
export const withoutLink = (entries, table, id) => without(entries, [`${table}.${id}.`]);

/**
 * Change a cell of a mark. In a table in which it has no row yet it gets one, headed by its name where it was added.
 * @param {Entries} entries @param {Spec} spec @param {Mark} mark @param {string} key  the table's id, and the column
 * @param {string} text
 * @returns {Entries}
 */
export function withCell(entries, spec, mark, key, text) {
  const [table, column] = apart(key);
  const known = mark.rows[table];
  const like = Object.values(mark.rows)[0] ?? "1";
  const row =
    known ?? (/^\d+$/.test(like) && rowsOf(entries, table).includes(like) ? freshRow(entries, [table]) : like);
  const changed = withText(entries, `${table}.${row}.${column}`, text);
  const added = known === undefined && /^\d+$/.test(row);
  const own = tablesOf(spec, mark).find(({ id }) => id === table);
  return added && own ? withText(changed, `${table}.${row}.${nameColumn(own)}`, mark.name) : changed;
}

/** A table and one of its columns. @param {string} key @returns {[string, string]} */
export function apart(key) {
  const parts = key.split(".");
  return [parts.slice(0, -1).join("."), parts.at(-1) ?? ""];
}

/**
 * Put a mark into a slot: the cells that it stands for are written into the mark's rows.
 * @param {Entries} entries @param {Spec} spec @param {Mark} mark @param {Record<string, string>} sets  texts, by the
 *   table's id and the column
 * @returns {Entries}
 */
export function moved(entries, spec, mark, sets) {
  let changed = entries;
  for (const [key, text] of Object.entries(sets)) changed = withCell(changed, spec, mark, key, text);
  return changed;
}
