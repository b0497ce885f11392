import type { z } from "zod";
import type { Claim } from "../../src/domain/claim/claim.ts";
import type { WorkloadPreset } from "../../src/domain/cost/workload.ts";
import type { Announcement } from "../../src/domain/history/announcement.ts";
import type { ChangeRow } from "../../src/domain/history/change.ts";
import type { Host } from "../../src/domain/offer/host.ts";
import type { ListPrice } from "../../src/domain/offer/list-price.ts";
import type { Platform } from "../../src/domain/platform/platform.ts";
import type { PlatformAlias } from "../../src/domain/platform/platform-alias.ts";
import type { MeasuredCost } from "../../src/domain/quality/measured-cost.ts";
import type { Quality } from "../../src/domain/quality/quality.ts";
import type { QualityFit } from "../../src/domain/quality/quality-fit.ts";
import type { RankingSnapshot } from "../../src/domain/ranking/ranking-snapshot.ts";
import type { NeedFigures } from "../../src/domain/ranking/snapshot/need-figures.ts";
import type { Run, SourceStatus } from "../../src/domain/source/run.ts";
import { A_CENT, aWorkload } from "../builders/a-workload.ts";
import { AS_OF } from "./catalogue.ts";

/** What is around the rows of the small catalogue: platforms, workloads, qualities, history, sources. */

const READ = { sourceUrl: "https://acme.example/fees", date: "2026-08-01", confidence: "high" } as const;
type PlatformInput = z.input<typeof Platform>;

const aPlatform = (id: string, kind: Platform["kind"], more: Partial<PlatformInput> = {}): PlatformInput => ({
  id,
  name: id.charAt(0).toUpperCase() + id.slice(1),
  kind,
  status: "open",
  market: "international",
  listMakers: [],
  links: { home: `https://${id}.example` },
  api: [{ value: { baseUrl: `https://api.${id}.example/v1`, speaks: ["openai"], keyEnv: null }, ...READ }],
  ...more,
});

export const PLATFORMS: readonly PlatformInput[] = [
  aPlatform("acme", "direct", {
    listMakers: ["acme"],
    links: { home: "https://acme.example", pricing: "https://acme.example/pricing" },
    ownPrices: [{ value: { kind: "page", says: "A dated price page.", url: "https://acme.example/pricing" }, ...READ }],
    fees: { topUp: [{ value: [], ...READ }] },
  }),
  aPlatform("cloudy", "cloud"),
  aPlatform("hostly", "host"),
  aPlatform("openrouter", "router", {
    name: "OpenRouter",
    fees: {
      topUp: [{ value: [{ method: "card", percentBps: 550, minimumCents: 80 }], ...READ }],
      tokenMarkupBps: [{ value: 0, ...READ }],
      byok: [{ value: { percentBps: 500, allowance: { unit: "listCents", perMonth: 2_500_000 } }, ...READ }],
      bonuses: [{ value: [{ fromCents: 99_900, bonusBps: 600, firstTopUpOnly: true }], ...READ, note: "Made up." }],
    },
  }),
  aPlatform("shut", "reseller", {
    ...{ status: "closed", closedOn: "2026-05-06", market: "eu" },
    closure: { value: "Its price list ended.", sourceUrl: "https://shut.example/end", date: "2026-05-06", confidence: "high" },
  }),
];

export const HOSTS: readonly Host[] = [
  { slug: "hostly", name: "Hostly", platform: "hostly", headquarters: "US" },
  { slug: "quick", name: "Quick Inc", platform: null, headquarters: null },
];

/** Two of the published workloads. */
export const PRESETS: readonly WorkloadPreset[] = [
  {
    ...{ id: "chat", name: "Chat", meaning: "Talk.", worseAnswer: A_CENT },
    ...aWorkload({ requests: 100_000, inputTokens: 2_000, outputTokens: 500, cachedShare: 0.5 }),
  },
  {
    ...{ id: "batch-extraction", name: "Extraction in batches", meaning: "Fields of records.", worseAnswer: A_CENT },
    ...aWorkload({ requests: 500_000, inputTokens: 1_500, outputTokens: 200, batchShare: 1 }),
  },
];

const aSource = (id: SourceStatus["id"], name: string, url: string, more: Partial<SourceStatus> = {}): SourceStatus => ({
  id,
  name,
  url,
  licence: `Licence of ${name}`,
  hand: "first",
  readAt: "2026-08-22T17:20:00Z",
  status: "fresh",
  why: null,
  bodies: 2,
  readings: 41,
  offers: 4,
  skipped: {},
  unmatched: 0,
  ...more,
});

