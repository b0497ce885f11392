import { z } from "zod";
import { readJson } from "../../../src/data/rows.ts";
import { normaliseModelId } from "../../../src/domain/model/model-slug.ts";
import type { NeverJoin } from "../../../src/domain/model/never-join.ts";
import { compareText } from "../../../src/domain/money/compare-text.ts";
import { type Matcher, matcher } from "../../night/match/match.ts";
import { matchDataFindings } from "../../night/match/match-data.ts";
import type { Curated } from "../../night/pipeline/curated.ts";
import type { Store } from "../../night/pipeline/store.ts";
import { aliasRecall } from "./alias-recall.ts";
import { LinkException } from "./link-exception.ts";
import { linkRecall } from "./link-recall.ts";
import { spellingsOf } from "./spellings.ts";
import type { VerifyResult } from "./verdict.ts";
import { percentText } from "./verdict.ts";

/** Issue 2, point 4: of the links whose price equals the maker's, at least so many must be found. */
const LEAST_RECALL = 0.95;
const LEAST_PAIRS = 200;
const EXCEPTIONS = "data/curated/link-exceptions.json";
const SHOWN = 40;

/** Matching against what others observed: recall over models.dev's links and over the alias table, and no pair joined that must not be. */
export function verifyMatching(dir: string, store: Store, curated: Curated): VerifyResult {
  const match = matcher({ models: store.models, aliases: curated.aliases, neverJoin: curated.neverJoin });
  const exceptions = readJson(EXCEPTIONS, z.array(LinkException));
  const links = linkRecall({ dir, matcher: match, curated, exceptions, readRows: readRows(store) });
  const aliases = aliasRecall(dir, match, curated.platformAliases);
  const joins = wrongJoins(curated.neverJoin, match);
  const findings = matchDataFindings({ ...curated, modelIds: store.models.map(({ id }) => id) });
  const aliasCount = aliases.agreed + aliases.unmatched + aliases.differing.length;
  return {
    title: "Matching",
    figures: [
      `${percentText(links.recall)} of models.dev's links at list price found (${countsText(links.counts)})`,
      ...links.misses.map((miss) => `missed link: ${miss}`),
      `${percentText(aliases.agreed / aliasCount)} of ${aliasCount} observed aliases agree, ${aliases.unmatched} unmatched, ${aliases.differing.length} differ, ${aliases.ignored} moving names, ${aliases.noModel} of models we do not list`,
      ...aliases.differing.map((each) => `differs: ${each}`),
      `${curated.neverJoin.length} pairs that must never join, ${joins.length} joined in any spelling`,
      `${curated.aliases.length} curated aliases, used by nobody: ${listText(unusedAliases(store, curated))}`,
      ...unmatchedFigures(store),
    ],
    failures: [
      ...(links.recall < LEAST_RECALL ? [`link recall ${percentText(links.recall)} is below ${percentText(LEAST_RECALL)}`] : []),
      ...(curated.neverJoin.length < LEAST_PAIRS ? [`only ${curated.neverJoin.length} never-join pairs`] : []),
      ...joins,
      ...links.unusedExceptions.map((name) => `link exception nobody needs: ${name}`),
      ...findings.map(({ rule, detail }) => `${rule}: ${detail}`),
    ],
  };
}

const readRows = (store: Store): ReadonlySet<string> =>
  new Set((store.readings.get("models.dev") ?? []).map(({ key, upstreamId }) => `${key.platform} ${upstreamId}`));

function wrongJoins(pairs: readonly NeverJoin[], match: Matcher): readonly string[] {
  const forbidden = pairs.flatMap(({ a, b }) => [
    { id: a, not: b },
    { id: b, not: a },
  ]);
  return forbidden.flatMap(({ id, not }) =>
    spellingsOf(id).flatMap(({ platform, upstreamId }) => {
      const ownMatch = match.reading({ key: { platform }, upstreamId, model: null, huggingFaceId: null, canonicalSlug: null });
      return ownMatch.kind === "known" && ownMatch.modelId === not
        ? [`${upstreamId} on ${platform} joins ${not} by ${ownMatch.by}`]
        : [];
    }),
  );
}

function unusedAliases(store: Store, { aliases }: Curated): readonly string[] {
  const readings = [...store.readings.values()].flat();
  const seen = new Set(
    readings.flatMap(({ key, upstreamId }) =>
      [key.platform, "*"].map((platform) => `${platform} ${normaliseModelId(upstreamId)}`),
    ),
  );
  return aliases
    .filter(({ platform, upstreamId }) => !seen.has(`${platform ?? "*"} ${normaliseModelId(upstreamId)}`))
    .map(({ upstreamId }) => upstreamId);
}

/** The ids no rule knows, the ones most platforms sell first. */
function unmatchedFigures({ unmatched }: Store): readonly string[] {
  const byText = Map.groupBy(unmatched, ({ upstreamId }) => normaliseModelId(upstreamId));
  const names = [...byText].map(([text, rows]) => ({ text, platforms: new Set(rows.map(({ platform }) => platform)).size }));
  const most = names.toSorted((a, b) => b.platforms - a.platforms || compareText(a.text, b.text)).slice(0, SHOWN);
  return [
    `${unmatched.length} upstream ids unmatched, ${names.length} different names`,
    `unmatched on most platforms: ${most.map(({ text, platforms }) => `${text} (${platforms})`).join(", ")}`,
  ];
}

const listText = (names: readonly string[]): string => (names.length === 0 ? "none" : names.join(", "));
const countsText = (counts: ReadonlyMap<string, number>): string =>
  [...counts]
    .toSorted(([a], [b]) => compareText(a, b))
    .map(([verdict, n]) => `${n} ${verdict}`)
    .join(", ");
