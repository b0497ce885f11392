import type { Curated } from "../pipeline/curated.ts";
import { genaiPrices } from "./genai-prices/genai-prices.ts";
import { listPrices } from "./list-prices.ts";
import { litellm } from "./litellm/litellm.ts";
import { modelsDev } from "./models-dev/models-dev.ts";
import { openrouterEndpoints } from "./openrouter/openrouter-endpoints.ts";
import { openrouterModels } from "./openrouter/openrouter-models.ts";
import { piAi } from "./pi-ai/pi-ai.ts";
import { platformSources } from "./platforms/specs/all-specs.ts";
import { anthropicPricingPage } from "./price-pages/anthropic-pricing-page.ts";
import { fireworksPricingPage } from "./price-pages/fireworks-pricing-page.ts";
import { groqPricingPage } from "./price-pages/groq-pricing-page.ts";
import { openaiPricingPage } from "./price-pages/openai-pricing-page.ts";
import { xaiPricingPage } from "./price-pages/xai-pricing-page.ts";
import { zaiPricingPage } from "./price-pages/zai-pricing-page.ts";
import type { Source } from "./source.ts";

/** Read first: the newest of these lists, or copies of OpenRouter's list, is the site's *as of*, by which curated rows apply. */
export const listingSources = (curated: Curated): readonly Source[] => [openrouterModels, piAi(curated), modelsDev(curated)];

/** Every other source, in the order they are read. Adding one: a row of `SOURCES`, a file, a line here, a fixture. */
export function allSources(curated: Curated, asOf: string | null): readonly Source[] {
  return [
    openrouterEndpoints,
    ...(asOf === null ? [] : [listPrices({ rows: curated.listPrices, models: curated.models, asOf })]),
    openaiPricingPage,
    anthropicPricingPage,
    xaiPricingPage,
    zaiPricingPage,
    groqPricingPage,
    fireworksPricingPage,
    ...platformSources(),
    litellm(curated),
    ...(asOf === null ? [] : [genaiPrices({ ...curated, asOf })]),
  ];
}
