import { spawnSync } from "node:child_process";
import { cpSync, existsSync, globSync, mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, sep } from "node:path";
import { parse as parseCsv } from "csv-parse/sync";
import { XMLValidator } from "fast-xml-parser";
import { lexer, type Token, walkTokens } from "marked";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { NIGHT_EXIT } from "../scripts/night/night-exit.ts";
import { bundleKey } from "../scripts/render/kept-bundle.ts";
import { type BuiltPage, builtPages } from "../scripts/tools/site/built-page.ts";
import { htmlFaults } from "../scripts/tools/site/html-validity.ts";
import { brokenLinks } from "../scripts/tools/site/links.ts";
import { isEmbed, PAGE_RULES } from "../scripts/tools/site/page-faults.ts";
import { onePageOfEveryKind } from "../scripts/tools/site/page-kind.ts";
import { modelPath } from "../src/domain/text/file-name.ts";
import { copyRepository } from "./builders/a-copied-repository.ts";
import { ODD_IDS, writeHostileRecordings } from "./hostile/hostile-recordings.ts";
import { HOSTILE_TEXTS } from "./hostile/hostile-texts.ts";
import { leadsOn, tagsOf } from "./hostile/markup.ts";
import { OUTSIDE, runOutside } from "./hostile/run-outside.ts";

/** Upstream is hostile for a night; the site is built from what that night wrote. */
const folder = mkdtempSync(join(tmpdir(), "hostile-"));
const clone = join(folder, "clone");
const dist = join(clone, "dist");
afterAll(() => rmSync(folder, { recursive: true }));

beforeAll(() => {
  copyRepository(clone, { withData: false });
  shareBundle();
  const recordings = join(folder, "recordings");
  // Two nights, so that prices moved and the changes have something to tell; and one on which upstream is broken, long after.
  for (const night of [
    { readAt: "2026-08-21T12:00:00Z", prompt: "0.000001" },
    { readAt: "2026-08-22T12:00:00Z", prompt: "0.0000015" },
    { readAt: "2026-09-20T12:00:00Z", prompt: "0.0000015", isBroken: true },
  ] as const) {
    writeHostileRecordings(recordings, night);
    run("scripts/night/refresh.ts", ["--from", recordings], [NIGHT_EXIT.good, NIGHT_EXIT.held]);
  }
  run("scripts/build.ts", ["--silent"], [0]);
});

/** What a build of this very code has made of it here is what it would make of it there: the data alone differ. */
function shareBundle(): void {
  const kept = join(".cache", "bundle", bundleKey(process.cwd(), OUTSIDE));
  if (existsSync(kept)) cpSync(kept, join(clone, kept), { recursive: true });
}

const run = (program: string, args: readonly string[], allowed: readonly number[]) => runOutside(clone, program, args, allowed);

const filesOf = (pattern: string) =>
  globSync(pattern, { cwd: dist }).map((name) => ({ name, text: readFileSync(join(dist, name), "utf8") }));

