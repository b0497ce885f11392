import { z } from "zod";
import { MODELS_DEV_URL } from "../../../scripts/night/sources/models-dev/models-dev.ts";
import { hostsUrl } from "../../../scripts/night/sources/openrouter/openrouter-hosts.ts";
import { MODELS_URL } from "../../../scripts/night/sources/openrouter/openrouter-list.ts";
import type { Bodies, Json } from "../full-upstream.ts";
import { bent, eachOf, listed } from "./slips.ts";

/** A whole list with its rows, or its columns, in each other's places: no figure is odd by itself. */
export interface Reshuffle {
  /** The source that is held. */
  readonly source: string;
  readonly bend: (good: Bodies) => Bodies;
}

const Rows = z.array(z.record(z.string(), z.unknown()));
const Platform = z.looseObject({ models: z.record(z.string(), z.looseObject({ cost: z.unknown() })) });

export const RESHUFFLES: Readonly<Record<string, Reshuffle>> = {
  "input and output of OpenRouter's list in each other's places": {
    source: "openrouter-models",
    bend: (good) => listed(good, (rows) => rows.map((row) => swapped(row, "pricing", ["prompt", "completion"]))),
  },
  "every row of OpenRouter's list with the prices of the next": { source: "openrouter-models", bend: nextPricing },
  "input and output of models.dev in each other's places": {
    source: "models.dev",
    bend: (good) => eachPlatform(good, (rows) => eachOf(rows, (row) => swapped(Object(row), "cost", ["input", "output"]))),
  },
  "every row of models.dev with the prices of the next at its platform": {
    source: "models.dev",
    bend: (good) => eachPlatform(good, nextCost),
  },
  "every list of hosts at the address of the next": { source: "openrouter-endpoints", bend: nextHosts },
};

function swapped(row: Json, table: string, [a, b]: readonly [string, string]): Json {
  const prices: Json = { ...Object(row[table]) };
  return { ...row, [table]: { ...prices, [a]: prices[b], [b]: prices[a] } };
}

const next = <Item>(items: readonly Item[], index: number): Item | undefined => items[(index + 1) % items.length];

/** In both orders of the list each row has the prices of the one that follows in the first. */
function nextPricing(good: Bodies): Bodies {
  const rows = Rows.parse(Object(good.get(MODELS_URL)).data);
  const pricing = new Map(rows.map(({ id }, index) => [id, next(rows, index)?.["pricing"]]));
  return listed(good, (all) => all.map((row) => ({ ...row, pricing: pricing.get(row["id"]) })));
}

function nextCost(rows: Json): Json {
  const all = Object.entries(rows);
  return Object.fromEntries(all.map(([id, row], index) => [id, { ...Object(row), cost: Object(next(all, index)?.[1]).cost }]));
}

const eachPlatform = (good: Bodies, bend: (rows: Json) => Json): Bodies =>
  bent(good, MODELS_DEV_URL, (body) =>
    eachOf(body, (platform) => {
      const whole = Platform.parse(platform);
      return { ...whole, models: bend(whole.models) };
    }),
  );

function nextHosts(good: Bodies): Bodies {
  const [begin = "", end = ""] = hostsUrl("|").split("|");
  const urls = [...good.keys()].filter((url) => url.startsWith(begin) && url.endsWith(end));
  return new Map([...good, ...urls.map((url, index) => [url, good.get(next(urls, index) ?? url)] as const)]);
}
