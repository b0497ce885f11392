import { expect, test } from "vitest";
import { readQualityCurated } from "../scripts/night/quality/quality-store.ts";
import { compareText } from "../src/domain/money/compare-text.ts";
import type { QualityAlias } from "../src/domain/quality/quality-alias.ts";

/** The table that says which row of a leaderboard is which model: a wrong join here is a wrong rank with a straight face. */

const { aliases, field } = readQualityCurated("data/curated");
const repeated = (keys: readonly string[]) => keys.filter((key, index) => keys.indexOf(key) !== index);
const shown = ({ model, source, name }: QualityAlias) => `${model} = ${source} ${name}`;

test("rows are sorted by model, source and preference, and every preference is used once", () => {
  const sorted = aliases.toSorted(
    (a, b) => compareText(a.model, b.model) || compareText(a.source, b.source) || a.preference - b.preference,
  );
  expect(aliases.map(shown)).toEqual(sorted.map(shown));
  expect(repeated(aliases.map(({ model, source, preference }) => `${model} ${source} ${preference}`))).toEqual([]);
  expect(repeated(aliases.map(shown))).toEqual([]);
});

test("a row of a source is exactly one model, whatever else inherits it", () => {
  const exact = aliases.filter(({ match }) => match === "exact");
  expect(repeated(exact.map(({ source, name }) => `${source} ${name}`))).toEqual([]);
});

test("whatever is not exact says why", () => {
  expect(aliases.filter(({ match, note }) => match !== "exact" && note === null).map(shown)).toEqual([]);
});

test("pro, lite, dated checkpoints and previews never inherit", () => {
  const ownVersion = /-(pro|lite)(-|$)|-preview|-\d{4}(-|$)/;
  const strays = aliases.filter(
    ({ model, match, note }) => match === "inherited" && ownVersion.test(model) && !note?.includes("one checkpoint"),
  );
  expect(strays.map(shown)).toEqual([]);
});

test("a pro model is matched to rows called pro, a lite model to rows called lite, and the other way round", () => {
  const scored = aliases.filter(({ match }) => match !== "near");
  for (const word of ["pro", "lite", "mini", "nano", "codex", "flash"]) {
    const has = (text: string) => new RegExp(`(^|[^a-z])${word}([^a-z]|$)`, "i").test(text);
    // Qwen's hosted Flash and Plus are the open weights Epoch names in brackets.
    const strays = scored.filter(({ model, name, note }) => has(model) !== has(name) && !note?.includes("hosted"));
    expect(strays.map(shown), word).toEqual([]);
  }
});

test("a model's version is in the name, or a note says why not", () => {
  const strays = aliases.filter(({ model, name, match, note }) => {
    const versions = model.match(/\d+\.\d+/g) ?? [];
    const isNamed = (version: string) => name.includes(version) || name.includes(version.replace(".", "-"));
    return match !== "near" && note === null && !versions.every(isNamed);
  });
  expect(strays.map(shown)).toEqual([]);
});

test("a name that says the model did not think has an effort that says so too", () => {
  const says = (text: string | null) => /(^|[^a-z])non?-?(reasoning|thinking)/i.test(text ?? "");
  expect(aliases.filter(({ name, effort }) => says(name) !== says(effort)).map(shown)).toEqual([]);
});

test("every reference model of the field has scores to be rated by", () => {
  const scored = new Set(aliases.filter(({ match }) => match !== "near").map(({ model }) => model));
  expect(field.map(({ model }) => model).filter((model) => !scored.has(model))).toEqual([]);
  expect(repeated(field.map(({ model }) => model))).toEqual([]);
});
