import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { modelOf, models, platforms, presets, rankingSnapshots, run } from "../src/data/catalog.ts";
import { bestViewOf } from "../src/features/best/best-data.ts";
import { bestPath, bestPlaces, rankingJson } from "../src/features/best/best-place.ts";
import { pairs } from "../src/features/compare/comparisons.ts";
import { siteCards } from "../src/pages/og/_cards.ts";
import { formatUsd } from "../src/site/format.ts";
import { generalCard } from "../src/site/image/general-cards.ts";
import type { CardPlace } from "../src/site/image/social-card.ts";
import type { PageImage } from "../src/site/image/social-cards.ts";
import { paths } from "../src/site/paths.ts";

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

function placesOf(path: string): readonly CardPlace[] {
  const { picture } = cardOf(path);
  if (picture.kind !== "places") throw new Error(`${path} shows ${picture.kind}`);
  return picture.places;
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

test.each(presets)("the image of $id shows the first three rows of the published JSON", (preset) => {
  const rows = rankingJson(preset).rows.slice(0, 3);
  expect(placesOf(paths.best(preset.id)).map(({ rank, name, figure }) => [rank, name, figure])).toEqual(
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

test("a figure of a card is the figure of its page", () => {
  const { picture, says } = cardOf(paths.platform("openrouter"));
  expect(picture.kind === "figures" && picture.figures.map(({ label }) => label)).toEqual([
    "models sold",
    "median input price to list",
    "offers cheaper",
    "offers at list",
    "offers more expensive",
  ]);
  expect(says).toBe("A router: one key, many hosts behind it. Fees: 5.5\u202f% by card, at least $0.80.");
});
