import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { z } from "zod";
import type { PlatformAlias } from "../../../src/domain/platform/platform-alias.ts";
import type { Matcher } from "../../night/match/match.ts";
import { readLitellmKey } from "../../night/sources/litellm/litellm-key.ts";

/** How our matches compare with the observed aliases, which are evidence and not truth. */
export interface AliasRecall {
  readonly agreed: number;
  readonly unmatched: number;
  /** Deliberately not matched: moving names. */
  readonly ignored: number;
  /** We say another model: `source id → ours, table says canonical`. */
  readonly differing: readonly string[];
  /** The table's canonical id is no model of ours (retired, or listed by nobody). */
  readonly noModel: number;
}

const Rows = z.array(z.object({ canonical_id: z.string(), source: z.string(), platform_id: z.string() }));

/** `tables/model-aliases-observed.csv` against the matcher, row by row. */
export function aliasRecall(dir: string, matcher: Matcher, platformAliases: readonly PlatformAlias[]): AliasRecall {
  const text = readFileSync(join(dir, "tables/model-aliases-observed.csv"), "utf8");
  const rows = Rows.parse(parse(text, { columns: true }));
  const judged = rows.map(({ canonical_id, source, platform_id }) => {
    const expected = matcher.reading(reading("", canonical_id));
    const actual = matcher.reading(asSold(source, platform_id, platformAliases));
    if (expected.kind !== "known") return { verdict: "noModel", detail: "" };
    if (actual.kind !== "known") return { verdict: actual.kind, detail: "" };
    const detail = `${source} ${platform_id} → ${actual.modelId}, the table says ${canonical_id}`;
    return { verdict: actual.modelId === expected.modelId ? "agreed" : "differing", detail };
  });
  const count = (verdict: string) => judged.filter((each) => each.verdict === verdict).length;
  return {
    agreed: count("agreed"),
    unmatched: count("unmatched"),
    ignored: count("ignored"),
    differing: judged.filter(({ verdict }) => verdict === "differing").map(({ detail }) => detail),
    noModel: count("noModel"),
  };
}

/** `models.dev:nano-gpt` is nano-gpt, `openrouter(2026-08-01)` openrouter, and `litellm:azure azure/eu/gpt-5.4` is `gpt-5.4` on Azure. */
function asSold(source: string, id: string, platformAliases: readonly PlatformAlias[]) {
  const [, catalogue = "models.dev", name = ""] = /^(?:(.*):)?([^(]*)/.exec(source) ?? [];
  const platform = platformAliases.find((alias) => alias.source === catalogue && alias.name === name)?.platform ?? name;
  return reading(platform, catalogue === "litellm" ? readLitellmKey(id, name).upstreamId : id);
}

const reading = (platform: string, upstreamId: string) => ({
  key: { platform },
  upstreamId,
  model: null,
  huggingFaceId: null,
  canonicalSlug: null,
});