export const RUN: Run = {
  schemaVersion: 1,
  asOf: AS_OF,
  sources: [
    aSource("openrouter-models", "OpenRouter models", "https://openrouter.ai/api/v1/models", { skipped: { "a router": 6 } }),
    aSource("openrouter-endpoints", "OpenRouter hosts", "https://openrouter.ai/api/v1/models", { offers: 3 }),
    aSource("list-prices", "List prices, read by hand", "https://acme.example/pricing", {
      offers: 2,
      readAt: "2026-08-20T00:00:00Z",
    }),
    aSource("models.dev", "models.dev", "https://models.dev/api.json", {
      hand: "second",
      readAt: "2026-08-19T00:00:00Z",
      status: "held",
      why: "lost over 10 % of its offers",
      hold: { rule: "sourceShrink", since: "2026-08-21T00:00:00Z", seenAt: "2026-08-20T00:00:00Z", readings: 40 },
      offers: 5,
    }),
  ],
  findings: [{ rule: "priceJump", action: "hold", scope: "offer", subject: "acme/nova@cloudy;region=eu-west-1", detail: "9×" }],
};

const aQuality = (model: string, value: number, sources: readonly ("lmarena" | "epoch-eci")[]): Quality => ({
  model,
  value,
  interval: [value - 11, value + 12],
  status: sources.length > 1 ? "rated" : "provisional",
  inheritedFrom: null,
  sources: sources.map((id) => ({
    ...{ id, release: null, name: `${model} at ${id}`, score: value - 3, effort: null, match: "exact" },
    ...{ readAt: "2026-08-22T00:00:00Z", url: `https://${id}.example` },
  })),
});

export const QUALITIES: readonly Quality[] = [
  aQuality("acme/nova", 1_450, ["lmarena", "epoch-eci"]),
  { ...aQuality("acme/nova-fast", 1_450, ["lmarena", "epoch-eci"]), inheritedFrom: "acme/nova" },
  aQuality("zeta/open", 1_320, ["lmarena"]),
  { model: "zeta/zero", value: null, interval: null, status: "notRated", inheritedFrom: null, sources: [] },
];

export const FIT: QualityFit = {
  schemaVersion: 1,
  asOf: AS_OF,
  models: 3,
  intervalLevel: 0.9,
  noiseFloorShare: 0.15,
  sources: [{ id: "lmarena", name: "LMArena", url: "https://lmarena.example", licence: "CC BY 4.0", attribution: "LMArena" }],
  scales: [
    {
      ...{ source: "lmarena", release: null, a: 1_400, b: 80, noise: 12, noiseFloor: 11, typicalError: 4, models: 3 },
      readAt: "2026-08-22T00:00:00Z",
    },
  ],
  field: [
    { model: "acme/nova", elo: 1_450 },
    { model: "zeta/open", elo: 1_320 },
  ],
};

export const MEASURED: readonly MeasuredCost[] = [
  {
    ...{ model: "acme/nova", source: "livebench", release: "2026-06-25", name: "nova-max", match: "exact", effort: "max" },
    ...{ usdPerQuestion: "0.41", usdPerSuccessfulTask: "0.52" },
    ...{ readAt: "2026-08-22T00:00:00Z", url: "https://livebench.example" },
  },
];

type Move = readonly [old: string | null, now: string | null];

const aLine = (day: string, offerId: string, meter: ChangeRow["meter"], [old, now]: Move) => ({
  ...{ day, offerId, meter, condition: null, old, new: now, note: null, source: "openrouter-models" as const },
});

/** As a file of history has it: prices as text. */
export const HISTORY: readonly z.input<typeof ChangeRow>[] = [
  aLine("2026-06-02", "acme/nova@openrouter", "input", [null, "3.6"]),
  aLine("2026-06-02", "acme/nova@openrouter", "output", [null, "18"]),
  aLine("2026-06-02", "zeta/open@openrouter", "input", [null, "0.41"]),
  aLine("2026-06-02", "zeta/open@openrouter;host=quick", "output", [null, "0.8"]),
  { ...aLine("2026-06-02", "zeta/open@cloudy", "input", [null, "7"]), source: "list-prices" },
  { ...aLine("2026-06-02", "zeta/open@cloudy", "output", [null, "35"]), source: "list-prices" },
  { ...aLine("2026-06-02", "zeta/open@cloudy", "input", [null, "13"]), source: "list-prices", condition: "prompt>200000" },
  {
    ...aLine("2026-06-02", "zeta/open@cloudy", "output", [null, "17"]),
    ...{ source: "list-prices", condition: "utc 22:00-23:30 mon,tue" },
  },
  { ...aLine("2026-06-02", "zeta/open@cloudy", "cacheRead", [null, "0.7"]), source: "models.dev" },
  aLine("2026-07-15", "acme/nova@openrouter", "input", ["3.6", "3.3"]),
  { ...aLine("2026-08-01", "acme/nova@acme", "output", ["21", "22.5"]), condition: "prompt>200000", source: "list-prices" },
  aLine("2026-08-10", "zeta/open@openrouter;host=quick", "output", ["0.8", "1"]),
  { ...aLine("2026-08-12", "acme/nova-fast@openrouter", "input", ["8.1", null]), note: "vanished" },
  { ...aLine("2026-08-20", "acme/nova-fast@openrouter", "input", [null, "8.1"]), note: "returned" },
];

