// What Lighthouse says of some pages, one after the other in one browser, each as at a first visit.
//
// In, on stdin: {chrome, flags, tries, asked}: the path of a Chromium, its flags, how often a page is tried where
// Lighthouse's own trace fails, and for each page its {address, categories}. Out: a report for each, as a JSON list:
// the categories, and of the audits only title and score.

import { readFileSync } from "node:fs";
import { launch } from "chrome-launcher";
import lighthouse from "lighthouse";

const { chrome, flags, tries, asked } = JSON.parse(readFileSync(0, "utf-8"));
const browser = await launch({ chromePath: chrome, chromeFlags: ["--headless", ...flags] });

/** Where no time is measured, it need not wait for a page that has loaded to stay at rest. */
const UNTIMED = {
  throttlingMethod: "provided",
  pauseAfterFcpMs: 0,
  pauseAfterLoadMs: 0,
  networkQuietThresholdMs: 500,
  cpuQuietThresholdMs: 0,
};

async function report({ address, categories }) {
  const pace = categories.includes("performance") ? {} : UNTIMED;
  const settings = { port: browser.port, onlyCategories: categories, disableFullPageScreenshot: true, ...pace };
  const { lhr } = await lighthouse(address, { ...settings, logLevel: "error" });
  if (lhr.runtimeError) throw new Error(`${address}: ${lhr.runtimeError.message}`);
  const audits = Object.entries(lhr.audits).map(([id, { title, score }]) => [id, { title, score }]);
  return { categories: lhr.categories, audits: Object.fromEntries(audits) };
}

async function tried(page, left) {
  try {
    return await report(page);
  } catch (error) {
    if (left <= 1 || !error.message.includes("Please run Lighthouse again")) throw error;
    return tried(page, left - 1);
  }
}

try {
  const reports = [];
  for (const page of asked) reports.push(await tried(page, tries));
  process.stdout.write(JSON.stringify(reports));
} finally {
  await browser.kill();
}
