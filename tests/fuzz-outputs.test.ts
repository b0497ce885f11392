import { parse as parseCsv } from "csv-parse/sync";
import fc from "fast-check";
import { XMLValidator } from "fast-xml-parser";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { z } from "zod";
import { cleanText } from "../scripts/night/match/upstream-text.ts";
import { offersTable } from "../src/data/bulk/bulk-offers.ts";
import { offersCsv } from "../src/data/json/offers-csv.ts";
import { atomFeed } from "../src/features/changes/change-feed.ts";
import { markdownTable } from "../src/site/markdown.ts";
import { proseHtml } from "../src/site/prose.ts";
import { scriptJson } from "../src/site/security.ts";
import { aSheet } from "./builders/a-sheet.ts";
import { HOSTILE_TEXTS } from "./hostile/hostile-texts.ts";
import { tagsOf } from "./hostile/markup.ts";

/** Whatever a name is: no output of it executes, opens an element, or breaks its format. */

beforeEach(() => vi.stubEnv("SITE", "https://tokenparity.dev"));
afterEach(() => vi.unstubAllEnvs());

const PIECES = [
  "<",
  ">",
  '"',
  "'",
  "&",
  "`",
  "|",
  "\n",
  "\r",
  "\t",
  "=",
  "@",
  "]]>",
  "-->",
  "](",
  "<script>",
  " onload=",
  "&lt;",
];
/** A text as it comes, pieces of markup in it, and as the night lets it in. */
const name = fc
  .array(fc.oneof(fc.string(), fc.constantFrom(...PIECES), fc.constantFrom(...HOSTILE_TEXTS)), { maxLength: 6 })
  .map((pieces) => cleanText(pieces.join("")));

test("a table of any names is a page of nothing but that table", () => {
  const OURS = new Set(["div", "table", "thead", "tbody", "tr", "th", "wbr", "td"]);
  fc.assert(
    fc.property(fc.array(fc.tuple(name, name), { maxLength: 4 }), (rows) => {
      const html = proseHtml(`# Title\n\n${markdownTable(["One", "Two"], rows)}`);
      const tags = tagsOf(`<!doctype html>${html}`);
      expect(tags.filter((tag) => !OURS.has(tag.name.replace("/", "")))).toEqual([]);
      expect(tags.filter((tag) => tag.name === "tr")).toHaveLength(rows.length + 1);
    }),
  );
});

test("JSON of any value in a script element opens no other, and reads back the same", () => {
  fc.assert(
    fc.property(fc.jsonValue(), name, (value, text) => {
      const written = scriptJson({ value, text });
      expect(written).not.toContain("<");
      expect(JSON.parse(written)).toEqual(JSON.parse(JSON.stringify({ value, text })));
    }),
  );
});

test("a CSV of any names has the columns of its head and no cell that a spreadsheet would run", () => {
  fc.assert(
    fc.property(name, name, (upstreamId, host) => {
      const rows = z.array(z.array(z.string())).parse(parseCsv(offersCsv(offersTable([aSheet([{ upstreamId, host }])]))));
      expect(rows).toHaveLength(2);
      expect(rows.flat().filter((cell) => /^[=+\-@\t\r]/.test(cell) && !/^-?\d+(\.\d+)?$/.test(cell))).toEqual([]);
    }),
  );
});

test("a feed of any names is well-formed and holds no element but its own", () => {
  const topic = (title: string) => ({ title, page: "/changes/", self: "/changes.xml" });
  fc.assert(
    fc.property(name, name, (title, text) => {
      const entry = { id: "tag:tokenparity.dev,2026-08-22:x", day: "2026-08-22", title, text, path: "/changes/" };
      const xml = atomFeed(topic(title), [entry], "2026-08-22");
      expect(XMLValidator.validate(xml)).toBe(true);
      const elements = [...xml.replace(/<!\[CDATA\[.*?\]\]>/gs, "").matchAll(/<\/?([a-z:]+)/gi)].map(([, element]) => element);
      expect(new Set(elements).isSubsetOf(new Set(ATOM))).toBe(true);
    }),
  );
});

const ATOM = [
  "feed",
  "id",
  "title",
  "updated",
  "generator",
  "author",
  "name",
  "uri",
  "link",
  "entry",
  "content",
  "icon",
  "rights",
  "subtitle",
];
