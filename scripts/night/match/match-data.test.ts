import { expect, test } from "vitest";
import { z } from "zod";
import { readJson } from "../../../src/data/rows.ts";
import { Alias } from "../../../src/domain/model/alias.ts";
import { NeverJoin } from "../../../src/domain/model/never-join.ts";
import { spellingsOf } from "../../tools/verify/spellings.ts";
import { matcher } from "./match.ts";
import { matchDataFindings } from "./match-data.ts";

const aliases = readJson("data/curated/aliases.json", z.array(Alias));
const neverJoin = readJson("data/curated/never-join.json", z.array(NeverJoin));
const rules = (findings: readonly { readonly rule: string }[]) => findings.map(({ rule }) => rule);

const anAlias = (upstreamId: string, model: string | null, platform: string | null = null): Alias => ({
  platform,
  upstreamId,
  model,
  why: "looked up",
  sourceUrl: "https://example.com",
  checkedOn: "2026-11-21",
});

test("the curated tables have nothing to find", () => {
  expect(matchDataFindings({ aliases, neverJoin, modelIds: null })).toEqual([]);
});

test("at least 200 pairs are kept apart", () => {
  expect(neverJoin.length).toBeGreaterThanOrEqual(200);
});

test("no rule and no alias joins a pair, however a platform spells it", () => {
  const ids = new Set([...neverJoin.flatMap(({ a, b }) => [a, b]), ...aliases.map(({ model }) => model)]);
  const models = [...ids]
    .filter((id) => id !== null && /^[a-z0-9-]+\/[a-z0-9._-]+$/.test(id))
    .map((id) => ({ id: id ?? "", canonicalSlug: null, huggingFaceId: null }));
  const { reading } = matcher({ models, aliases, neverJoin: [] });
  const orders = neverJoin.flatMap(({ a, b }) => [[a, b] as const, [b, a] as const]);
  const joined = orders.flatMap(([id, other]) =>
    spellingsOf(id).filter(({ platform, upstreamId }) => {
      const ownMatch = reading({ key: { platform }, upstreamId, model: null, huggingFaceId: null, canonicalSlug: null });
      return ownMatch.kind === "known" && ownMatch.modelId === other;
    }),
  );
  expect(joined).toEqual([]);
});

test.each([
  [
    "an alias joins what must never join",
    { aliases: [anAlias("c-1", "m/b-1")], neverJoin: [{ a: "m/c-1", b: "m/b-1", why: "version" as const }] },
    ["aliasJoinsNeverPair"],
  ],
  ["an alias names no model", { aliases: [anAlias("c-1", "m/gone")] }, ["aliasOfNoModel"]],
  ["a general alias hides a model of the same name", { aliases: [anAlias("m/a-1", "m/b-1")] }, ["aliasHidesModel"]],
  ["a platform's own alias may differ from a model's name", { aliases: [anAlias("m/a-1", "m/b-1", "kilo")] }, []],
  ["two aliases read the same", { aliases: [anAlias("x-9.5", "m/b-1"), anAlias("X-9-5", null)] }, ["aliasTwice"]],
  [
    "the names of a pair read the same",
    { neverJoin: [{ a: "m/a-1.5", b: "m/a-1-5", why: "version" as const }] },
    ["pairReadsTheSame"],
  ],
  [
    "a pair stands twice",
    {
      neverJoin: [
        { a: "m/x", b: "m/y", why: "size" as const },
        { a: "m/y", b: "m/x", why: "size" as const },
      ],
    },
    ["pairTwice"],
  ],
])("%s", (_, data, expected) => {
  expect(rules(matchDataFindings({ aliases: [], neverJoin: [], modelIds: ["m/a-1", "m/b-1"], ...data }))).toEqual(expected);
});
