import type { Model } from "../../../src/domain/model/model.ts";
import { normaliseModelId, splitDay, withoutInstruct, withoutTuning } from "../../../src/domain/model/model-slug.ts";

type Row = Pick<Model, "id" | "canonicalSlug" | "huggingFaceId">;

/** The known models by the texts a platform may write for them. Every answer is a sorted list of ids: two or more is an open question. */
export interface ModelIndex {
  byId(text: string): readonly string[];
  byHuggingFaceId(text: string): readonly string[];
  /** By the dated permanent slug, by that slug without its day, or by our id with the slug's day: never by a day the slug does not have. */
  byCanonicalSlug(text: string): readonly string[];
  /** Open-weight models whose name is this one plus `-instruct` or `-it`, if none of their siblings has the same name. */
  withInstruct(text: string): readonly string[];
  /** The models that share this name but for how they were tuned. */
  siblings(text: string): readonly string[];
}

/** Reads every text of the models once, so that each look-up is one of a table. */
export function indexModels(models: readonly Row[]): ModelIndex {
  const rows = models.map(({ id, canonicalSlug, huggingFaceId }) => ({ id, ...textsOf(id, canonicalSlug, huggingFaceId) }));
  const ids = lookup(rows.map(({ id, idText }) => [idText, id]));
  const huggingFaceIds = lookup(
    rows.flatMap(({ id, huggingFaceText }) => (huggingFaceText === null ? [] : [[huggingFaceText, id]])),
  );
  const slugs = lookup(rows.flatMap(({ id, slugTexts }) => slugTexts.map((text) => [text, id])));
  const bare = lookup(
    rows.flatMap(({ id, openTexts }) =>
      openTexts.flatMap((text) => (withoutInstruct(text) === text ? [] : [[withoutInstruct(text), id]])),
    ),
  );
  const siblings = lookup(rows.flatMap(({ id, allTexts }) => allTexts.map((text) => [withoutTuning(text), id])));
  return {
    byId: ids,
    byHuggingFaceId: huggingFaceIds,
    byCanonicalSlug: (text) => slugs(datedText(text)),
    siblings: (text) => siblings(withoutTuning(text)),
    withInstruct: (text) => (siblings(withoutTuning(text)).length === 1 ? bare(text) : []),
  };
}

function textsOf(id: string, canonicalSlug: string | null, huggingFaceId: string | null) {
  const idText = normaliseModelId(id);
  const huggingFaceText = huggingFaceId === null || huggingFaceId === "" ? null : normaliseModelId(huggingFaceId);
  const slugTexts = canonicalSlug === null ? [] : slugTextsOf(idText, normaliseModelId(canonicalSlug));
  const openTexts = huggingFaceText === null ? [] : [idText, huggingFaceText];
  return {
    idText,
    huggingFaceText,
    slugTexts,
    openTexts,
    allTexts: [idText, ...(huggingFaceText === null ? [] : [huggingFaceText]), ...slugTexts],
  };
}

function slugTextsOf(idText: string, slugText: string): readonly string[] {
  const dated = splitDay(slugText);
  return dated === null ? [slugText] : [`${dated.stem} ${dated.day}`, dated.stem, `${idText} ${dated.day}`];
}

/** A trailing day in one form, set apart: `gpt-5-2025-08-07` and `gpt-5-20250807` → `gpt-5 20250807`. */
function datedText(text: string): string {
  const dated = splitDay(text);
  return dated === null ? text : `${dated.stem} ${dated.day}`;
}

function lookup(pairs: readonly (readonly string[])[]): (text: string) => readonly string[] {
  const byText = new Map<string, Set<string>>();
  for (const [text = "", id = ""] of pairs) byText.set(text, (byText.get(text) ?? new Set()).add(id));
  const idsOf = new Map([...byText].map(([text, ids]) => [text, [...ids].toSorted()]));
  return (text) => idsOf.get(text) ?? [];
}
