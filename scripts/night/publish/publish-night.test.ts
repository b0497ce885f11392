import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { aPublishedRepository, type PublishedRepository } from "../../../tests/builders/a-published-repository.ts";
import { writeSmallCurated } from "../../../tests/builders/a-small-curated.ts";
import { NIGHT_EXIT } from "../night-exit.ts";
import type { Command } from "./command.ts";
import { type PublishedNight, publishNight } from "./publish-night.ts";
import { readNight } from "./read-night.ts";

const RUN_URL = "https://github.com/acme/parity/actions/runs/1";

/** Each test begins in a repository of its own, in which no night was published yet. */
describe.runIf(process.platform !== "win32")("a night is published", () => {
  let folder: string;
  let recordings: string;
  let repository: PublishedRepository;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "published-"));
    recordings = join(folder, "recordings");
    cpSync("tests/fixtures/openrouter", recordings, { recursive: true });
    writeSmallCurated(join(folder, "curated"));
    repository = aPublishedRepository(folder);
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  function publish(refresh: Command, checkSays: 0 | 1 = 0): PublishedNight {
    const check = nodeScript(`console.log("not so: a rule"); process.exitCode = ${checkSays}`);
    const night = readNight(repository.place, { refresh, check }, () => undefined);
    return publishNight(repository.place, night, RUN_URL);
  }

  const nodeScript = (code: string): Command => ({ program: process.execPath, args: ["-e", code] });
  /** The job itself, on the recordings. */
  const theJob = (): Command => {
    const options = ["--from", recordings, "--curated", join(folder, "curated")];
    return { program: process.execPath, args: [resolve("scripts/night/refresh.ts"), ...options] };
  };

  /** What the job does as far as publishing can tell: a file, a report, a message, a code. */
  function played(day: string, held: readonly string[]): Command {
    const findings = held.map((subject) => ({ rule: "priceZero", action: "hold", scope: "offer", subject, detail: day }));
    const run = JSON.stringify({ schemaVersion: 1, asOf: day, sources: [], findings });
    const [code, report, message] = [held.length > 0 ? NIGHT_EXIT.held : 0, `# Night of ${day}\n\n${held}`, `data: ${day}`];
    return nodeScript(`require("node:fs").mkdirSync("data/generated", { recursive: true });
      require("node:fs").writeFileSync("data/generated/run.json", ${JSON.stringify(run)});
      console.log(${JSON.stringify(report)}); console.error(${JSON.stringify(message)}); process.exitCode = ${code}`);
  }

  const head = () => repository.git("rev-parse", "origin/main");

  test("commits the first night and opens no issue, and commits nothing when nothing changed", () => {
    const { commit, summary, faults } = publish(theJob());
    expect(faults).toEqual([]);
    expect(repository.pushed()).toEqual(["data: 0 price changes, 10 new offers", "Start"]);
    expect(repository.git("show", "--name-only", "--format=%an")).toMatch(/^github-actions\[bot\]\n\ndata\/generated\//);
    expect(commit).toBe(head());
    expect(summary).toMatch(/^# Night of 2026-08-22\n/);
    expect(repository.openIssue()).toBeNull();
    const again = publish(theJob());
    expect(again.faults).toEqual([]);
    expect(repository.pushed()).toHaveLength(2);
    expect(again.commit).toBe(head());
  });

  test("commits what is safe and opens an issue where a price is held", () => {
    publish(theJob());
    rewrite("models.json", (text) =>
      text.replace('"0.0000006000000000000001"', '"0.0000007"').replaceAll('"0.0000125"', '"0.000125"'),
    );
    rewrite("recorded.json", (text) => text.replace(/("models\.json".*?"readAt": ")[\d-]+/, "$12026-08-23"));
    const { commit, faults } = publish(theJob());
    expect([faults, commit]).toEqual([[], head()]);
    expect(repository.pushed()[0]).toBe("data: 1 price change, 0 new offers");
    expect(repository.openIssue()).toMatch(/\*\*hold\*\* .*acme\/nova-9/);
    expect(repository.openIssue()).toContain(`[The run](${RUN_URL})`);
    expect(repository.ghCalls()).toContainEqual(expect.stringMatching(/^issue create --title .* --label nightly --body-file /));
  });

  test("pushes on top of what people merged meanwhile, and comments on the open issue what is newly held", () => {
    publish(played("2026-08-23", ["acme/three"]));
    mergeMeanwhile(repository);
    const { commit, faults } = publish(played("2026-08-24", ["@cf/acme/one", "acme/two"]));
    expect([faults, commit]).toEqual([[], head()]);
    expect(repository.pushed().slice(0, 2)).toEqual(["data: 2026-08-24", "Meanwhile"]);
    expect(repository.openIssue()).toMatch(/^# Night of 2026-08-24\n\n@&#8203;cf\/acme\/one,acme\/two\n/);
    expect(repository.comments()).toMatch(/^New tonight \(2\):\n\n- priceZero \\@&#8203;cf\/acme\/one: 2026-08-24\n/);
    expect(repository.ghCalls().filter((call) => call.startsWith("issue create"))).toHaveLength(1);
  });

  test("says nothing new of what was held last night", () => {
    publish(played("2026-08-23", ["acme/one"]));
    publish(played("2026-08-24", ["acme/one", "acme/two"]));
    const before = repository.comments();
    expect(before).toContain("acme/two");
    expect(publish(played("2026-08-25", ["acme/two"])).faults).toEqual([]);
    expect(repository.openIssue()).toMatch(/^# Night of 2026-08-25\n/);
    expect(repository.comments()).toBe(before);
  });

  test("closes the issue when the night is quiet again", () => {
    publish(played("2026-08-25", ["acme/two"]));
    expect(repository.openIssue()).not.toBeNull();
    expect(publish(played("2026-08-26", [])).faults).toEqual([]);
    expect(repository.openIssue()).toBeNull();
    expect(repository.ghCalls().at(-1)).toBe(`issue close 7 --comment A night without findings: ${RUN_URL}`);
  });

  test("commits nothing the data check refuses, and says so", () => {
    const before = repository.pushed();
    const { commit, faults } = publish(played("2026-08-27", []), 1);
    expect([commit, faults]).toEqual([null, ["the night failed"]]);
    expect(repository.pushed()).toEqual(before);
    expect(repository.openIssue()).toContain("## Not committed: the data check failed\n\n    not so: a rule");
  });

  test("commits and deploys although no issue can be written, and fails all the same, so that somebody hears", () => {
    repository.breakIssues("the 'acme/parity' repository has disabled issues");
    const { commit, summary, faults } = publish(played("2026-08-28", ["acme/two"]));
    expect(repository.pushed()[0]).toBe("data: 2026-08-28");
    expect(commit).toBe(head());
    expect(faults).toEqual([expect.stringContaining("has disabled issues")]);
    expect(summary).toMatch(/## The issue could not be written\n\n {4}gh issue list .*has disabled issues/);
  });

  test.each([
    ["a crash", "process.exitCode = 1"],
    ["a promise nobody waits for", "Promise.reject(new Error('lost'))"],
    ["a module that is not there", "import('./gone.mjs')"],
    ["a night without a message", "process.exitCode = 0"],
  ])("takes %s for a failed night, never for one that holds something", (_, code) => {
    const before = repository.pushed();
    const { commit, summary, faults } = publish(nodeScript(code));
    expect([commit, faults]).toEqual([null, ["the night failed"]]);
    expect(summary).toMatch(/^# The night failed\n\n {4}refresh ended with [01]/);
    expect(repository.pushed()).toEqual(before);
  });

  test("fails and says why when nothing could be written", () => {
    const before = repository.pushed();
    writeFileSync(join(recordings, "recorded.json"), "{");
    const { commit, summary, faults } = publish(theJob());
    expect([commit, faults]).toEqual([null, ["the night failed"]]);
    expect(repository.pushed()).toEqual(before);
    expect(summary).toMatch(/^# The night failed\n\n {4}refresh: /);
    expect(repository.openIssue()).toContain("recorded.json");
  });

  test("fails when the commit cannot be pushed, deploys nothing and says so in the issue", () => {
    repository.git("remote", "set-url", "origin", join(folder, "gone.git"));
    const { commit, faults } = publish(played("2026-08-29", []));
    expect(commit).toBeNull();
    expect(faults).toEqual([expect.stringMatching(/^git .*pull .* ended with 1: .*gone/s)]);
    expect(repository.openIssue()).toContain("## Not committed\n\n    git ");
  });

  function rewrite(name: string, change: (text: string) => string): void {
    const path = join(recordings, name);
    writeFileSync(path, change(readFileSync(path, "utf8")));
  }

  function mergeMeanwhile({ git, place }: PublishedRepository): void {
    git("fetch", "--quiet");
    git("worktree", "add", "--quiet", "--detach", "../merge", "origin/main");
    writeFileSync(join(place.folder, "..", "merge", "MEANWHILE.md"), "A change people merged.\n");
    git("-C", "../merge", "add", "MEANWHILE.md");
    git("-C", "../merge", "commit", "--quiet", "--message", "Meanwhile");
    git("-C", "../merge", "push", "--quiet", "origin", "HEAD:main");
  }
});
