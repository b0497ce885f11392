import type { Maker } from "../../../../src/domain/model/maker.ts";
import { makerOfId } from "../../../../src/domain/model/maker-of-id.ts";
import { Model } from "../../../../src/domain/model/model.ts";
import { isWayOfSelling, type VariantWords } from "../../../../src/domain/model/variant-words.ts";
import type { SourceRef } from "../../../../src/domain/source/source-ref.ts";
import type { ModelFacts } from "../source.ts";
import type { ModelsDevRow } from "./models-dev-row.ts";

/** Which maker's own model a row of a platform is, and under which name. */
export type OwnModel = (platform: string, words: VariantWords) => { readonly id: string; readonly maker: Maker } | null;

/**
 * Finds the makers' own models on their own platforms, in the form of OpenRouter's ids.
 * `anthropic`, `claude-3-5-haiku-20241022` → `anthropic/claude-3.5-haiku-20241022`; `alibaba`, `glm-5.2` → null: resold.
 * Null too for a moving name (`-latest`) and for a way of selling (`:free`, `-fp8`, `eu.`): those are offers of a model, not models.
 */
export function ownModels(makers: readonly Maker[]): OwnModel {
  const byPlatform = Map.groupBy(
    makers.flatMap((maker) => maker.platforms.map((platform) => ({ maker, ...platform }))),
    ({ platform }) => platform,
  );
  return (platform, words) => {
    const name = (words.bareId.split("/").at(-1) ?? "").toLowerCase();
    const family = (byPlatform.get(platform) ?? []).find(({ own, strip }) =>
      own.some((start) => stripped(name, strip).startsWith(start)),
    );
    if (family === undefined || isWayOfSelling(words) || name.endsWith("-latest")) return null;
    const id = `${family.maker.maker}/${withDottedVersion(stripped(name, family.strip))}`;
    return Model.shape.id.safeParse(id).success ? { id, maker: family.maker } : null;
  };
}

const stripped = (name: string, strip = ""): string =>
  (name.startsWith(strip) ? name.slice(strip.length) : name).replace(/:\d+$/, "");

/** Version digits joined with dots: `claude-opus-4-8` → `claude-opus-4.8`; a date (`05-20`, `2026-01-23`, `20250929`) stays. */
export function withDottedVersion(slug: string): string {
  return slug.replace(/(?<![\d.])(?<!\d{4}-)([1-9]\d?)-(\d{1,2})(?![\da-z.])/g, "$1.$2");
}

/** A model by our id: OpenRouter's own, or that of a row on its maker's platform. */
export interface ModelAtMaker {
  readonly id: string;
  readonly makerName: string;
  readonly isOurId: boolean;
}

/** What a row says of its model. */
export function modelsDevFacts({ id, makerName, isOurId }: ModelAtMaker, row: ModelsDevRow, source: SourceRef): ModelFacts {
  return {
    id,
    name: row.name ?? id,
    maker: makerOfId(id),
    makerName,
    releasedOn: row.release_date,
    contextTokens: row.limit.context,
    maxOutputTokens: row.limit.output,
    openWeights: row.open_weights,
    huggingFaceId: null,
    inputModalities: modalities(row.modalities.input),
    outputModalities: modalities(row.modalities.output),
    tools: row.tool_call,
    reasoning: row.reasoning,
    structuredOutput: row.structured_output,
    knowledgeCutoff: row.knowledge,
    usageRank: null,
    canonicalSlug: null,
    aliasOf: null,
    retiresOn: null,
    retired: false,
    isOurId,
    source,
  };
}

/** A sorted set; OpenRouter's word for `pdf` is `file`. */
const modalities = (names: readonly string[]): string[] =>
  [...new Set(names.map((name) => (name === "pdf" ? "file" : name)))].sort();
