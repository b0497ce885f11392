import { afterEach, beforeEach, expect, test, vi } from "vitest";
import {
  modelOf,
  models,
  names,
  platformRowsOf,
  platforms,
  presets,
  rankingSnapshots,
  run,
  sheetOf,
} from "../src/data/catalog.ts";
import { summarise } from "../src/domain/platform/platform-summary.ts";
import { bestViewOf } from "../src/features/best/best-data.ts";
import { bestPath, bestPlaces, rankingJson } from "../src/features/best/best-place.ts";
import { comparedPlatformOf, pairs } from "../src/features/compare/comparisons.ts";
import { commonModels, comparedWithFirst } from "../src/features/compare/platforms/common-models.ts";
import { siteCards } from "../src/pages/og/_cards.ts";
import { formatCount, formatUsd } from "../src/site/format.ts";
import { deltaFigure } from "../src/site/image/delta-figure.ts";
import { generalCard } from "../src/site/image/general-cards.ts";
import type { CardPlace } from "../src/site/image/social-card.ts";
import type { PageImage } from "../src/site/image/social-cards.ts";
import * as paths from "../src/site/paths.ts";

beforeEach(() => {
  vi.stubEnv("SITE", "https://tokenparity.dev");
});
afterEach(() => {
  vi.unstubAllEnvs();
});

function cardOf(path: string): PageImage {
  const [cards, ...others] = siteCards.filter((cards) => cards.has(path));
  if (cards === undefined || others.length > 0) throw new Error(`${path} has no image of its own, or two`);
  return cards.at(path);
}

/** A mark beside a month says that its price for long prompts is assumed. */
function placesOf(path: string): readonly CardPlace[] {
  const { picture } = cardOf(path);
  if (picture.kind !== "places") throw new Error(`${path} shows ${picture.kind}`);
  return picture.places.map((place) => ({ ...place, figure: place.figure.replace("*", "") }));
}

test.each(bestPlaces)("the image of $preset.id for $need shows the first three rows of its page", ({ preset, need }) => {
  const [group] = bestViewOf(preset, need).all.groups;
  const rows = (group?.rows ?? []).slice(0, 3).map(({ cells }) => [cells[1]?.text, cells[0]?.text, `${cells[5]?.text} a month`]);
  const shown = placesOf(bestPath({ preset, need })).map(({ rank, name, figure }) => [String(rank), name, figure]);
  expect(shown).toEqual(rows);
  expect(shown.length).toBeGreaterThan(0);
});

test.each(bestPlaces)("the image of $preset.id for $need shows the best buys of its page as a strip", ({ preset, need }) => {
  const { picture } = cardOf(bestPath({ preset, need }));
  const parts = picture.kind === "places" ? (picture.strip?.parts ?? []) : [];
  const { strip } = bestViewOf(preset, need);
  expect(parts.map(({ number, width, isHere }) => [number, width, isHere])).toEqual(
    strip.map(({ number, width, isHere }) => [number, width, isHere]),
  );
  expect(parts.length).toBeGreaterThan(1);
});

test("the title of every ranking fits its image in one line, and no two are called the same", () => {
  const titles = bestPlaces.map((place) => cardOf(bestPath(place)).title);
  // A letter is half as wide as it is high, and a line has room for 53 of the smallest.
  expect(titles.filter(({ length }) => length > 53)).toEqual([]);
  expect(new Set(titles).size).toBe(titles.length);
});

test.each(presets)("the image of $id shows the first three rows of the published JSON", (preset) => {
  const rows = rankingJson(preset).rows.slice(0, 3);
  // The file has the upper end of a range, which counts.
  const upperEnd = (figure: string) => figure.replace(/^\$[\d.,]+ – /, "");
  expect(placesOf(paths.best(preset.id)).map(({ rank, name, figure }) => [rank, name, upperEnd(figure)])).toEqual(
    rows.map(({ rank, modelId, landedUsdPerMonth }) => [
      rank,
      modelOf(modelId).name,
      `${formatUsd(Number(landedUsdPerMonth))} a month`,
    ]),
  );
});

