import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import type { Offer } from "../../../src/domain/offer/offer.ts";
import type { Store } from "../../night/pipeline/store.ts";
import type { VerifyResult } from "./verdict.ts";

const Pricing = z.looseObject({ prompt: z.string(), completion: z.string() });
const ModelsBody = z.object({ data: z.array(z.looseObject({ id: z.string(), pricing: Pricing })) });
const EndpointsBody = z.object({ data: z.object({ endpoints: z.array(z.looseObject({ tag: z.string(), pricing: Pricing })) }) });
const Recorded = z.record(z.string(), z.object({ url: z.string() }));

const MODELS = "https://openrouter.ai/api/v1/models";
const ENDPOINTS = /^https:\/\/openrouter\.ai\/api\/v1\/models\/([^:]+?)(:[a-z]+)?\/endpoints$/;

/**
 * Every price of the recorded OpenRouter bodies against what was read from them: equal at six decimals, nothing lost, nothing added. A list is
 * held against its own readings: a newer copy may be what its offers show.
 */
export function verifyPrices(dir: string, store: Store): VerifyResult {
  const recorded = Object.entries(Recorded.parse(readJson(join(dir, "recorded.json"))));
  const models = recorded.flatMap(([path, { url }]) => (url === MODELS ? checkModels(readJson(join(dir, path)), store) : []));
  const hosts = recorded.flatMap(([path, { url }]) => {
    const [, id, variant] = ENDPOINTS.exec(url) ?? [];
    return id === undefined ? [] : checkHosts(id, variant ?? "", readJson(join(dir, path)), store);
  });
  const wrong = [...models, ...hosts].flatMap(({ problem }) => (problem === null ? [] : [problem]));
  return {
    title: "OpenRouter prices",
    figures: [
      `${models.length} plain models, ${models.length - wrong.length} of them and of the hosts read as upstream at six decimals`,
      `${hosts.filter(({ isGone }) => isGone).length} recorded endpoints sold no more, each with a tombstone`,
      `${hosts.length} recorded endpoints looked up among ${store.offers.filter(({ platform, host }) => platform === "openrouter" && host !== null).length} host offers`,
    ],
    failures: wrong,
  };
}

interface Check {
  readonly problem: string | null;
  /** A tombstone stands where the offer was. */
  readonly isGone: boolean;
}

function checkModels(body: unknown, store: Store): readonly Check[] {
  const rows = store.readings.get("openrouter-models") ?? [];
  const readings = new Map(
    rows.map(({ upstreamId, key, prices, conditions }) => [upstreamId, { tier: key.tier, prices, conditions }]),
  );
  const plain = ModelsBody.parse(body).data.filter(({ id }) => !/[:~]/.test(id) && !id.startsWith("openrouter/"));
  return plain.map(({ id, pricing }) => ({ problem: compare(`${id}@openrouter`, readings.get(id), pricing), isGone: false }));
}

function checkHosts(id: string, variant: string, body: unknown, store: Store): readonly Check[] {
  const isHosted = ({ model, platform, host }: Hosted) => model === id && platform === "openrouter" && host !== null;
  const [current, gone] = [store.offers.filter(isHosted), store.gone.filter(isHosted)];
  return EndpointsBody.parse(body).data.endpoints.map(({ tag, pricing }) => {
    const host = tag.split("/")[0] ?? tag;
    const candidates = current.filter((offer) => offer.host === host && isVariant(offer, variant));
    const isSold = candidates.some((offer) => compare(tag, offer, pricing) === null);
    const isGone = !isSold && gone.some((offer) => offer.host === host && isVariant(offer, variant));
    return {
      isGone,
      problem: isSold || isGone ? null : `${id}${variant} via ${tag}: no offer at ${pricing.prompt}/${pricing.completion}`,
    };
  });
}

type Hosted = Pick<Offer, "model" | "platform" | "host">;

function isVariant(offer: Pick<Offer, "tier">, variant: string): boolean {
  if (variant === ":batch") return offer.tier === "batch";
  return variant === ":free" ? offer.tier === "free" : offer.tier !== "batch" && offer.tier !== "free";
}

type Shown = Pick<Offer, "tier" | "prices"> & { readonly conditions: readonly Offer["conditions"][number][] };

function compare(subject: string, offer: Shown | undefined, pricing: z.output<typeof Pricing>): string | null {
  if (offer === undefined) return `${subject}: no offer`;
  const free = Number(pricing.prompt) === 0 && Number(pricing.completion) === 0 && offer.tier !== "free";
  const expected = free ? [null, null] : [sixDecimals(pricing.prompt), sixDecimals(pricing.completion)];
  const shown = [offer.prices.input, offer.prices.output].map((micro) => (micro === undefined ? null : (micro / 1e6).toFixed(6)));
  if (expected.join() === shown.join()) return null;
  return inWindow(offer, expected) ? null : `${subject}: shows ${shown.join("/")}, upstream ${expected.join("/")}`;
}

/** A clock-priced offer's headline is the card in force when it was read; ours is the base card, the other a window. */
function inWindow(offer: Shown, expected: readonly (string | null)[]): boolean {
  return offer.conditions.some((condition) => {
    const { input, output } = { ...offer.prices, ...condition.prices };
    return (
      "utc" in condition &&
      [input, output].map((micro) => (micro === undefined ? null : (micro / 1e6).toFixed(6))).join() === expected.join()
    );
  });
}

/** USD per token text → USD per million tokens at six decimals, by moving the point: an arithmetic of its own, not the site's codec. */
function sixDecimals(perToken: string): string {
  const [whole = "0", fraction = ""] = perToken.split(".");
  const digits = `${whole}${fraction.padEnd(6, "0").slice(0, 6)}`;
  const furtherDigits = fraction.slice(6).padEnd(7, "0");
  const scaled = BigInt(`${digits}${furtherDigits.slice(0, 6)}`) + (Number(`0.${furtherDigits.slice(6)}`) > 0.5 ? 1n : 0n);
  const text = scaled.toString().padStart(7, "0");
  return `${text.slice(0, -6)}.${text.slice(-6)}`;
}

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(path, "utf8"));
}
