import { openrouterEndpoints } from "../../scripts/night/sources/openrouter/openrouter-endpoints.ts";
import type { Parsed, Reading } from "../../scripts/night/sources/source.ts";
import { offerId } from "../../src/domain/offer/offer-id.ts";
import { anEndpoint, hostsBody } from "../fixtures/openrouter-rows.ts";

/** What is read of OpenRouter's hosts of a model. */
export const parse = (...endpoints: readonly unknown[]): Parsed =>
  openrouterEndpoints.parse([hostsBody("acme/nova-9", endpoints)]);

export function readingOf(over: Record<string, unknown>, id = "acme/nova-9"): Reading {
  const [reading] = openrouterEndpoints.parse([hostsBody(id, [anEndpoint(over)])]).readings;
  if (reading === undefined) throw new Error("no reading");
  return reading;
}

export const idsOf = (readings: readonly Reading[]): readonly string[] =>
  readings.map(({ model, key }) => offerId(model ?? "", key));
