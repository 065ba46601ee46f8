/**
 * What is kept passes the same check when it is read as when it comes in. The check is Python's, so it comes after the
 * page is there: what fails is set aside, and the page is shown anew without it.
 */

import { readGroup, saveGroup } from "./groups.js";
import { pageGroup } from "./page-group.js";
import { ask } from "./python.js";
import { setAside } from "./storage.js";

/** Check what this device keeps of the page's group. */
export async function checkKept() {
  const id = pageGroup();
  const group = id === null ? null : readGroup(id);
  if (!group) return;
  const parts = Object.fromEntries(Object.entries(group.data).map(([part, value]) => [part, JSON.stringify(value)]));
  const { bad } = await ask({ call: "workspace", do: "check", parts });
  if (bad.length === 0) return;
  const data = { ...group.data };
  for (const part of bad) {
    setAside(JSON.stringify({ ...group, data: { [part]: data[part] } }), group.id);
    delete data[part];
  }
  saveGroup({ ...group, data, rev: group.rev + 1 }, true);
  history.replaceState({ ...history.state, setAside: true }, "");
  location.reload();
}
