import { expect, test } from "vitest";
import { models, platforms, presets, rankedOf, run, sheetOf } from "../../../src/data/catalog.ts";
import { modelJson } from "../../../src/data/json/api-json.ts";
import { sellerOn } from "../../../src/domain/platform/platform.ts";
import { cheapestOf, DEFAULT_RANK_OPTIONS, rankOffers } from "../../../src/domain/ranking/cheapest.ts";
import { ModelFile, PlatformsFile } from "../src/site/shapes.ts";

/** What decides who is cheapest and is not read from the site's files would name another winner here than there: a limit, a doubt, a card. */

const asPublished = (value: unknown): unknown => JSON.parse(JSON.stringify(value));
const sellers = new Map(PlatformsFile.parse(asPublished(platforms)).map((each) => [each.id, sellerOn(each, run.asOf)]));
const offersRead = models.map(({ id }) => {
  const { offers } = ModelFile.parse(asPublished(modelJson(sheetOf(id), [], [])));
  return { id, offers: offers.map((offer) => ({ ...offer, model: id, hostName: offer.host })) };
});

test.each(presets)("of every model the cheapest seller for $id is the site's", (preset) => {
  const differing = offersRead.flatMap(({ id, offers }) => {
    const here = cheapestOf(rankOffers(offers, preset, sellers, DEFAULT_RANK_OPTIONS))?.offer.id;
    const there = cheapestOf(rankedOf(id, preset))?.offer.id;
    return here === there ? [] : [[id, here, there]];
  });
  expect(differing).toEqual([]);
});