/** What two catalogues call platforms; the third is LiteLLM's own name of OpenRouter. */
export const ALIASES: readonly PlatformAlias[] = [
  { source: "litellm", name: "acme_chat", platform: "acme", why: "Its own name there." },
  { source: "genai-prices", name: "acme-ai", platform: "acme", why: "Its own name there." },
];

export const ANNOUNCEMENTS: readonly z.input<typeof Announcement>[] = [
  {
    ...{ id: "acme-nova-retirement", model: "acme/nova", platform: "acme", kind: "retirement" },
    ...{ announcedOn: "2026-07-01", effectiveOn: "2027-01-31", atLeastUntil: null, withdrawnOn: null },
    ...{
      what: "Shut down in the maker’s API.",
      sourceUrl: "https://acme.example/news",
      confidence: "high",
      checkedOn: "2026-08-20",
    },
  },
];

export const CLAIMS: readonly z.input<typeof Claim>[] = [
  {
    ...{ id: "nova-list", said: "Nova costs $3 a million tokens in.", by: "An article", byUrl: "https://article.example" },
    ...{ saidOn: "2026-05-09", saidValue: { value: "3.00" }, unit: "USD", places: 2, note: null },
    formula: {
      kind: "price",
      of: { said: "3.00", atTheTime: "3", today: { look: "list", model: "acme/nova", meter: "input" } },
    },
    alternatives: [
      {
        label: "at OpenRouter",
        formula: {
          kind: "price",
          of: { said: "3.00", today: { look: "price", platform: "openrouter", model: "acme/nova", meter: "input" } },
        },
      },
    ],
  },
  {
    ...{ id: "nova-range", said: "The card fee is 5 to 6 %.", by: "An article", byUrl: null, saidOn: null, unit: "percent" },
    ...{ saidValue: { from: "5", to: "6" }, places: 1, note: null },
    formula: {
      kind: "figure",
      of: { said: null, today: { look: "figure", platform: "openrouter", figure: "cardFeePercent" } },
    },
  },
  {
    ...{ id: "nova-best", said: "Nova is the nicest.", by: "An article", byUrl: null, saidOn: null, saidValue: null },
    ...{ unit: "count", places: 0, note: "Taste.", formula: { kind: "notCheckable", why: "No figure." } },
  },
];

export const COMPARISONS = [{ pair: ["openrouter", "acme"], why: "One key, or Acme’s own API?" }] as const;

export const SNAPSHOTS: RankingSnapshot = {
  workload: "chat",
  asOf: "2026-08-15",
  kept: [
    {
      sha256: "ab".repeat(32),
      rows: [
        {
          ...{ modelId: "acme/nova", offerId: "acme/nova@acme", rank: 1, rankInterval: [1, 2], tiedWith: 1 },
          quality: { value: 1_449, interval: [1_440, 1_461], status: "rated", sources: ["lmarena", "epoch-eci"] },
          landedUsdPerMonth: "1080.5",
        },
      ],
    },
  ],
};

export const NEED_FIGURES: NeedFigures = {
  ...{ asOf: "2026-08-15", sha256: "cd".repeat(32) },
  terms: [{ workload: "chat", requests: 100_000, worseAnswerUsd: 0.01 }],
  fields: [{ scale: "coding", elos: [1_440] }],
  qualities: [
    {
      ...{ scale: "coding", modelId: "acme/nova", value: 1_460, interval: [1_430, 1_490], status: "provisional" },
      sources: ["lmarena-webdev"],
    },
  ],
  prices: [
    {
      ...{ workload: "chat", modelId: "acme/nova-coder", offerId: "acme/nova-coder@acme" },
      ...{ landedUsdPerMonth: "540.25", billedUsdPerMonth: "600", outputRatio: 1.2 },
    },
  ],
};

export const UNMATCHED = [{ source: "models.dev", platform: "hostly", upstreamId: "nobody-knows-it" }] as const;

/** What Nova cost at its maker before 20 August. */
export const LIST_PRICES: readonly z.input<typeof ListPrice>[] = [
  {
    ...{ platform: "acme", upstreamId: "nova-2026", tier: "standard", prices: { input: "2.6", output: "13.2" } },
    ...{ validFrom: null, validTo: "2026-08-20", sourceUrl: "https://acme.example/pricing", observedOn: "2026-08-01" },
    confidence: "high",
  },
];
