import { existsSync, readdirSync } from "node:fs";
import { z } from "zod";
import { readChanges } from "../../src/data/history.ts";
import { jsonFilesOf, readJson } from "../../src/data/rows.ts";
import { Claim } from "../../src/domain/claim/claim.ts";
import { WorkloadPresets } from "../../src/domain/cost/workload.ts";
import { Announcement } from "../../src/domain/history/announcement.ts";
import { MovedModel } from "../../src/domain/model/same-weights/moved-model.ts";
import { SameWeights } from "../../src/domain/model/same-weights/same-weights.ts";
import { contradictions, endedBy, type Fact } from "../../src/domain/money/fact.ts";
import { Hosts } from "../../src/domain/offer/host.ts";
import { UndatedPrice } from "../../src/domain/offer/list-price.ts";
import type { Offer } from "../../src/domain/offer/offer.ts";
import { Mirror } from "../../src/domain/platform/mirror.ts";
import { Platform, Platforms } from "../../src/domain/platform/platform.ts";
import { PremiumHost } from "../../src/domain/platform/premium-host.ts";
import { QuotedCurrency } from "../../src/domain/platform/quoted-currency.ts";
import { SearchingModel } from "../../src/domain/reference/searches/searching-model.ts";
import type { Finding } from "../../src/domain/source/finding.ts";
import { PriceDifferences } from "../../src/domain/source/price-difference.ts";
import { priceTooHigh } from "../night/guards/price-too-high.ts";
import { namedInNewerList } from "../night/match/known/named-in-newer-list.ts";
import { matchDataFindings } from "../night/match/match-data.ts";
import { isZeroExplained } from "../night/merge/zeros.ts";
import { brokenSnapshots } from "../night/pipeline/check-snapshots.ts";
import { readCurated } from "../night/pipeline/curated.ts";
import { brokenNeedFigures } from "../night/pipeline/snapshot/need-figures.ts";
import { readStore } from "../night/pipeline/store.ts";
import { readQualityCurated, readQualityReadings } from "../night/quality/quality-store.ts";

/** `npm run data:check`: every data file against its schema, then what must hold between files whatever upstream says tonight. Prints what does not, exits 1. */
const curated = readCurated("data/curated");
const store = readStore("data/generated");
const platforms = [
  ...readJson("data/curated/platforms.json", Platforms),
  ...jsonFilesOf("data/curated/platforms").map((path) => readJson(path, Platform)),
];
const rows = {
  announcements: readJson("data/curated/announcements.json", z.array(Announcement)),
  claims: readJson("data/curated/claims.json", z.array(Claim)),
  hosts: readJson("data/curated/hosts.json", Hosts),
  movedModels: readJson("data/curated/moved-models.json", z.array(MovedModel)),
  sameWeights: readJson("data/curated/same-weights.json", z.array(SameWeights)),
  mirrors: readJson("data/curated/mirrors.json", z.array(Mirror)),
  premiumHosts: readJson("data/curated/premium-hosts.json", z.array(PremiumHost)),
  searchingModels: readJson("data/curated/searching-models.json", z.array(SearchingModel)),
  undatedPrices: readJson("data/curated/undated-prices.json", z.array(UndatedPrice)),
  quotedCurrencies: readJson("data/curated/quoted-currencies.json", z.array(QuotedCurrency)),
  workloads: readJson("data/curated/workloads.json", WorkloadPresets),
  priceDifferences: readJson("data/curated/price-differences.json", PriceDifferences),
  qualityAliases: readQualityCurated("data/curated").aliases,
  scores: readQualityReadings("data/generated").scores,
  changes: readChanges("data/generated"),
};
const modelIds = new Set(store.models.map(({ id }) => id));
const offerIds = new Set(store.offers.map(({ id }) => id));
const platformIds = new Set(platforms.map(({ id }) => id));
const makersOwn = new Set(platforms.filter(({ kind }) => kind === "direct").map(({ id }) => id));
const sourceIds = new Set<string>(store.run?.sources.map(({ id }) => id));

