import { expect, test } from "vitest";
import {
  defaultPreset,
  models,
  offers,
  platformOf,
  platformRowsOf,
  platforms,
  presets,
  rankedOf,
  sellers,
} from "../../data/catalog.ts";
import { feeFor, feeShare } from "../../domain/purchase/purchase.ts";
import { cheapestOf } from "../../domain/ranking/cheapest.ts";
import { formatCount, formatUsd, formatUsdRange } from "../../site/format.ts";
import { cacheAndBatch } from "./cache-and-batch.ts";
import { exampleSheet, hasCacheAndBatch, listRow, makerWins, platformsOf } from "./guide-figures.ts";
import { guideMarkdown } from "./guide-markdown.ts";
import { howWeKnow } from "./how-we-know.ts";
import { openrouterFees } from "./openrouter-fees.ts";
import { guidePage, guides } from "./page.ts";
import { routerCloudDirect } from "./router-cloud-direct.ts";
import { severalPrices } from "./several-prices.ts";

/** Rules that hold for any data: a guide has its figures or is not there. */

test.each(guides.map((guide) => [guide.id, guide] as const))(
  "the guide %s prints figures, and no hole where one should be",
  (_, guide) => {
    const text = guideMarkdown(guidePage(guide));
    expect(guide.answer).toMatch(/\d/);
    expect(text).not.toMatch(/\b(NaN|undefined|null|Infinity)\b|\$0\.00\b|an unknown amount/);
    expect(text).toMatch(/\]\(https:\/\//);
  },
);

test("a maker wins where the cheapest platform lists its models as their maker, of whatever kind that platform is", () => {
  const sellersOf = models.flatMap((model) => {
    const winner = model.status === "current" ? cheapestOf(rankedOf(model.id, defaultPreset)) : null;
    return winner === null ? [] : [{ maker: model.maker, seller: platformOf(winner.offer.platform) }];
  });
  const byMaker = sellersOf.filter(({ maker, seller }) => seller?.listMakers.includes(maker)).length;
  expect(makerWins(defaultPreset)).toEqual({ won: sellersOf.length, byMaker });
});

test("each guide has an address of its own and leads to all the others", () => {
  expect(new Set(guides.map(({ id }) => id)).size).toBe(guides.length);
  for (const guide of guides) expect(guidePage(guide).others).toHaveLength(guides.length - 1);
});

test("the more is cached the less it costs, and batches cost less than doing the same at once", () => {
  const months = [...(cacheAndBatch()?.text ?? "").matchAll(/^\| .* \| \$([\d,.]+) \|$/gm)].map(([, usd = ""]) =>
    Number(usd.replaceAll(",", "")),
  );
  const [none = 0, ...others] = months;
  const cached = others.slice(0, -1);
  for (const [at, usd] of cached.entries()) expect(usd).toBeLessThan(at === 0 ? none : (cached[at - 1] ?? 0));
  expect([0, 5]).toContain(months.length);
  if (months.length > 0) expect(others.at(-1)).toBeLessThan(none);
});

test("with the cache of the preset a month costs what the model's page and the calculator say", () => {
  const agent = presets.find(({ id }) => id === "coding-agent") ?? defaultPreset;
  const sheet = exampleSheet((each) => hasCacheAndBatch(each, agent));
  const row = rankedOf(sheet?.model.id ?? "", agent).find(
    ({ offer }) => offer.id === (sheet === null ? null : listRow(sheet))?.offer.id,
  );
  const guide = cacheAndBatch();
  if (row?.landed == null) return expect(guide).toBeNull();
  expect(guide?.answer).toContain(` and ${formatUsd(row.landed.usd)} with `);
  expect(guide?.text).toContain(`| ${formatUsd(row.landed.usd)} |`);
});

test("the fee of a top-up is its share, or the minimum where that is more", () => {
  const text = openrouterFees()?.text ?? "";
  const shares = [...text.matchAll(/^\| \$([\d,.]+) \| \$([\d,.]+) \|/gm)].map(([, topUp = "", fee = ""]) =>
    [topUp, fee].map((figure) => Number(figure.replaceAll(",", ""))),
  );
  expect(shares.length).toBeGreaterThan(3);
  for (const [at, [topUp = 0, fee = 0]] of shares.entries()) {
    const [before = 0, less = 0] = shares[at - 1] ?? [];
    expect(fee).toBeGreaterThanOrEqual(less);
    if (before > 0) expect(fee / topUp).toBeLessThanOrEqual(less / before);
  }
});

test("from the top-up it names on the fee is its share, and a dollar less loses more", () => {
  const fee = feeFor(sellers.get("openrouter")?.fees?.topUp ?? [], "card");
  if (fee === null) return expect(openrouterFees()).toBeNull();
  const [, named = "0"] = /anything from \$([\d,.]+) loses/.exec(openrouterFees()?.answer ?? "") ?? [];
  const cents = Number(named.replaceAll(",", "")) * 100;
  expect(feeShare(cents + 1, fee) * 10_000).toBeCloseTo(fee.percentBps, 6);
  expect(feeShare(cents - 100, fee) * 10_000).toBeGreaterThan(fee.percentBps);
});

test("what a cache pays is worked out from the prices beside it", () => {
  const agent = presets.find(({ id }) => id === "coding-agent") ?? defaultPreset;
  const sheet = exampleSheet((each) => hasCacheAndBatch(each, agent));
  const text = cacheAndBatch()?.text ?? "";
  const { input = 0, cacheRead = 0, cacheWrite5m = 0 } = (sheet === null ? null : listRow(sheet))?.offer.prices ?? {};
  const [, share] = /tokens, ([\d.]+)\u202f% of its input price/.exec(text) ?? [];
  const [, reads] = /further reads: ([\d.]+) for/.exec(text) ?? [];
  if (sheet === null) return expect([share, reads]).toEqual([undefined, undefined]);
  expect(Number(share)).toBeCloseTo((100 * cacheRead) / input, 0);
  expect(reads).toBe(((cacheWrite5m - input) / (input - cacheRead)).toFixed(2));
});

test("what clouds ask against list is counted, and who charges by the hour is named", () => {
  const text = severalPrices()?.text ?? "";
  if (text === "") return;
  const rows = ["amazon-bedrock", "google-vertex", "azure"].flatMap(platformRowsOf).filter(({ row, sheet }) => {
    const { tier, status } = row.offer;
    return sheet.reference?.kind === "list" && tier === "standard" && status !== "retired" && row.deltas?.bps.input != null;
  });
  const [equal, dearer] = [
    rows.filter(({ row }) => row.deltas?.bps.input === 0),
    rows.filter(({ row }) => (row.deltas?.bps.input ?? 0) > 0),
  ];
  expect(text).toContain(
    `Of ${rows.length} prices at Amazon Bedrock, Google Vertex AI and Azure ${equal.length} repeat it and ${dearer.length} are above it.`,
  );
  const byHour = offers.filter(({ conditions, status }) => status !== "retired" && conditions.some((each) => "utc" in each));
  for (const { platformName } of byHour) expect(/\*\*Time of day\.\*\* (.*)/.exec(text)?.[1]).toContain(platformName);
});

test("a maker whose fee nobody read is not said to take none", () => {
  const makers = platforms.filter(({ kind, status }) => kind === "direct" && status !== "closed");
  const known = makers.filter(({ id }) => sellers.get(id)?.fees?.topUp != null);
  const free = known.filter(({ id }) => sellers.get(id)?.fees?.topUp?.length === 0);
  expect(routerCloudDirect().text).toContain(`sell their own models ${free.length} take no fee for buying credit`);
  expect(routerCloudDirect().text).toContain(`; of ${makers.length - known.length} it is not known.`);
});

test("in the guide on several prices an unknown fee is a range", () => {
  const sheet = exampleSheet();
  const text = severalPrices()?.text ?? "";
  const landed =
    sheet === null
      ? []
      : platformsOf(sheet)
          .slice(0, 12)
          .flatMap((row) => row.landed ?? []);
  for (const { usd, upperUsd } of landed) expect(text).toContain(`| ${formatUsdRange(usd, upperUsd)} |`);
});

test("a model that nobody sells is none of the models on sale", () => {
  const sold = models.filter(({ id, status }) => status === "current" && offers.some(({ model }) => model === id));
  expect(howWeKnow().answer).toContain(` of ${formatCount(sold.length)} models on sale `);
});
