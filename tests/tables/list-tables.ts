import type { MoveLine } from "../../src/features/changes/change-lines.ts";
import { biggestTable, dayTable } from "../../src/features/changes/move-columns.ts";
import { claimTable } from "../../src/features/claims/claim-columns.ts";
import type { ClaimLine } from "../../src/features/claims/claim-line.ts";
import { comparePlatforms } from "../../src/features/compare/platforms/compare-platforms.ts";
import { tallyTable, widestTable } from "../../src/features/data/disagreement-columns.ts";
import { disagreementTable } from "../../src/features/model/disagreement-columns.ts";
import { launchTable } from "../../src/features/model/past/launch-columns.ts";
import { factTable } from "../../src/features/platform/fact-columns.ts";
import { makerMark } from "../../src/site/maker-mark.ts";
import type { Column } from "../../src/table/column.ts";
import { plainTable, type TableView } from "../../src/table/table-view.ts";
import { aChoice, aComparedPlatform, aListing } from "../builders/platform/a-compared-platform.ts";

/** Tables of other things than offers, each with its odd cells: links, small words, pictures, several sources, groups. */

const HOSTILE = "<i>a</i> | b & c";
const spark = { path: "M0 0H9", label: "$1.00 → $2.00 since 1 Aug 2026" };

const launch = {
  modelId: "acme/nano",
  name: HOSTILE,
  figure: "list price",
  first: "1.00 / 2.00",
  day: "1 Aug 2026",
  when: "at launch",
  now: "0.50 / 2.00",
  delta: "−50 %",
  side: "under",
  spark,
} as const;

const move: MoveLine = {
  model: { name: HOSTILE, path: "/models/acme/nano/" },
  day: "5 Aug 2026",
  seller: "Acme",
  voice: "maker’s list, copied by models.dev",
  input: { turn: "1.00 → 0.50", delta: "−50 %", side: "under" },
  output: null,
  others: "cached input 0.10 → 0.05",
  facts: { maker: "acme", platform: "acme", word: "copy", bps: [-5_000, null] },
  figure: { offerId: "acme/nano@acme", condition: null, meter: "input" },
};
const unlinked: MoveLine = {
  ...move,
  model: { name: "gone", path: null },
  output: { turn: "2.00 → 3.00", delta: "+50 %", side: "over" },
};

const source = (name: string, url: string) => ({ name, url, day: "20 Aug 2026" });
const tally = { both: "533", differ: "90", share: "17 %" };

const claim: Pick<ClaimLine, "inputs" | "alternatives"> & { readonly claim: { readonly said: string } } = {
  claim: { said: HOSTILE },
  inputs: [{ name: "input price", said: "1.00", atTheTime: "1.00", today: "0.50", path: "/models/acme/nano/" }],
  alternatives: [{ label: "per call", said: "2×", today: "1×" }],
};

const compared = comparePlatforms(
  [
    aComparedPlatform("first", [aListing("less", 2, 10, { monthUsd: 700 }), aListing("tie", 5, 25, { monthUsd: 1_800 })]),
    aComparedPlatform("second", [
      aListing("less", 1, 10, { monthUsd: 600 }),
      aListing("tie", 5, 25, { monthUsd: 1_800, isMonthAssumed: true }),
    ]),
  ],
  aChoice(),
);

const marked: Column<string> = { id: "maker", label: "Maker", kind: "text", cell: (text) => ({ text, mark: makerMark(text) }) };

export const listTables: readonly { readonly name: string; readonly view: TableView }[] = [
  {
    name: "rows with makers' marks",
    view: plainTable({ label: "", caption: "" }, [marked], [HOSTILE, "Swiss AI Initiative", "OpenAI"]),
  },
  {
    name: "launches",
    view: launchTable([launch, { ...launch, figure: "at OpenRouter", when: "", side: undefined, spark: null }]),
  },
  {
    name: "changes by day",
    view: dayTable("The newest days", [{ day: "5 Aug 2026", id: "2026-08-05", lines: [move, unlinked] }]),
  },
  {
    name: "biggest moves",
    view: biggestTable({ days: 7, says: "two moved.", cuts: [move], rises: [unlinked] }, (line) =>
      line === move ? spark : null,
    ),
  },
  {
    name: "how often sources differ",
    view: tallyTable("Every two sources", "Most first.", [
      { sources: [source("LiteLLM", "https://example.com/a"), source("ours", "/data/")], prices: tally, cacheReads: tally },
    ]),
  },
  {
    name: "widest differences",
    view: widestTable({
      differences: [
        {
          model: { name: HOSTILE, path: "/models/acme/nano/" },
          seller: "Hostly",
          meter: "input",
          low: { text: "1.00", ...source("LiteLLM", "https://example.com/a") },
          high: { text: "2.00", ...source("models.dev", "https://example.com/b") },
          times: "2×",
        },
      ],
      restText: null,
    }),
  },
  {
    name: "sources that disagree on a model",
    view: disagreementTable([
      {
        offer: "Hostly",
        used: { text: "1.00 / 2.00", source: "models.dev, 20 Aug", url: "https://example.com/b" },
        others: [
          { text: "1.10 / 2.00", source: HOSTILE, url: "https://example.com/a", isOther: true },
          { text: "1.00 / 2.00", source: "LiteLLM, 19 Aug", url: "https://example.com/c", isOther: false },
        ],
      },
    ]),
  },
  {
    name: "facts of a platform",
    view: factTable(
      [
        {
          label: "Credit purchase fee",
          text: "5.5 %",
          notes: ["by card"],
          sources: [
            { host: "acme.example", url: "https://acme.example/fees", date: "2026-08", confidence: "high" },
            { host: "b.example", url: "https://b.example/", date: "2026", confidence: "low" },
          ],
          isCurrent: true,
        },
        { label: "Credit purchase fee", text: HOSTILE, notes: [], sources: [], isCurrent: false },
      ],
      "High: its own words.",
    ),
  },
  { name: "numbers behind a claim", view: claimTable(claim, "20 Aug 2026") },
  ...compared.sections.map(({ id, table }) => ({ name: `two platforms compared: ${id}`, view: table })),
];