const checks: readonly (readonly [rule: string, broken: readonly string[]])[] = [
  ["every offer is of a known model", store.offers.filter(({ model }) => !modelIds.has(model)).map(({ id }) => id)],
  [
    "every offer is on a curated platform",
    distinct(store.offers.map(({ platform }) => platform).filter((id) => !platformIds.has(id))),
  ],
  ["every second reading is of a known offer", store.seconds.map(({ offer }) => offer).filter((id) => !offerIds.has(id))],
  ["nothing is sold and gone", store.gone.map(({ id }) => id).filter((id) => offerIds.has(id))],
  ["every tombstone is of a known model", store.gone.filter(({ model }) => !modelIds.has(model)).map(({ id }) => id)],
  ["models are sorted and unique", outOfOrder(store.models.map(({ id }) => id))],
  ["offers are sorted and unique", outOfOrder(store.offers.map(({ id }) => id))],
  ["platforms are unique", repeated(platforms.map(({ id }) => id))],
  ["every fee is one on every day", feesBy(contradictions)],
  [
    "a host that is a platform names a curated one",
    rows.hosts.flatMap(({ platform }) => (platform === null || platformIds.has(platform) ? [] : [platform])),
  ],
  [
    "every mirror is of a curated platform, and of no maker's own",
    distinct(rows.mirrors.map(({ platform }) => platform).filter((id) => !platformIds.has(id) || makersOwn.has(id))),
  ],
  [
    "whose list is resold is a curated platform",
    platforms.flatMap(({ id, resells }) =>
      resells?.every(({ value }) => platformIds.has(value.platform)) === false ? [id] : [],
    ),
  ],
  [
    "currencies and dear hosts are of curated platforms",
    [...rows.quotedCurrencies, ...rows.premiumHosts, ...rows.undatedPrices]
      .map(({ platform }) => platform)
      .filter((id) => !platformIds.has(id)),
  ],
  ["currencies are sorted and unique", outOfOrder(rows.quotedCurrencies.map(({ platform }) => platform))],
  ["a model that moved is at a model", rows.movedModels.filter(({ to }) => !modelIds.has(to)).map(({ from }) => from)],
  ["models that search are sorted and unique", outOfOrder(rows.searchingModels.map(({ model }) => model))],
  ["ids of the same weights are sorted and unique", outOfOrder(rows.sameWeights.map(({ model }) => model))],
  ["mirrors are sorted and unique", outOfOrder(rows.mirrors.map(({ platform, source }) => `${platform} ${source}`))],
  [
    "what is held says why",
    store.offers
      .filter(
        ({ status, heldBecause }) =>
          (status === "held" && heldBecause === null) || (status === "current" && heldBecause !== null),
      )
      .map(({ id }) => id),
  ],
  ["no price is absurd", store.offers.filter((offer) => priceTooHigh(offer) !== null).map(({ id }) => id)],
  ["nothing is free without a free variant or a curated line", store.offers.filter(isFreeUnexplained).map(({ id }) => id)],
  [
    "every guard exception is of a source that is read",
    distinct(curated.guardExceptions.map(({ source }) => source).filter((id) => !sourceIds.has(id))),
  ],
  ["a night has been written", store.run === null ? ["data/generated/run.json"] : []],
  ["kept rankings are the rows of their checksums", brokenSnapshots("data/generated/rankings")],
  ["kept figures of needs are those of their checksums", brokenNeedFigures("data/generated/need-figures")],
  ["no write was left half done", existsSync("data/generated/.pending") ? readdirSync("data/generated/.pending") : []],
  ["aliases and pairs that never join agree", findingTexts(matchDataFindings({ ...curated, modelIds: null }))],
];

/** What upstream can cause on any night, so that it must not hold one up: reported, and no failure. */
const notes: readonly (readonly [rule: string, texts: readonly string[]])[] = [
  ["every guard exception is needed", findingTexts((store.run?.findings ?? []).filter(({ rule }) => rule === "exceptionUnused"))],
  ["every stated fact is of a known model", curated.statedFacts.map(({ model }) => model).filter((id) => !modelIds.has(id))],
  ["every stated fact is needed", findingTexts((store.run?.findings ?? []).filter(({ rule }) => rule === "statedFactUnused"))],
  ["every fee that ends has a successor", feesBy((versions) => (endedBy(versions, store.run?.asOf ?? "") ? ["none"] : []))],
  ["every alias leads to a model there is", findingTexts(matchDataFindings({ ...curated, modelIds: [...modelIds] }))],
  ["what a newer copy of a list names is joined to what stands of the older", namedInNewerList(store, rows.mirrors)],
];

const failed = checks.filter(([, broken]) => broken.length > 0);
for (const [rule, texts] of notes.filter(([, each]) => each.length > 0))
  process.stdout.write(`note: not so: ${rule}: ${texts.join(", ")}\n`);
for (const [rule, broken] of failed) process.stdout.write(`not so: ${rule}: ${broken.slice(0, 10).join(", ")}\n`);
const sizes = Object.entries({ models: store.models, offers: store.offers, gone: store.gone, platforms, ...rows }).map(
  ([name, each]) => `${each.length} ${name}`,
);
process.stdout.write(`${sizes.join(", ")}\ndata: ${checks.length - failed.length} passed, ${failed.length} failed\n`);
process.exitCode = failed.length === 0 ? 0 : 1;

function isFreeUnexplained({ tier, prices, platform, upstreamId }: Offer): boolean {
  if (tier === "free" || prices.input !== 0 || prices.output !== 0) return false;
  return !isZeroExplained(curated.freePrices, { platform, upstreamId }, store.run?.asOf ?? "");
}

/** What there is to say of the versions of each fee: `openrouter topUp: 2026-11-20`. */
function feesBy(say: (versions: readonly Fact<unknown>[]) => readonly string[]): readonly string[] {
  return platforms.flatMap(({ id, fees }) =>
    Object.entries(fees ?? {}).flatMap(([name, versions]) => say(versions ?? []).map((text) => `${id} ${name}: ${text}`)),
  );
}

function findingTexts(findings: readonly Finding[]): readonly string[] {
  return findings.map(({ rule, subject, detail }) => `${rule} ${subject}: ${detail}`);
}

function outOfOrder(ids: readonly string[]): readonly string[] {
  return ids.filter((id, index) => index > 0 && (ids[index - 1] ?? "") >= id);
}

function repeated(ids: readonly string[]): readonly string[] {
  return outOfOrder(ids.toSorted());
}

function distinct(ids: readonly string[]): readonly string[] {
  return [...new Set(ids)];
}
