import type { Tier } from "../offer/offer.ts";

/** What the words of a platform's own id say of the offer, and the id without them. */
export interface VariantWords {
  /** Still in the platform's spelling, with its path and case: `Qwen/Qwen3-235B-A22B-Instruct-2507`. */
  readonly bareId: string;
  readonly tier: Tier;
  readonly quantization: string | null;
  readonly region: string | null;
  /** Everything else that is not identity, joined in the order of the id: `tee-thinking`. */
  readonly variant: string | null;
}

/**
 * Splits a platform's id into the model and the way it is sold.
 * `us.anthropic.claude-opus-4-8` → region `us`; `Qwen3-32B-FP8` → quantization `fp8`; `glm-5.2:thinking` → variant `thinking`.
 *
 * A word that can be part of a model's name stays: `gpt-4-turbo`, `qwen3-max-thinking`, `grok-4-fast`, `claude-opus-4.8-fast`
 * (OpenRouter lists the last one as a model of its own), `qwen3.5:397b`. A word nobody has listed here stays too:
 * an unmatched id is seen and corrected, a wrong join is not. A dated Vertex id keeps its date: `claude-opus-4-5@20251101` → `…-20251101`.
 */
export function variantWords(upstreamId: string): VariantWords {
  const front = peelFront(upstreamId);
  const peeled: Word[] = [];
  let bareId = front.bareId;
  for (let next = peelEnd(bareId); next !== null; next = peelEnd(bareId)) {
    bareId = next.bareId;
    if (next.word !== null) peeled.unshift(next.word);
  }
  return { bareId, ...fields([...front.words, ...peeled]) };
}

/** Whether an id says how a model is sold, and not only which one it is: `:free`, `-fp8`, `eu.`. */
export const isWayOfSelling = ({ tier, quantization, region, variant }: VariantWords): boolean =>
  tier !== "standard" || quantization !== null || region !== null || variant !== null;

const SPEEDS = /(^|-)(fast|turbo|highspeed|lightning|ultrafast|ultraspeed)(-|$)/;

/** Whether a variant is a faster service of the same weights, at a price of its own as a tier has: `highspeed`, `ultrafast`. */
export const isSpeedVariant = (variant: string | null): boolean => variant !== null && SPEEDS.test(variant);

interface Word {
  readonly field: "tier" | "quantization" | "region" | "variant";
  readonly value: string;
}

interface Peeled {
  readonly bareId: string;
  readonly word: Word | null;
}

const GEO_PREFIX = /^(us-gov|us|eu|au|jp|apac|global|ca|sa|uk|in)\.(?=[a-z0-9-]+\.)/i;
const TEE_PATH = /^TEE\//;
/** Azure’s names of what Fireworks runs for it: `FW-GLM-5.2`. */
const FIREWORKS = /^FW-(?=[A-Za-z])/i;

function peelFront(id: string): { bareId: string; words: readonly Word[] } {
  const geo = GEO_PREFIX.exec(id);
  if (geo !== null) return { bareId: id.slice(geo[0].length), words: [{ field: "region", value: (geo[1] ?? "").toLowerCase() }] };
  if (TEE_PATH.test(id)) return { bareId: id.slice("TEE/".length), words: [{ field: "variant", value: "tee" }] };
  if (FIREWORKS.test(id)) return { bareId: id.slice("FW-".length), words: [{ field: "variant", value: "fw" }] };
  return { bareId: id, words: [] };
}

/** Hosts' speed words mean a faster service of the same weights only after a size or in these open-weight families. */
const SPEED_FAMILY =
  /(\d[be](-[a-z]*\d+[be])?(-(instruct|thinking|it|chat))?(-\d{4})?|(glm-?|kimi-k|minimax-m|deepseek-[vr])\d[^/]*)$/i;
/** Z.ai sells `glm-5-turbo` and `glm-5v-turbo` as models. */
const TURBO_IS_A_MODEL = /glm-?\d+v?$/i;
/** A Claude or Gemini is asked to think; a Qwen, Kimi or GLM `-thinking` may be other weights. */
const THINKING_IS_A_SETTING = /((claude|gemini-(?!2\.0))-?[^/]*|deepseek-v3[.-]?[12][^/]*|glm-?[45]\.\d)$/i;
/** OpenAI’s priority processing, as routers name it. */
const OPENAI_FAST = /(^|\/)(gpt-\d[^/]*|o[34](-mini)?)$/i;

