import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { basePath } from "./base-path.ts";
import { budgetLines, hasBudget, nodeCount, nodeLine, PAGE_NODES, PLAIN_PAGE_NODES } from "./budget.ts";
import { builtPages } from "./built-page.ts";
import { brokenLinks } from "./links.ts";
import {
  namesItself,
  noBadFigures,
  noRetiredWords,
  noSpaceInCells,
  nothingFromElsewhere,
  onlyTheLoader,
  outboundRel,
  sharedNames,
  strictPolicy,
} from "./page-faults.ts";
import { onePageOfEveryKind, pageKind } from "./page-kind.ts";
import { percentile, scriptBytes, weighPages } from "./page-weight.ts";
import { writeSyntheticData } from "./synthetic-data.ts";
import { growthExponent } from "./timed-build.ts";

const folder = mkdtempSync(join(tmpdir(), "built-"));
afterAll(() => rmSync(folder, { recursive: true }));

const page = (html: string, path = "/") => ({ path, html });

describe("a page is refused for", () => {
  test.each([
    ["<td>$0.00</td>", ["$0.00"]],
    ["<td>$0.000</td>", ["$0.000"]],
    ["<td>NaN</td>", ["NaN"]],
    ["<p>costs undefined a month</p>", ["undefined"]],
    ['<svg aria-label="undefined under list"></svg>', ["undefined"]],
    ["<p>[object Object]</p>", ["[object Object]"]],
    ["<td>-0.5</td>", ["-0.5"]],
    ["<td>−0.5</td>", ["−0.5"]],
    ["<td>$-1.50</td>", ["$-1"]],
  ])("the figure in %s", (html, found) => {
    expect(noBadFigures(page(html))).toEqual(found);
  });

  test.each(["<td>$0.0001</td>", "<td>−50 %</td>", "<td>−$0.07</td>", "<td>gpt-5-nano</td>", "<script>undefined</script>"])(
    "nothing in %s",
    (html) => {
      expect(noBadFigures(page(html))).toEqual([]);
    },
  );

  test.each([
    ["<th>Month, all in</th>", ["Month, all in"]],
    ['<label title="Kept for">', ["Kept for"]],
    ["<p>Two are dearer.</p>", ["dearer"]],
    ["<p>It says: <q>two are dearer</q>.</p>", []],
    ["<p>Monthly cost, fees included</p>", []],
  ])("the words in %s", (html, found) => {
    expect(noRetiredWords(page(html))).toEqual(found);
  });

  test.each([
    ["<tr><td data-num> 0.30</td></tr>", ["<td data-num> 0.30"]],
    ["<tr><td>\n<a>x</a></td></tr>", ["<td>\n"]],
    ["<tr><td>0.30 <i>x</i></td><td></td></tr>", []],
  ])("the space before a cell's words in %s", (html, found) => {
    expect(noSpaceInCells(page(html))).toEqual(found);
  });

  test.each([
    '<script src="https://cdn.example/x.js"></script>',
    '<img alt="" src="//cdn.example/x.png">',
    '<link rel="stylesheet" href="https://cdn.example/x.css">',
    "<style>@import 'https://cdn.example/x.css'</style>",
    "<style>p{background:url(https://cdn.example/x.png)}</style>",
  ])("loading from elsewhere: %s", (html) => {
    expect(nothingFromElsewhere(page(html))).toHaveLength(1);
  });

  test("no link that leads away", () => {
    expect(
      nothingFromElsewhere(page('<a href="https://openrouter.ai/">x</a><link rel="canonical" href="https://x.dev/">')),
    ).toEqual([]);
  });

  test.each([
    ['<a href="https://openrouter.ai/">x</a>', 1],
    ['<a class="x" href="https://openrouter.ai/" rel="nofollow">x</a>', 1],
    ['<a rel="noopener" href="https://openrouter.ai/">x</a>', 0],
    ['<a href="/data/">x</a><a href="#x">x</a>', 0],
    ['<meta property="og:url" content="https://x.dev/data/"><a href="https://x.dev/">x</a>', 0],
    ['<meta property="og:url" content="https://x.dev/data/"><a href="https://x.dev.evil.example/">x</a>', 1],
  ])("a link to another site without rel: %s", (html, found) => {
    expect(outboundRel(page(html))).toHaveLength(found);
  });

  test.each([
    ["", ["no Content-Security-Policy"]],
    ["script-src 'self' 'unsafe-inline'", ["Content-Security-Policy allows 'unsafe-inline'"]],
    ["script-src https://cdn.example", ["Content-Security-Policy allows https://cdn.example"]],
    ["script-src 'self' 'sha256-x'", []],
  ])("the policy %j", (policy, found) => {
    const html = policy === "" ? "" : `<meta http-equiv="Content-Security-Policy" content="${policy}">`;
    expect(strictPolicy(page(html))).toEqual(found);
  });

  test.each([
    ["<script>let a</script><script>let b</script>", ["2 inline scripts"]],
    [`<script>${"x".repeat(1025)}</script>`, ["inline script of 1025 bytes"]],
    ['<script type="module" src="/x.js"></script>', ['<script type="module" src="/x.js"></script>']],
    ['<p onclick="x()">', ['<p onclick="x()">']],
    [`<script>${"x".repeat(1024)}</script><script type="application/ld+json">{}</script>`, []],
  ])("scripts beside the loader: %s", (html, found) => {
    expect(onlyTheLoader(page(html))).toEqual(found);
  });

  test("not saying what it is", () => {
    expect(namesItself(page("<html><h1>a</h1><h1>b</h1>"))).toEqual([
      "lacks one h1",
      "lacks a description",
      "lacks a way past the navigation",
      "lacks an image to share",
      "lacks a canonical address",
    ]);
  });
});

