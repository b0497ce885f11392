import { z } from "zod";
import { openrouterModels } from "../../scripts/night/sources/openrouter/openrouter-models.ts";
import type { ModelFacts, Parsed, Reading } from "../../scripts/night/sources/source.ts";
import { Prices } from "../../src/domain/offer/meter.ts";
import { aModelRow, modelsBody } from "../fixtures/openrouter-rows.ts";

/** What is read of OpenRouter's list of models with these rows. */
export const parse = (...rows: readonly unknown[]): Parsed => openrouterModels.parse([modelsBody(rows)]);

export function readingOf(over: Record<string, unknown>): Reading {
  const [reading] = parse(aModelRow(over)).readings;
  if (reading === undefined) throw new Error("no reading");
  return reading;
}

export function factsOf(over: Record<string, unknown>): ModelFacts {
  const [facts] = parse(aModelRow(over)).models;
  if (facts === undefined) throw new Error("no facts");
  return facts;
}

/** A reading at $1/$2 with these prices more. */
export const priced = (pricing: Record<string, unknown>): Reading =>
  readingOf({ pricing: { prompt: "0.000001", completion: "0.000002", ...pricing } });

/** Decimal text, as files carry it. */
export const textOf = (prices: Prices): z.input<typeof Prices> => z.encode(Prices, prices);
