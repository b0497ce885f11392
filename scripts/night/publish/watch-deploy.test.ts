import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { aPublishedRepository, type PublishedRepository } from "../../../tests/builders/a-published-repository.ts";
import { type GetPage, liveFaults, reportDeploy } from "./watch-deploy.ts";

const SITE = "https://acme.github.io/parity/";
const HOME = '<a href="/parity/models/">all</a> <a href="/parity/models/acme/nova-9/">Nova 9</a>';
const PAGES = {
  [SITE]: HOME,
  [`${SITE}models/acme/nova-9/`]: "Nova 9",
  [`${SITE}api/v1/index.json`]: '{"asOf":"2026-08-23"}',
};

/** A web of these pages; what is not there answers 404. Each turn of a waiting reader may have another web. */
function faultsOf(...webs: readonly Readonly<Record<string, string>>[]): Promise<readonly string[]> {
  let turn = 0;
  const get: GetPage = async (url) => {
    const text = webs[turn]?.[url];
    return text === undefined ? { status: 404, text: "" } : { status: 200, text };
  };
  const wait = async () => {
    turn += 1;
  };
  return liveFaults({ site: SITE, asOf: "2026-08-23", get, tries: webs.length, wait });
}

const YESTERDAY = { ...PAGES, [`${SITE}api/v1/index.json`]: '{"asOf":"2026-08-22"}' };

describe("the public site is held against tonight's data", () => {
  test("nothing is wrong with tonight's site", async () => {
    expect(await faultsOf(PAGES)).toEqual([]);
  });

  test("a copy of yesterday's is waited out", async () => {
    expect(await faultsOf(YESTERDAY, YESTERDAY, PAGES)).toEqual([]);
  });

  test.each([
    ["yesterday's site that stays", YESTERDAY, [`${SITE}api/v1/index.json is as of 2026-08-22, tonight is 2026-08-23`]],
    ["no site", {}, [`${SITE} answers 404`]],
    ["a home page without models", { ...PAGES, [SITE]: "Coming soon" }, [`${SITE} links to no model`]],
    ["a home page alone", { [SITE]: HOME }, [`${SITE}models/acme/nova-9/ answers 404`, `${SITE}api/v1/index.json answers 404`]],
    [
      "a page instead of the figures",
      { ...PAGES, [`${SITE}api/v1/index.json`]: "<!doctype html>" },
      [`${SITE}api/v1/index.json does not say its day`],
    ],
  ])("%s is told", async (_, web, faults) => {
    expect(await faultsOf(web, web)).toEqual(faults);
  });
});

describe.runIf(process.platform !== "win32")("the issue about the public site", () => {
  let folder: string;
  let repository: PublishedRepository;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "watched-"));
    repository = aPublishedRepository(folder);
  });
  afterEach(() => rmSync(folder, { recursive: true }));
  const tell = (...faults: readonly string[]) =>
    reportDeploy(repository.place, faults, "https://github.com/acme/parity/actions/runs/1");

  test("opens, hears of every further night, and closes", () => {
    const { openIssue, comments, ghCalls } = repository;
    tell();
    expect(openIssue()).toBeNull();
    tell("The deploy ended with: failure");
    expect(openIssue()).toMatch(/^- The deploy ended with: failure\n\n\[The run\]/);
    expect(comments()).toBe("");
    tell(`${SITE} answers 404`);
    expect([openIssue(), comments()]).toEqual([expect.stringContaining("answers 404"), expect.stringContaining("answers 404")]);
    tell();
    expect(openIssue()).toBeNull();
    expect(ghCalls()).toContainEqual(expect.stringMatching(/^issue create .* --label deploy /));
  });

  test("throws with gh's words where it cannot be written", () => {
    repository.breakIssues("HTTP 403");
    expect(() => tell("The deploy ended with: failure")).toThrow("HTTP 403");
  });

  test("the program says in the summary and by its code what the job did not do", () => {
    const { place, openIssue } = repository;
    const program = (...args: readonly string[]) => {
      const [summary, output] = [join(folder, "summary.md"), join(folder, "output")];
      const env = { ...place.env, RUNNER_TEMP: folder, GITHUB_STEP_SUMMARY: summary, GITHUB_OUTPUT: output };
      const options = { cwd: place.folder, env, encoding: "utf8" } as const;
      const { status } = spawnSync(process.execPath, [resolve("scripts/night/publish-night.ts"), ...args], options);
      return { status, summary: readFileSync(summary, "utf8"), hasOutput: existsSync(output) };
    };
    const published = program("publish");
    expect([published.status, published.hasOutput]).toEqual([1, false]);
    expect(published.summary).toMatch(/^# The night failed\n.*night\.json: no result of a night.*## Not deployed\n/s);
    const watched = program("watch", "--deploy", "failure");
    expect([watched.status, openIssue()]).toEqual([1, expect.stringContaining("The deploy ended with: failure")]);
  });
});