/** Controls, and marks that turn the direction of a line. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u;
const withoutLineEnds = (text: string) => text.replace(/\r?\n/g, "");

test("the texts reach the site: what follows is about them", () => {
  const models = z
    .array(z.object({ name: z.string() }))
    .parse(JSON.parse(readFileSync(join(dist, "api/v1/models.json"), "utf8")));
  const named = models.filter(({ name }) => /hostile|elitsoh/.test(name));
  expect(named.length).toBeGreaterThanOrEqual(HOSTILE_TEXTS.length);
  const [page = ""] = filesOf("models/acme/model-0/index.html").map(({ text }) => text);
  expect(page.match(/hostile/g)?.length).toBeGreaterThan(50);
});

describe("a page", () => {
  test("has only elements and attributes that we wrote", () => {
    const strange = builtPages(dist).flatMap(({ path, html }) =>
      tagsOf(html)
        .filter(
          ({ name, attributes }) =>
            /hostile/.test(name) || attributes.some((word) => /hostile|^on|^style$|[^a-z\d:-]/.test(word)),
        )
        .map((tag) => `${path} ${JSON.stringify(tag)}`),
    );
    expect(strange).toEqual([]);
  });

  test("has one script, the loader, beside its data, and one for other people's pages none", () => {
    const scriptsOf = (pages: readonly BuiltPage[]) =>
      pages.map(({ html }) => tagsOf(html).filter(({ name }) => name === "script"));
    const kindOf = (page: BuiltPage) => (isEmbed(page.path) ? "embeds" : leadsOn(page) ? "small" : "whole");
    const { embeds = [], small = [], whole = [] } = Object.groupBy(builtPages(dist), kindOf);
    expect(scriptsOf(small).flat()).toEqual([]);
    expect(embeds.length).toBeGreaterThanOrEqual(HOSTILE_TEXTS.length);
    expect(scriptsOf(embeds).flat()).toEqual([]);
    const scripts = scriptsOf(whole);
    expect(scripts.filter((tags) => tags.filter(({ attributes }) => attributes.length === 0).length !== 1)).toEqual([]);
    expect(new Set(scripts.flat().flatMap(({ attributes }) => attributes))).toEqual(new Set(["type"]));
  });

  test("keeps every rule of the site", () => {
    // Of scripts the tags above tell more: this rule takes the text of an attribute for one.
    const { onlyTheLoader: _loader, ...rules } = PAGE_RULES;
    const faults = builtPages(dist).flatMap((page) =>
      Object.entries(rules).flatMap(([rule, find]) => find(page).map((fault) => `${page.path} ${rule}: ${fault}`)),
    );
    expect(faults).toEqual([]);
  });

  test("is valid HTML, one page of every kind", async () => {
    // An upstream word with a space makes an offer's id with one: no link can name it, and that is all.
    const isOfId = (fault: string) => /^(valid-id|attribute-allowed-values: Attribute "id")/.test(fault);
    for (const page of onePageOfEveryKind(builtPages(dist)))
      expect(
        (await htmlFaults(page)).filter((fault) => !isOfId(fault)),
        page.path,
      ).toEqual([]);
  });

  test("leads nowhere but to web addresses, none of upstream's choosing", () => {
    const links = builtPages(dist).flatMap(({ path, html }) =>
      [...html.matchAll(/\s(?:href|src|action)="([^"]*)"/g)].map(([, href = ""]) => ({ path, href })),
    );
    expect(links.filter(({ href }) => !/^(https:\/\/|\/|#|\?)/.test(href))).toEqual([]);
    expect(links.filter(({ href }) => new URL(href, "https://here.example/").host.includes("hostile"))).toEqual([]);
  });

  test("has no dead link, though a platform nobody knows sells there", () => {
    const files = new Set(globSync("**/*.*", { cwd: dist }).map((file) => `/${file.split(sep).join("/")}`));
    const dead = brokenLinks(builtPages(dist), files, "/");
    expect(dead.filter((link) => /→ \/(models|platforms|embed|og)\//.test(link))).toEqual([]);
  });

  test("says its JSON-LD in JSON", () => {
    const data = builtPages(dist).flatMap(({ html }) => [
      ...html.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/gs),
    ]);
    expect(data.length).toBeGreaterThanOrEqual(HOSTILE_TEXTS.length);
    for (const [, json = ""] of data) expect(() => JSON.parse(json)).not.toThrow();
  });
});

test("no output holds a mark that turns or hides what follows", () => {
  const texts = [...filesOf("**/*.{html,md,csv,json,xml,txt,svg}")];
  const [ours, theirs] = [
    texts.filter(({ name }) => name.startsWith("_astro")),
    texts.filter(({ name }) => !name.startsWith("_astro")),
  ];
  expect(ours.length + theirs.length).toBe(texts.length);
  expect(theirs.filter(({ text }) => UNSEEN.test(withoutLineEnds(text))).map(({ name }) => name)).toEqual([]);
});