test("two pages of one title are named", () => {
  expect(
    sharedNames([page("<title>a</title>", "/x/"), page("<title>a</title>", "/y/"), page("<title>b</title>", "/z/")]),
  ).toEqual(['/x/ /y/ share "a"']);
});

test("nine in ten is the ninth of ten", () => {
  expect(percentile([10, 1, 2, 3, 4, 5, 6, 7, 8, 9], 0.9)).toBe(9);
  expect(percentile([], 0.9)).toBe(0);
});

test.each([
  ["/models/anthropic/claude-opus-4.8/", true],
  ["/models/anthropic/", false],
  ["/platforms/openrouter/", false],
  ["/best/chat/", true],
  ["/best/chat/vision/", true],
  ["/best/", false],
  ["/best/free/", false],
  ["/best/chat/as-of/2026-11-20/", false],
  ["/", true],
])("%s has a budget: %s", (path, has) => {
  expect(hasBudget({ path })).toBe(has);
});

test.each([
  ["<main><p>a</p></main>", 2],
  ["<!doctype html><p>1 < 2<br>b</p>", 2],
  ["<p>a</p><noscript><p>b</p></noscript>", 2],
  ["<script>'<p>'</script><style>a<b</style><P>x</P>", 3],
])("%s has %i elements", (html, count) => {
  expect(nodeCount(page(html))).toBe(count);
});

test("the page of most elements is named, and every page over the limit is a fault", () => {
  const crowded = page("<i></i>".repeat(PAGE_NODES + 1), "/b/");
  expect(nodeLine([page("<p>", "/a/"), crowded])).toEqual({
    ...{ path: "/b/", nodes: PAGE_NODES + 1, limit: PAGE_NODES },
    over: [{ path: "/b/", nodes: PAGE_NODES + 1 }],
  });
  expect(nodeLine([page("<i></i>".repeat(PAGE_NODES))]).over).toEqual([]);
});

