import type { OfferKey } from "./offer.ts";
import { TIERS } from "./tier.ts";

/** `deepseek/deepseek-v4-flash@openrouter;host=streamlake;quant=fp8`: readable, stable, unique; defaults left out. */
export function offerId(model: string, key: OfferKey): string {
  const parts = [
    key.host === null ? "" : `;host=${key.host}`,
    key.region === null ? "" : `;region=${key.region}`,
    key.tier === "standard" ? "" : `;tier=${key.tier}`,
    key.quantization === null ? "" : `;quant=${key.quantization}`,
    key.variant === null ? "" : `;variant=${key.variant}`,
  ];
  return `${model}@${key.platform}${parts.join("")}`;
}

const KEY_PART = /;(?=(?:host|region|tier|quant|variant)=)/;

/**
 * What an offer id says: the inverse of `offerId`. `"z-ai/glm-5.2@openrouter;tier=free"` → model `z-ai/glm-5.2`, platform `openrouter`, tier `free`.
 * Throws for what is no offer id, and for a tier nobody knows.
 */
export function readOfferId(id: string): OfferKey & { readonly model: string } {
  const at = id.indexOf("@");
  if (at === -1) throw new Error(`${id}: not an offer id`);
  const [platform = "", ...parts] = id.slice(at + 1).split(KEY_PART);
  const fields = new Map(parts.map((part) => [part.slice(0, part.indexOf("=")), part.slice(part.indexOf("=") + 1)]));
  return {
    model: id.slice(0, at),
    platform,
    host: fields.get("host") ?? null,
    region: fields.get("region") ?? null,
    tier: tierOf(fields.get("tier") ?? "standard", id),
    quantization: fields.get("quant") ?? null,
    variant: fields.get("variant") ?? null,
  };
}

function tierOf(word: string, id: string): OfferKey["tier"] {
  const tier = TIERS.find((each) => each === word);
  if (tier === undefined) throw new Error(`${id}: no such tier`);
  return tier;
}