describe("a Markdown twin", () => {
  test("holds no HTML, no image, no link of upstream's choosing", () => {
    const strange = filesOf("**/*.{md,txt}").flatMap(({ name, text }) => strangeTokens(text).map((raw) => `${name}: ${raw}`));
    expect(strange).toEqual([]);
  });

  test("has as many cells in every row as in the head", () => {
    const cells = (line: string) => line.match(/(?<!\\)(?:\\\\)*\|/g)?.length ?? 0;
    const uneven = filesOf("**/*.md").flatMap(({ name, text }) => {
      let width = 0;
      return text
        .split("\n")
        .filter((line) => {
          width = line.startsWith("|") ? width || cells(line) : 0;
          return width !== 0 && cells(line) !== width;
        })
        .map((line) => `${name}: ${line}`);
    });
    expect(uneven).toEqual([]);
  });
});

function strangeTokens(markdown: string): readonly string[] {
  const problems: string[] = [];
  void walkTokens(lexer(markdown), (token: Token) => {
    const isStrange =
      ["html", "image", "code", "codespan", "strong", "em", "del"].includes(token.type) && /hostile/.test(token.raw);
    const leadsAway =
      token.type === "link" && !/^https:\/\/[\w.-]+(?<!hostile\.example)(\/|$)/.test(z.string().parse(token["href"]));
    if (isStrange || leadsAway) problems.push(`${token.type} ${token.raw.slice(0, 120)}`);
  });
  return problems;
}

describe("after a night on which upstream was broken", () => {
  const HELD = "held since 20 Sep 2026";
  const page = (path: string) => readFileSync(join(dist, path), "utf8");
  const ids = [0, 1, 4, 5, 6, 7].map((index) => `acme/model-${index}@openrouter`);

  test("every row held shows its last good price and says so, on the page, in its twin and to programs", () => {
    const Index = z.object({
      sources: z.array(z.object({ id: z.string(), status: z.string(), why: z.string().nullable(), heldOffers: z.int() })),
      counts: z.object({ held: z.int(), stale: z.int() }),
      held: z.array(z.object({ offerId: z.string(), rule: z.string(), since: z.string(), detail: z.string() })),
    });
    const { held, counts, sources } = Index.parse(JSON.parse(page("api/v1/index.json")));
    const rules = new Map(held.map(({ offerId, rule, since }) => [offerId, `${rule} ${since.slice(0, 10)}`]));
    const expected = ["priceJump", "priceZero", "rowUnreadable", "rowUnreadable", "priceZero", "priceTooHigh"];
    expect(ids.map((id) => rules.get(id))).toEqual(expected.map((rule) => `${rule} 2026-09-20`));
    expect(held).toHaveLength(counts.held);
    expect(sources.filter(({ status }) => status === "held").map(({ id }) => id)).toEqual(["models.dev", "litellm"]);
    for (const id of ids) {
      const model = id.replace("@openrouter", "");
      expect(page(`models/${model}/index.html`), id).toContain(HELD);
      expect(page(`models/${model}.md`), id).toContain(HELD);
      const Sheet = z.object({
        offers: z.array(z.object({ id: z.string(), status: z.string(), prices: z.object({ input: z.string() }) })),
      });
      const { offers } = Sheet.parse(JSON.parse(page(`api/v1/models/${model}.json`)));
      expect(offers.find((offer) => offer.id === id)).toMatchObject({ status: "held", prices: { input: "1.5" } });
    }
  });

  test("every page names the sources that stay at an earlier reading", () => {
    const words = "Held at an earlier reading: models.dev (22 Aug 2026), LiteLLM price map (22 Aug 2026).";
    const silent = builtPages(dist).filter(({ html }) => html.includes("Data as of") && !html.includes(words));
    expect(silent.map(({ path }) => path)).toEqual([]);
  });

  test("what nobody read lately is marked, and rankings say how many there are", () => {
    const { counts } = z.object({ counts: z.object({ stale: z.int() }) }).parse(JSON.parse(page("api/v1/index.json")));
    expect(counts.stale).toBeGreaterThan(10);
    expect(page("models/acme/model-2/index.html")).toMatch(/(too old|older): last read 22 Aug|one catalogue only/);
    expect(page("best/chat/index.html")).toContain(
      `${counts.stale} offers not read lately, which count only where a model has no fresh price`,
    );
  });
});