test("without scripts what a noscript holds are elements too, and have a limit of their own", () => {
  const resting = page(`<noscript>${"<i></i>".repeat(PLAIN_PAGE_NODES)}</noscript>`);
  expect(nodeLine([resting])).toMatchObject({ nodes: 1, over: [] });
  expect(nodeLine([resting], "off")).toMatchObject({ nodes: PLAIN_PAGE_NODES + 1, over: [{ nodes: PLAIN_PAGE_NODES + 1 }] });
});

test("a page weighs its markup, what it loads, and later its module with all that imports", async () => {
  mkdirSync(join(folder, "_astro"));
  writeFileSync(join(folder, "_astro", "a.js"), 'import{b}from"./b.js";b()');
  writeFileSync(join(folder, "_astro", "b.js"), 'export const b=()=>import("./never.js")');
  writeFileSync(join(folder, "x.css"), "p{color:red}");
  writeFileSync(join(folder, "index.html"), '<link rel="stylesheet" href="/x.css"><form data-module="/_astro/a.js"></form>');
  const [home, ...others] = await weighPages(folder, builtPages(folder));
  expect(others).toEqual([]);
  expect(home?.path).toBe("/");
  expect(home?.htmlBytes).toBeGreaterThan(40);
  expect(home?.loadedBytes).toBeGreaterThan(10);
  expect(home?.laterBytes).toBeGreaterThan(50);
  expect(await scriptBytes(folder, "/_astro/a.js")).toBe(home?.laterBytes);
  const [line] = budgetLines([{ path: "/models/a/b/", htmlBytes: 9_000, loadedBytes: 2_000, laterBytes: 99_999 }]);
  expect(line).toEqual({ what: "nine model pages in ten", bytes: 11_000, limitBytes: 10_000 });
  const lines = budgetLines(
    ["a/", "a/vision/"].map((at) => ({ path: `/best/${at}`, htmlBytes: at.length, loadedBytes: 30_000, laterBytes: 1 })),
  );
  expect(lines[2]).toEqual({ what: "the largest ranking page", bytes: 30_009, limitBytes: 30_000 });
});

test("where only the heaviest are weighed as they are sent, they are the same, and no other page is told lighter or among them", async () => {
  const pages = Array.from({ length: 30 }, (_, at) => page(textOf(1_000 + 100 * at), `/models/a/${at}/`));
  const [exact, quick] = [await weighPages(folder, pages), await weighPages(folder, pages, "/", 4)];
  const bytesOf = (weights: typeof exact) => weights.map(({ htmlBytes }) => htmlBytes);
  expect(quick.slice(26)).toEqual(exact.slice(26));
  expect(bytesOf(quick).map((bytes, at) => bytes >= (bytesOf(exact)[at] ?? 0))).toEqual(pages.map(() => true));
  expect(Math.max(...bytesOf(quick).slice(0, 26))).toBeLessThanOrEqual(bytesOf(exact)[26] ?? 0);
  expect(quick).not.toEqual(exact);
  expect(budgetLines(quick).slice(0, 2)).toEqual(budgetLines(exact).slice(0, 2));
});

/** Words, so that packing has something to do. */
const textOf = (words: number): string => Array.from({ length: words }, (_, at) => `${(at * at * 7_919) % 100_003}`).join(" ");

test.each([
  ["/", '<a href="/models/a/b/">', []],
  ["/", '<a href="/models/a/c/">', ["/ → /models/a/c/"]],
  ["/models/a/b/", '<a href="#offers"><a href="#gone"><p id="offers">', ["/models/a/b/ → /models/a/b/#gone"]],
  ["/models/a/b/", '<a href="#x;variant=#2"><p id="x;variant=#2">', []],
  ["/", '<a href="https://elsewhere.example/x"><a href="mailto:x@example.org">', []],
  ["/", '<form action="/?q=x"></form><img src="/og/gone.png">', ["/ → /og/gone.png"]],
  ["/", "<script>\"<a href='/gone/'>\"</script>", []],
  ["/", '<meta property="og:image" content="https://site.example/og/gone.png">', ["/ → /og/gone.png"]],
])("the links of %s in %s", (path, html, broken) => {
  const files = new Set(["/index.html", "/models/a/b/index.html"]);
  expect(brokenLinks([page(html, path)], files)).toEqual(broken);
});

