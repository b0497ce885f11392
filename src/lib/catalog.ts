import { join } from "node:path";
import { Model } from "../domain/model.ts";
import { Offer, SecondReading } from "../domain/offer.ts";
import { Run } from "../domain/run.ts";
import { Unmatched } from "../domain/unmatched.ts";
import { readJson, readRows } from "./rows.ts";

/** The one door to the data: rows read once a build, checked against their schemas, in the order of the files (by id). */
const dir = process.env["TOKEN_PARITY_DATA"] ?? "data";
const generated = (name: string) => join(dir, "generated", name);

export const run = readJson(generated("run.json"), Run);
export const models = readRows(generated("models.jsonl"), Model);
export const offers = readRows(generated("offers.jsonl"), Offer);
const seconds = readRows(generated("seconds.jsonl"), SecondReading);
export const unmatched = readRows(generated("unmatched.jsonl"), Unmatched);

const modelById = new Map(models.map((model) => [model.id, model]));
const offersByModel = Map.groupBy(offers, ({ model }) => model);
const offersByPlatform = Map.groupBy(offers, ({ platform }) => platform);
const secondsByOffer = Map.groupBy(seconds, ({ offer }) => offer);

export function modelOf(id: string): Model {
  const model = modelById.get(id);
  if (model === undefined) throw new Error(`no model ${id}`);
  return model;
}

export const offersOf = (modelId: string): readonly Offer[] => offersByModel.get(modelId) ?? [];
export const offersOn = (platformId: string): readonly Offer[] => offersByPlatform.get(platformId) ?? [];
export const secondsOf = (offerId: string): readonly SecondReading[] => secondsByOffer.get(offerId) ?? [];
