import { today } from "./dates.js";
import { download } from "./download.js";
import { say } from "./words.js";

/** @typedef {import('./workspace.js').Workspace} Workspace */

const LONGEST_NAME = 60;

/** A name for a file, from words. @param {string} words */
const fileName = (words) =>
  words
    .normalize("NFKD")
    .replace(/[\u0300-\u036f]/g, "") // accents; the marks of other writings belong to their words
    .normalize("NFC")
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, "-")
    .replace(/^-+|-+$/g, "")
    .toLowerCase()
    .slice(0, LONGEST_NAME) || say("group.nameless");

/**
 * Hand the reader all that a group entered, as one file that people can read too. Other people's codes go into it only
 * when the reader says so.
 * @param {Workspace} workspace
 */
export function downloadWorkspace(workspace) {
  const people = gathered(workspace).flatMap(([, { codes }]) => /** @type {{code: string}[]} */ (Object.values(codes)));
  const count = people.filter(({ code }) => code).length;
  const whole = count === 0 || confirm(say("group.codes-too", { count })) ? workspace : withoutCodes(workspace);
  const name = say("group.file-name", { name: fileName(workspace.name), date: today() });
  download(`${name}.json`, "application/json", JSON.stringify(whole, null, 2));
}

/** The parts that hold other people's codes: a workshop, or a grid. @param {Workspace} workspace @returns {[string, any][]} */
const gathered = ({ data }) => Object.entries(data).filter(([, part]) => part?.codes);

/** The same without what other people answered. @param {Workspace} workspace @returns {Workspace} */
const withoutCodes = (workspace) => ({
  ...workspace,
  data: {
    ...workspace.data,
    ...Object.fromEntries(gathered(workspace).map(([name, part]) => [name, withoutAnswers(part)])),
  },
});

/** A part as it was before any code came. @param {any} part */
const withoutAnswers = (part) => ({
  ...part,
  codes: {},
  shown: {},
  ...("stage" in part ? { stage: "collect", place: 0 } : {}),
});