interface Rule {
  readonly pattern: RegExp;
  readonly after?: RegExp;
  readonly notAfter?: RegExp;
  /** Null = a word of the platform's spelling that means nothing. */
  readonly word: ((text: string) => Word) | null;
}

const tier = (value: Tier) => (): Word => ({ field: "tier", value });
const quantization = (text: string): Word => ({ field: "quantization", value: text });
const region = (text: string): Word => ({ field: "region", value: text });
const variant = (text: string): Word => ({ field: "variant", value: text.replaceAll(":", "-") });

/** The first rule that fits takes its word off the end. A letter or digit must remain before it: `openrouter/free` is a name. */
const RULES: readonly Rule[] = [
  { pattern: /[:-](free)$/i, word: tier("free") },
  { pattern: /[:-](batch)$/i, word: tier("batch") },
  { pattern: /:(thinking(?::[a-z0-9]+)?|discounted|extended|exacto|nitro|floor|online|peft:\d+)$/i, word: variant },
  { pattern: /:(\d{4,6})$/, after: /-thinking$/i, word: variant },
  { pattern: /@(default)$/i, word: null },
  { pattern: /@((?:eu|us|global|apac|uk|europe|asia)(?:-[a-z]+-?\d+)?)$/i, word: region },
  { pattern: /-(maas)$/i, word: null },
  { pattern: /-(fp8|fp4|nvfp4|mxfp4|bf16|fp16|int4|int8|awq)$/i, word: quantization },
  // Cloudflare's only form of that Llama, so not a faster tier beside a standard one.
  { pattern: /-(fp8)-(?:dynamic|fast)$/i, word: quantization },
  { pattern: /-(int4)-mixed-ar$/i, word: quantization },
  { pattern: /-(tee|cheaper|original|highspeed)$/i, word: variant },
  { pattern: /-(?:high-through|t)(put)$/i, after: SPEED_FAMILY, word: () => variant("tput") },
  { pattern: /-(fast)$/i, after: SPEED_FAMILY, word: tier("fast") },
  { pattern: /-(fast)$/i, after: OPENAI_FAST, word: tier("fast") },
  { pattern: /-(flex)$/i, after: SPEED_FAMILY, word: tier("flex") },
  { pattern: /-(turbo)$/i, after: SPEED_FAMILY, notAfter: TURBO_IS_A_MODEL, word: variant },
  { pattern: /-(lightning|short|spot|ultrafast)$/i, after: SPEED_FAMILY, word: variant },
  { pattern: /-(think(?:ing)?)$/i, after: THINKING_IS_A_SETTING, word: () => variant("thinking") },
];

function peelEnd(id: string): Peeled | null {
  const dated = /^(.*[^/@])@([\w.-]+)$/.exec(id);
  for (const rule of RULES) {
    const match = rule.pattern.exec(id);
    const bareId = match === null ? "" : id.slice(0, match.index);
    if (match === null || !/[a-z0-9]$/i.test(bareId)) continue;
    if (rule.after?.test(bareId) === false || rule.notAfter?.test(bareId) === true) continue;
    return { bareId, word: rule.word?.((match[1] ?? "").toLowerCase()) ?? null };
  }
  return dated === null ? null : { bareId: `${dated[1]}-${dated[2]}`, word: null };
}

/** Two tiers in one id (`-fast-flex`): the outer one bills, the inner one is a variant. */
function fields(words: readonly Word[]): Omit<VariantWords, "bareId"> {
  const values = (field: Word["field"]) => words.filter((word) => word.field === field).map(({ value }) => value);
  const tiers = values("tier");
  const variants = [...tiers.slice(0, -1), ...values("variant")];
  return {
    tier: tierNamed(tiers.at(-1)),
    quantization: values("quantization").at(-1) ?? null,
    region: values("region").at(-1) ?? null,
    variant: variants.length === 0 ? null : variants.join("-"),
  };
}

function tierNamed(word: string | undefined): Tier {
  return word === "free" || word === "batch" || word === "flex" || word === "fast" ? word : "standard";
}
