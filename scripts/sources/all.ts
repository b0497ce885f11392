import type { Curated } from "../pipeline/curated.ts";
import { anthropicPricingPage } from "./anthropic-pricing-page.ts";
import { fireworksPricingPage } from "./fireworks-pricing-page.ts";
import { genaiPrices } from "./genai-prices.ts";
import { groqPricingPage } from "./groq-pricing-page.ts";
import { listPrices } from "./list-prices.ts";
import { litellm } from "./litellm.ts";
import { modelsDev } from "./models-dev.ts";
import { openaiPricingPage } from "./openai-pricing-page.ts";
import { openrouterEndpoints } from "./openrouter-endpoints.ts";
import { openrouterModels } from "./openrouter-models.ts";
import type { Source } from "./source.ts";
import { xaiPricingPage } from "./xai-pricing-page.ts";
import { zaiPricingPage } from "./zai-pricing-page.ts";

/** Read first: its day is the site's *as of*, by which curated rows apply. */
export const clockSource: Source = openrouterModels;

/** Every other source, in the order they are read. Adding one: a file, a line here, a fixture. */
export function allSources(curated: Curated, asOf: string | null): readonly Source[] {
  return [
    openrouterEndpoints,
    ...(asOf === null ? [] : [listPrices({ rows: curated.listPrices, asOf })]),
    openaiPricingPage,
    anthropicPricingPage,
    xaiPricingPage,
    zaiPricingPage,
    groqPricingPage,
    fireworksPricingPage,
    modelsDev(curated),
    litellm(curated),
    ...(asOf === null ? [] : [genaiPrices({ ...curated, asOf })]),
  ];
}
