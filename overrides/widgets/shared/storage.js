/**
 * The browser's storage, as far as this site uses it: texts under keys that hold the site's path, since sites of several
 * forks may share a host name. Every save is read back.
 */

const PATH = new URL("../../", import.meta.url).pathname;
const SET_ASIDE = "set-aside.";

/** A save that the browser refused, or that it has no room for. Whoever catches it says so in words for the page. @extends Error */
export class StorageError extends Error {}

/** @param {string} name @returns {string | null} the text kept under a name; null where there is none, or none is given */
export function get(name) {
  try {
    return localStorage.getItem(`${PATH}#${name}`);
  } catch {
    return null;
  }
}

/** @param {string} name @param {string} text @throws {StorageError} where the browser keeps nothing, or has no room */
export function put(name, text) {
  try {
    localStorage.setItem(`${PATH}#${name}`, text);
    if (localStorage.getItem(`${PATH}#${name}`) === text) return;
  } catch (error) {
    throw new StorageError("not kept", { cause: error });
  }
  throw new StorageError("not read back");
}

/** @param {string} name */
export function remove(name) {
  try {
    localStorage.removeItem(`${PATH}#${name}`);
    sessionStorage.removeItem(`${PATH}#tab.${name}`);
  } catch {
    // Where nothing may be kept, there is nothing to take away.
  }
}

/** @param {string} start @returns {string[]} the names that begin so, in order */
export function names(start = "") {
  try {
    const begins = `${PATH}#${start}`;
    return Object.keys(localStorage)
      .filter((key) => key.startsWith(begins))
      .map((key) => key.slice(PATH.length + 1))
      .sort();
  } catch {
    return [];
  }
}

/**
 * Keep a text about what stands under a name for as long as this tab is open. It goes when that is taken away.
 * @param {string} name @param {string} text @returns {boolean} whether there was room
 */
export function putInTab(name, text) {
  try {
    sessionStorage.setItem(`${PATH}#tab.${name}`, text);
    return true;
  } catch {
    return false;
  }
}

/** Take what this tab kept about a name: it is kept no longer. @param {string} name @returns {string | null} */
export function takeFromTab(name) {
  try {
    const text = sessionStorage.getItem(`${PATH}#tab.${name}`);
    sessionStorage.removeItem(`${PATH}#tab.${name}`);
    return text;
  } catch {
    return null;
  }
}

/**
 * Keep a text that cannot be used under a name of its own, to be taken away as a file: nothing is ever dropped.
 * @param {string} text @param {string} [group]  the id of the group whose text it is, where that is known
 */
export function setAside(text, group = "") {
  let moment = Date.now();
  const name = () => `${SET_ASIDE}${new Date(moment).toISOString()}.${group}`;
  while (get(name()) !== null) moment += 1; // each has a name of its own
  put(name(), text);
}

/** What is left of a text that was set aside. @param {string} name @param {string | null} text  null where nothing is */
export function replaceSetAside(name, text) {
  if (text === null) remove(name);
  else put(name, text);
}

/** @returns {{name: string, when: string, group: string, text: string}[]} what was set aside, of which group */
export function setAsideTexts() {
  return names(SET_ASIDE).map((name) => {
    const [when = "", group = ""] = name.slice(SET_ASIDE.length).split(/(?<=Z)\./);
    return { name, when, group, text: get(name) ?? "" };
  });
}

/**
 * Follow what another tab keeps or takes away.
 * @param {(name: string) => void} update
 */
export function onOtherTab(update) {
  addEventListener("storage", ({ key, newValue }) => {
    if (key?.startsWith(`${PATH}#`) && newValue === null) takeFromTab(key.slice(PATH.length + 1));
    if (key?.startsWith(`${PATH}#`)) update(key.slice(PATH.length + 1));
  });
}
