import { GENAI_PRICES_URL } from "../../scripts/night/sources/genai-prices/genai-prices.ts";
import { LITELLM_URL } from "../../scripts/night/sources/litellm/litellm.ts";
import { MODELS_DEV_URL } from "../../scripts/night/sources/models-dev/models-dev.ts";
import { BY_USE_URL, MODELS_URL } from "../../scripts/night/sources/openrouter/openrouter-list.ts";
import type { Bodies } from "./full-upstream.ts";
import { Failure } from "./play-nights.ts";

/** What happens to one source for some nights, and how long. Every scenario ends with two good nights. */
export interface Scenario {
  readonly source: string;
  readonly fault: string;
  readonly nights: number;
  /** The upstream on the bad nights. `night` counts from 0. */
  readonly upstream: (good: Bodies, night: number) => Bodies;
  /** Played by `npm test`; the others by `npm run fuzz` alone. */
  readonly isRepresentative: boolean;
}

/** Every URL the pattern fits answers an error. */
const failing =
  (urls: RegExp | string, message = "503 Service Unavailable") =>
  (good: Bodies): Bodies =>
    new Map([...good].map(([url, body]) => [url, isOneOf(url, urls) ? new Failure(message) : body]));

const isOneOf = (url: string, urls: RegExp | string): boolean => (typeof urls === "string" ? url === urls : urls.test(url));

/** Every URL the pattern fits answers another body. */
const answering =
  (urls: RegExp | string, body: unknown) =>
  (good: Bodies): Bodies =>
    new Map([...good].map(([url, was]) => [url, isOneOf(url, urls) ? body : was]));

const LISTS = [
  { source: "openrouter-models", fault: "the list is 503", upstream: failing(MODELS_URL) },
  { source: "openrouter-models", fault: "the order of use is 500", upstream: failing(BY_USE_URL, "500 Internal Server Error") },
  { source: "openrouter-models", fault: "the order of use is empty", upstream: answering(BY_USE_URL, { data: [] }) },
  { source: "openrouter-models", fault: "the list is empty", upstream: answering(MODELS_URL, { data: [] }) },
  { source: "openrouter-models", fault: "the list has another shape", upstream: answering(MODELS_URL, { models: [] }) },
  { source: "openrouter-endpoints", fault: "every host list is 503", upstream: failing(/\/endpoints$/) },
  {
    source: "openrouter-endpoints",
    fault: "the host lists of one maker are 503",
    upstream: failing(/\/mistralai\/.*\/endpoints$/),
  },
  { source: "models.dev", fault: "the body is 503", upstream: failing(MODELS_DEV_URL) },
  { source: "models.dev", fault: "the body is an empty table", upstream: answering(MODELS_DEV_URL, {}) },
  { source: "litellm", fault: "the body is 503", upstream: failing(LITELLM_URL) },
  { source: "genai-prices", fault: "the body is 503", upstream: failing(GENAI_PRICES_URL) },
  { source: "price pages", fault: "every page is 404", upstream: failing(/\.md$/, "404 Not Found") },
  { source: "everything", fault: "nothing answers", upstream: failing(/./, "ECONNREFUSED") },
] as const;

const REPRESENTATIVE: ReadonlySet<string> = new Set([
  "openrouter-models: the list is 503 ×3",
  "openrouter-models: the order of use is 500 ×1",
  "openrouter-endpoints: every host list is 503 ×1",
  "everything: nothing answers ×2",
]);

/** A source that cannot be read, for one, two and three nights. */
export const FAILURES: readonly Scenario[] = LISTS.flatMap((each) =>
  [1, 2, 3].map((nights) => ({ ...each, nights, isRepresentative: REPRESENTATIVE.has(nameOf({ ...each, nights })) })),
);

/** A scenario in the title of its test: `models.dev: cut off ×2`. */
export function nameOf({ source, fault, nights }: Pick<Scenario, "source" | "fault" | "nights">): string {
  return `${source}: ${fault} ×${nights}`;
}