test("a link out of the site's sub-path is broken", () => {
  const files = new Set(["/index.html"]);
  expect(brokenLinks([page('<a href="/sub/"><a href="/">')], files, "/sub/")).toEqual(["/ → outside the base: /"]);
});

test.each([
  ["/", "/"],
  ["/platforms/", "/platforms"],
  ["/models/a/", "/models/…"],
  ["/models/a/b/", "/models/…/…"],
])("%s is a page of the kind %s", (path, kind) => {
  expect(pageKind(path)).toBe(kind);
});

test.each([
  [2, 1],
  [4, 2],
  [1, 0],
])("time that grows %i-fold when pages double grows with the power %d", (factor, power) => {
  const builds = [1, 2, 3].map((step) => ({ pages: 100 * 2 ** step, seconds: factor ** step }));
  expect(growthExponent(builds)).toBeCloseTo(power, 10);
});

test("synthetic data is today's over again, each copy with ids of its own and no offer of a model left out", () => {
  const [from, to] = [join(folder, "data"), join(folder, "synthetic")];
  mkdirSync(join(from, "generated"), { recursive: true });
  writeFileSync(join(from, "generated", "run.json"), "{}");
  writeFileSync(join(from, "generated", "models.jsonl"), '{"id":"a/b","maker":"a"}\n{"id":"a/c","maker":"a"}\n');
  writeFileSync(
    join(from, "generated", "offers.jsonl"),
    '{"id":"a/b@x;host=y","model":"a/b","source":{"id":"s"}}\n{"id":"a/c@x","model":"a/c"}\n',
  );
  writeFileSync(join(from, "generated", "seconds.jsonl"), '{"offer":"a/b@x;host=y"}\n');
  writeSyntheticData(from, to, 3);
  const rows = (name: string) =>
    readFileSync(join(to, "generated", name), "utf8")
      .trim()
      .split("\n");
  expect(rows("models.jsonl").slice(2)).toEqual(['{"id":"a/b-copy-2","maker":"a"}']);
  expect(rows("offers.jsonl").slice(2)).toEqual(['{"id":"a/b-copy-2@x;host=y","model":"a/b-copy-2","source":{"id":"s"}}']);
  expect(rows("seconds.jsonl").slice(1)).toEqual(['{"offer":"a/b-copy-2@x;host=y"}']);
  expect(rows("run.json")).toEqual(["{}"]);
});

test.each([
  ["/", "/"],
  ["", "/"],
  ["token-parity", "/token-parity/"],
  ["/token-parity/", "/token-parity/"],
])("the base %j is the path %s", (text, path) => {
  expect(basePath(text)).toBe(path);
});

test("one page of every kind is looked at, and none that sends a browser on before it is drawn", () => {
  const forward = page('<meta http-equiv="refresh" content="0;url=/">', "/models/");
  const pages = [page("<h1>A</h1>", "/models/a/b/"), page("<h1>B, longer</h1>", "/models/a/c/"), forward];
  expect(onePageOfEveryKind(pages).map(({ kind, path }) => [kind, path])).toEqual([["/models/…/…", "/models/a/c/"]]);
});

test("pages that lead on may name the page they lead to as the one to index; no two others share it", () => {
  const canonical = '<link rel="canonical" href="https://example.com/">';
  const forward = page(`<title>Models</title><meta http-equiv="refresh" content="0;url=/">${canonical}`, "/models/");
  const home = page(`<title>Home</title>${canonical}`, "/");
  expect(sharedNames([home, forward])).toEqual([]);
  expect(sharedNames([home, page(`<title>Copy</title>${canonical}`, "/copy/")])).toHaveLength(1);
});
