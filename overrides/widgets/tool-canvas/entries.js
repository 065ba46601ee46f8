/**
 * What can be done to a form's entries by way of its picture: each function takes entries, and gives others. The form and
 * the picture hold the very same: `<field>.<row>.<column>`, each with one text.
 *
 * @typedef {import('../shared/form-entries.js').Entries} Entries
 * @typedef {{title: string, marks: string[], links: string}} Spec  the ids of the fields that are drawn
 * @typedef {{id: string, name: string, label: string, rows: Record<string, string>}} Mark  of what Python says: by the id
 *   of each table, the row in which the mark stands
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

/** Add a mark. @param {Entries} entries @param {Spec} spec @param {string} name @returns {{entries: Entries, id: string}} */
export function withMark(entries, { marks }, name) {
  const id = freshRow(entries, marks);
  const added = Object.fromEntries(marks.map((table) => [`${table}.${id}.${HEADING}`, [name]]));
  return { entries: { ...entries, ...added }, id };
}

/**
 * Name a mark anew, in its tables and in each link that names it.
 * @param {Entries} entries @param {Spec} spec @param {Mark} mark @param {string} name @param {string} column  in which a named row's own name stands
 * @returns {Entries}
 */
export function renamed(entries, spec, mark, name, column) {
  let changed = entries;
  spec.marks.forEach((table, nth) => {
    const row = mark.rows[table];
    if (row === undefined) return;
    const heading = `${table}.${row}.${HEADING}`;
    const own = `${table}.${row}.${column}`;
    if (nth === 0 && (textOf(entries, own) || !textOf(entries, heading))) changed = withText(changed, own, name);
    else if (textOf(entries, heading)) changed = withText(changed, heading, name);
  });
  for (const each of endsOf(entries, spec, mark.name)) changed = withText(changed, each, name);
  return changed;
}

/** Take a mark away, with its links. @param {Entries} entries @param {Spec} spec @param {Mark} mark @returns {Entries} */
export function withoutMark(entries, spec, mark) {
  const tables = spec.marks.flatMap((table) =>
    mark.rows[table] === undefined ? [] : [`${table}.${mark.rows[table]}.`],
  );
  const links = endsOf(entries, spec, mark.name).map((name) => `${name.split(".").slice(0, -1).join(".")}.`);
  return without(entries, [...tables, ...links]);
}

/** @param {Entries} entries @param {string[]} beginnings @returns {Entries} */
const without = (entries, beginnings) =>
  Object.fromEntries(Object.entries(entries).filter(([name]) => !beginnings.some((each) => name.startsWith(each))));

/** The cells of links that name a mark. @param {Entries} entries @param {Spec} spec @param {string} name */
const endsOf = (entries, { links }, name) =>
  Object.keys(entries).filter(
    (each) =>
      each.startsWith(`${links}.`) && /\.(from|to)$/.test(each) && asRead(textOf(entries, each)) === asRead(name),
  );

/**
 * Add a link, in the first row that is free.
 * @param {Entries} entries @param {Spec} spec @param {{from: string, what: string, to: string}} link
 * @returns {{entries: Entries, id: string}}
 */
export function withLink(entries, { links }, link) {
  const id = freshRow(entries, [links]);
  const cells = Object.entries(link).map(([column, text]) => [`${links}.${id}.${column}`, [text]]);
  return { entries: { ...entries, ...Object.fromEntries(cells) }, id };
}

/** @param {Entries} entries @param {Spec} spec @param {string} id @returns {Entries} */
export const withoutLink = (entries, { links }, id) => without(entries, [`${links}.${id}.`]);

/**
 * Change a cell of a mark. In a table in which it has no row yet it gets one, headed by its name where it was added.
 * @param {Entries} entries @param {Mark} mark @param {string} table @param {string} column @param {string} text
 * @returns {Entries}
 */
export function withCell(entries, mark, table, column, text) {
  const known = mark.rows[table];
  const like = Object.values(mark.rows)[0] ?? "1";
  const row =
    known ?? (/^\d+$/.test(like) && rowsOf(entries, table).includes(like) ? freshRow(entries, [table]) : like);
  const changed = withText(entries, `${table}.${row}.${column}`, text);
  const added = known === undefined && /^\d+$/.test(row);
  return added ? withText(changed, `${table}.${row}.${HEADING}`, mark.name) : changed;
}
