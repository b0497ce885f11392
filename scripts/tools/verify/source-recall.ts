import { compareText } from "../../../src/domain/money/compare-text.ts";
import { leaveOut } from "../../night/match/left-out.ts";
import { type Match, type Matcher, matcher } from "../../night/match/match.ts";
import type { StoredReading } from "../../night/merge/reading-row.ts";
import type { Curated } from "../../night/pipeline/curated.ts";
import type { Store } from "../../night/pipeline/store.ts";
import type { VerifyResult } from "./verdict.ts";

/** Issue 12, point 3: of the rows that no reason of the closed list leaves out, at least so many find their model, for every source. */
const LEAST_RECALL = 0.97;
const SHOWN = 25;

interface Judged {
  readonly source: string;
  readonly reading: StoredReading;
  readonly match: Match;
}

/** What became of every row of every catalogue, by source and by platform; and how the canonical ids agree with our own rules. */
export function verifyRecall(store: Store, curated: Curated): VerifyResult {
  const asOf = store.run?.asOf ?? "";
  const match = matcher({ models: store.models, aliases: curated.aliases, neverJoin: curated.neverJoin });
  const judged = [...store.readings].flatMap(([source, rows]) =>
    rows.map((reading) => ({ source, reading, match: match.reading(reading) })),
  );
  const { unmatched, leftOut } = leaveOut(
    judged.filter(({ match: { kind } }) => kind === "unmatched"),
    asOf,
  );
  const sources = [...store.readings.keys()].map((source) => sourceFigure(source, judged, unmatched, leftOut));
  return {
    title: "Recall",
    figures: [
      ...sources.map(({ says }) => says),
      ...platformFigures(judged),
      ...canonicalFigures(judged, match),
      ...unmatched.map(({ reading }) => `unmatched: ${reading.key.platform} ${reading.upstreamId}`),
    ],
    failures: sources.flatMap(({ source, recall }) => (recall < LEAST_RECALL ? [`${source}: ${percent(recall)} matched`] : [])),
  };
}

type Left = ReturnType<typeof leaveOut>;

function sourceFigure(source: string, judged: readonly Judged[], unmatched: Left["unmatched"], leftOut: Left["leftOut"]) {
  const sourceRows = judged.filter((each) => each.source === source);
  const count = (kind: Match["kind"]) => sourceRows.filter((each) => each.match.kind === kind).length;
  const open = unmatched.filter((each) => each.source === source).length;
  const reasons = Map.groupBy(
    leftOut.filter((each) => each.source === source),
    ({ why }) => why,
  );
  const reasonTexts = [...reasons].map(([why, rows]) => `${rows.length} ${why}`);
  const matchedCount = count("known");
  const recall = matchedCount + open === 0 ? 1 : matchedCount / (matchedCount + open);
  const alone = reasons.get("sold by one platform only, not by its maker")?.length ?? 0;
  const strict = matchedCount + open === 0 ? 1 : matchedCount / (matchedCount + open + alone);
  return {
    source,
    recall,
    says: `${source}: ${sourceRows.length} rows, ${matchedCount} of a model, ${count("ignored")} left out by an alias, ${reasonTexts.join(", ") || "none by rule"}, ${open} unmatched: ${percent(recall)} (${percent(strict)} with what one platform alone sells)`,
  };
}

/** The platforms whose rows are lost most, of those that a catalogue names today. */
function platformFigures(judged: readonly Judged[]): readonly string[] {
  const rows = judged.filter(({ source, match }) => isCatalogueSource(source) && match.kind !== "ignored");
  const platforms = [...Map.groupBy(rows, ({ reading }) => `${reading.source.id} ${reading.key.platform}`)].map(
    ([name, platformRows]) => {
      const found = platformRows.filter(({ match }) => match.kind === "known").length;
      return { name, found, all: platformRows.length, share: found / platformRows.length };
    },
  );
  const below = platforms
    .filter(({ share }) => share < LEAST_RECALL)
    .toSorted((a, b) => b.all - b.found - (a.all - a.found) || compareText(a.name, b.name));
  return [
    `${platforms.length} platforms in catalogues, ${platforms.length - below.length} with at least ${percent(LEAST_RECALL)} of all rows matched; the others, most rows lost first:`,
    ...below.slice(0, SHOWN).map(({ name, found, all, share }) => `${name}: ${found} of ${all} (${percent(share)})`),
  ];
}

/** LiteLLM and genai-prices keep rows of what is long gone: their platforms say nothing of today. */
const isCatalogueSource = (source: string): boolean => source === "models.dev" || source === "pi-ai";

/** Where models.dev says whose model a row is: how often our own rules say the same, and where they do not. */
function canonicalFigures(judged: readonly Judged[], match: Matcher): readonly string[] {
  const rows = judged.flatMap(({ reading, match: ourMatch }) => (reading.canonicalId === null ? [] : [{ reading, ourMatch }]));
  const compared = rows.map(({ reading, ourMatch }) => ({
    reading,
    ourMatch,
    canonical: match.reading({ ...reading, upstreamId: reading.canonicalId ?? "", model: null, canonicalId: null }),
  }));
  const matchedTwice = compared.filter(({ ourMatch, canonical }) => ourMatch.kind === "known" && canonical.kind === "known");
  const by = matchedTwice.filter(({ ourMatch }) => ourMatch.kind === "known" && ourMatch.by === "canonicalId").length;
  const differ = matchedTwice.flatMap(({ reading, ourMatch, canonical }) =>
    ourMatch.kind === "known" && canonical.kind === "known" && ourMatch.modelId !== canonical.modelId
      ? [`${reading.key.platform} ${reading.upstreamId}: ours ${ourMatch.modelId}, canonical ${canonical.modelId}`]
      : [],
  );
  return [
    `${rows.length} rows bear a canonical id: ${matchedTwice.length} known both ways, ${by} of them by it alone, ${matchedTwice.length - differ.length} agree, ${differ.length} differ (ours is used)`,
    ...differ.slice(0, SHOWN).map((each) => `differs: ${each}`),
  ];
}

const percent = (share: number): string => `${(share * 100).toFixed(2)} %`;
