import type { OfferKey, Tier } from "../../../../src/domain/offer/offer.ts";
import { regionGroup } from "../../../../src/domain/offer/region.ts";
import type { OpenrouterId } from "./openrouter-id.ts";

type Sold = Extract<OpenrouterId, { kind: "model" }>;

const QUANTIZATION = /^(?:(?:mx|nv)?fp|bf|(?:mx)?int)(?:4|6|8|16|32)$/;
const CLOUD_REGION = /^[a-z]+-(?:gov-)?(?:north|south|east|west|central)[a-z]*-?\d+$/;
const TAG_TIERS = ["flex", "priority", "fast", "batch"] as const satisfies readonly Tier[];

/**
 * `"google-vertex/global/flex"` → host `google-vertex`, region `global`, tier `flex`. The endpoint's own `quantization` beats the tag's;
 * the tier in the id (`:batch`, `:free`) beats the tag's. What is none of these, or comes twice, is the variant, joined by `-`.
 */
export function readTag(tag: string, quantization: string | null, { tier, variant }: Sold): Omit<OfferKey, "platform"> {
  const [host = "", ...parts] = tag.toLowerCase().split("/");
  const words = parts.filter((part) => part !== "");
  const taggedTier = TAG_TIERS.find((name) => words.includes(name));
  const region = words.find(isRegion) ?? null;
  const taggedQuantization = words.find((part) => QUANTIZATION.test(part)) ?? null;
  const named = [taggedTier, region, taggedQuantization];
  const left = words.filter((part, index) => !named.includes(part) || words.indexOf(part) !== index);
  if (tier !== "standard" && taggedTier !== undefined && taggedTier !== tier) left.push(taggedTier);
  return {
    host,
    region,
    tier: tier === "standard" ? (taggedTier ?? tier) : tier,
    quantization: knownQuantization(quantization) ?? taggedQuantization,
    variant: [variant, ...left].filter((part) => part !== null).join("-") || null,
  };
}

/** A region is one we can group, or one that looks like a cloud's (`xy-north-3`). */
const isRegion = (part: string): boolean => regionGroup(part) !== null || CLOUD_REGION.test(part);

const knownQuantization = (text: string | null): string | null =>
  text === null || text === "" || text === "unknown" ? null : text.toLowerCase();
