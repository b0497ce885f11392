import type { Alias } from "../../../src/domain/model/alias.ts";
import { normaliseModelId, readSpelling } from "../../../src/domain/model/model-slug.ts";
import type { NeverJoin } from "../../../src/domain/model/never-join.ts";
import type { Finding } from "../../../src/domain/source/finding.ts";

export interface MatchData {
  readonly aliases: readonly Alias[];
  readonly neverJoin: readonly NeverJoin[];
  /** Every model there is; null = not known here, so targets are not checked. */
  readonly modelIds: readonly string[] | null;
}

/**
 * What is wrong with the curated matching tables. An alias must name a model that exists, must not contradict another alias or, unless one platform
 * writes so, a model's own id, and must not join what `never-join.json` keeps apart; the two names of a pair must not read the same.
 */
export function matchDataFindings({ aliases, neverJoin, modelIds }: MatchData): readonly Finding[] {
  return [
    ...aliases.flatMap((alias) => aliasProblems(alias, neverJoin, modelIds)),
    ...repeated(
      aliases.map(({ platform, upstreamId }) => `${platform ?? "*"} ${aliasText(upstreamId)}`),
      "aliasTwice",
      "aliases.json",
    ),
    ...neverJoin
      .filter(({ a, b }) => normaliseModelId(a) === normaliseModelId(b))
      .map(({ a, b }) => finding("pairReadsTheSame", "never-join.json", `${a} and ${b}`)),
    ...repeated(
      neverJoin.map(({ a, b }) => [a, b].toSorted().join(" and ")),
      "pairTwice",
      "never-join.json",
    ),
  ];
}

function aliasProblems(
  { platform, upstreamId, model }: Alias,
  neverJoin: readonly NeverJoin[],
  modelIds: MatchData["modelIds"],
): readonly Finding[] {
  if (model === null) return [];
  const text = normaliseModelId(upstreamId);
  const isNeverJoined = neverJoin.some(
    ({ a, b }) => (b === model && normaliseModelId(a) === text) || (a === model && normaliseModelId(b) === text),
  );
  const shadowed = platform !== null ? undefined : (modelIds ?? []).find((id) => id !== model && normaliseModelId(id) === text);
  return [
    ...(isNeverJoined ? [finding("aliasJoinsNeverPair", "aliases.json", `${upstreamId} → ${model}`)] : []),
    ...(modelIds === null || modelIds.includes(model)
      ? []
      : [finding("aliasOfNoModel", "aliases.json", `${upstreamId} → ${model}`)]),
    ...(shadowed === undefined
      ? []
      : [finding("aliasHidesModel", "aliases.json", `${upstreamId} → ${model}, but ${shadowed} is a model`)]),
  ];
}

/** Two aliases say the same where they read the same and name the same maker. */
function aliasText(upstreamId: string): string {
  const { text, makers } = readSpelling(upstreamId);
  return `${makers?.join("+") ?? ""}/${text}`;
}

function repeated(names: readonly string[], rule: string, subject: string): readonly Finding[] {
  const twice = [...Map.groupBy(names, (name) => name)].filter(([, rows]) => rows.length > 1);
  return twice.map(([name]) => finding(rule, subject, name));
}

const finding = (rule: string, subject: string, detail: string): Finding => ({
  rule,
  action: "note",
  scope: "curated",
  subject,
  detail,
});
