/**
 * What the laptop and the room's own window say to each other. Both are pages of this site in one browser, so no server
 * stands between; and what goes to the room is what everyone may see.
 *
 * @typedef {{side: string, side_name: string, people: number, expected: number}} SideCount
 * @typedef {{text: string, who: string, by: string}} Agreed  `by` is a day as in 2027-03-31, or empty
 * @typedef {{address: string, typed: string, flow: string, version: string,
 *   languages: import('./languages.js').Language[]}} Join  where people answer: the address, as people type it, and as a
 *   phone reads it, which then leads from the side to the code; which version they choose, empty where there is one; and
 *   the languages that they can choose, none where there is one
 * @typedef {object} RoomView  what the room is to show
 * @property {string} stage  as `STAGES` of the workshop names it
 * @property {{label: string, left: number, ends: number | null}} clock  the part of the plan, and its time
 * @property {Join | null} join  null where nothing is answered
 * @property {SideCount[]} sides
 * @property {any} result  as `framework/tools/workshop/call.py` gives it; null where nothing may be shown
 * @property {number} place  of the gap that is talked about
 * @property {{title: string, number: number, of: number} | null} step  of a plan without a check
 * @property {Agreed[]} agreed
 * @property {string} draft  what is being agreed, as it is typed
 */

/** Sites of several forks may share a host name, so the channel's name holds the site's path. */
const NAME = `${new URL("../../", import.meta.url).pathname}#room`;

/** What a room's window asks for when it opens. */
export const HELLO = "hello";

export const roomChannel = () => new BroadcastChannel(NAME);