test("a strict build refuses what a plain one only says", () => {
  const env = { ...OUTSIDE, TOKEN_PARITY_STRICT: "1", OUT_DIR: join(folder, "strict") };
  const build = ["scripts/build.ts", "--silent"];
  const { status, stderr, stdout } = spawnSync(process.execPath, build, { cwd: clone, env, encoding: "utf8" });
  expect(status).not.toBe(0);
  expect(stdout + stderr).toMatch(/--strict: \d+ of \d+ offers are stale, acme\/model-\d+@\S+ first; run npm run refresh/);
});

describe("a CSV file", () => {
  test("has no cell that a spreadsheet would run", () => {
    const cells = filesOf("**/*.csv")
      .flatMap(({ text }) => z.array(z.array(z.string())).parse(parseCsv(text)))
      .flat();
    expect(cells.length).toBeGreaterThan(1_000);
    expect(cells.filter((cell) => /^[=+\-@\t\r]/.test(cell) && !/^-?\d+(\.\d+)?$/.test(cell))).toEqual([]);
  });
});

test("every model has its page and files, under names that every system allows", () => {
  for (const path of ODD_IDS.map(modelPath)) {
    const names = [`models/${path}/index.html`, `models/${path}.md`, `models/${path}.xml`, `api/v1/models/${path}.json`];
    expect(names.filter((name) => !statSync(join(dist, name), { throwIfNoEntry: false })?.isFile())).toEqual([]);
  }
  const parts = globSync("**/*", { cwd: dist }).flatMap((name) => name.split(sep));
  expect(parts.filter((part) => /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)|[. ]$/i.test(part))).toEqual([]);
});

test("every JSON file is JSON", () => {
  const files = filesOf("**/*.json");
  expect(files.length).toBeGreaterThan(HOSTILE_TEXTS.length);
  for (const { text } of files) expect(() => JSON.parse(text)).not.toThrow();
});

test("every XML file and image is well-formed and holds no element of upstream's", () => {
  const files = filesOf("**/*.{xml,svg}");
  expect(files.length).toBeGreaterThan(1);
  expect(
    files.filter(({ text }) => XMLValidator.validate(text) !== true || /<hostile/.test(text)).map(({ name }) => name),
  ).toEqual([]);
});

test("every page has an image to share, of the size it says", async () => {
  const images = globSync("og/**/*.png", { cwd: dist });
  expect(images.length).toBeGreaterThan(HOSTILE_TEXTS.length);
  const sizes = await Promise.all(images.map(async (name) => sharp(join(dist, name)).metadata()));
  expect(sizes.filter(({ format, width, height }) => format !== "png" || width !== 1_200 || height !== 630)).toEqual([]);
  expect(globSync("badge/**/*.svg", { cwd: dist }).length).toBeGreaterThanOrEqual(HOSTILE_TEXTS.length);
});

test("no shipped script makes code from text", () => {
  const scripts = filesOf("_astro/*.js");
  expect(scripts.length).toBeGreaterThan(0);
  expect(scripts.filter(({ text }) => /\beval\(|\bFunction\(/.test(text)).map(({ name }) => name)).toEqual([]);
});

test("_headers says of every page what the page says of itself, and that it may not be framed", () => {
  const policies = [...readFileSync(join(dist, "_headers"), "utf8").matchAll(/^(\S+)\n {2}Content-Security-Policy: (.*)$/gm)];
  const matches = (address: string, path: string) =>
    address.endsWith("*") ? path.startsWith(address.slice(0, -1)) : path === address;
  for (const { path, html } of builtPages(dist).filter((page) => !page.path.startsWith("/embed/") && !leadsOn(page))) {
    const pagePolicy =
      /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(html)?.[1]?.replaceAll("&#39;", "'").split(";") ?? [];
    const sent = policies.filter(([, address = ""]) => matches(address, path)).map(([, , policy = ""]) => policy.split(";"));
    expect(sent, path).toHaveLength(1);
    const [directives = []] = sent;
    expect(directives, path).toContain("frame-ancestors 'none'");
    expect(
      pagePolicy.filter((directive) => !/^(default|style)-src /.test(directive)),
      path,
    ).toEqual(directives.filter((directive) => !/^(object-src|frame-src|frame-ancestors) /.test(directive)));
  }
});