test.each(rankingSnapshots)(
  "the image of $workload as kept on $asOf shows the first three kept rows and their day",
  (snapshot) => {
    const path = paths.bestOn(snapshot.workload, snapshot.asOf);
    expect(cardOf(path).asOf).toBe(snapshot.asOf);
    expect(placesOf(path).map(({ rank, figure }) => [rank, figure])).toEqual(
      snapshot.kept
        .at(-1)
        ?.rows.slice(0, 3)
        .map(({ rank, landedUsdPerMonth }) => [rank, `${formatUsd(Number(landedUsdPerMonth))} a month`]),
    );
  },
);

test("every model, platform, pair and ranking has an image of its own, of the day of the data", () => {
  const firstRow = [
    ...models.map(({ id }) => paths.model(id)),
    ...platforms.map(({ id }) => paths.platform(id)),
    ...pairs.map(({ pair }) => paths.compare(pair)),
    ...bestPlaces.map(bestPath),
  ];
  expect(firstRow.filter((path) => `/${cardOf(path).name}/` !== path)).toEqual([]);
  expect(new Set(firstRow.map((path) => cardOf(path).asOf))).toEqual(new Set([run.asOf]));
});

test.each([
  ["/", "index"],
  ["/404.html", "index"],
  ["/data/disagreements/", "data/disagreements"],
  ["/models/nobody/nothing/", "index"],
])("a page without an image of its own has that of the next above: %s → %s", (path, name) => {
  expect(generalCard(path).name).toBe(name);
});

/** What a card of figures says, by its labels. */
function figuresOf(path: string): Readonly<Record<string, string>> {
  const { picture } = cardOf(path);
  if (picture.kind !== "figures") throw new Error(`${path} shows ${picture.kind}`);
  return Object.fromEntries(picture.figures.map(({ label, value }) => [label, value]));
}

test("the image of a platform has the counts of its page", () => {
  const counted = platforms.map(({ id }) => ({ id, ...summarise(platformRowsOf(id)) })).filter(({ compared }) => compared > 0);
  for (const { id, models: sold, cheaper, equal, dearer, medianDeltaBps } of counted) {
    expect(figuresOf(paths.platform(id)), id).toEqual({
      [sold === 1 ? "model sold" : "models sold"]: formatCount(sold),
      "median input price to list": deltaFigure(medianDeltaBps ?? Number.NaN).value,
      "offers cheaper": formatCount(cheaper),
      "offers at list": formatCount(equal),
      "offers more expensive": formatCount(dearer),
    });
  }
  expect(counted.some(({ cheaper, dearer }) => cheaper !== dearer)).toBe(true);
});

test("the image of a pair says at which of the two more models are cheaper, as its page does", () => {
  const counts = pairs.map(({ pair }) => {
    const { prices } = comparedWithFirst(commonModels(pair.map(comparedPlatformOf)), 1);
    const [first, second] = pair.map((id) => `cheaper at ${names.platform(id)}`);
    const figures = figuresOf(paths.compare(pair));
    expect([figures[first ?? ""], figures["equal"], figures[second ?? ""]]).toEqual(
      [prices.first, prices.tie, prices.second].map((count) => formatCount(count)),
    );
    return prices;
  });
  expect(counts.some(({ first, second }) => first !== second)).toBe(true);
});

test("the image of a model has its list price of input as the line of its ladder", () => {
  const sheets = models.slice(0, 50).map(({ id }) => sheetOf(id));
  for (const { model, reference } of sheets) {
    const { picture } = cardOf(paths.model(model.id));
    const list = reference?.kind === "list" ? reference.prices.input : null;
    expect(picture.kind === "ladder" ? picture.list : Number.NaN, model.id).toBe(list);
  }
  expect(sheets.some(({ reference }) => reference?.kind === "list")).toBe(true);
});

test("the image of a platform says what it is and what it takes", () => {
  const { says } = cardOf(paths.platform("openrouter"));
  expect(says).toBe("A router: one key, many hosts behind it. Fees: 5.5\u202f% by card, at least $0.80.");
});
