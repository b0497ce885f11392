import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { vi } from "vitest";
import { Offer, SecondReading } from "../../src/domain/offer/offer.ts";
import { needMonthText, packNeedMonth } from "../../src/domain/ranking/snapshot/need-month.ts";
import { packMonth, rankingMonthText } from "../../src/domain/ranking/snapshot/ranking-month.ts";
import { GONE, MODELS, OFFERS, SECONDS } from "./catalogue.ts";
import {
  ALIASES,
  ANNOUNCEMENTS,
  CLAIMS,
  COMPARISONS,
  FIT,
  HISTORY,
  HOSTS,
  LIST_PRICES,
  MEASURED,
  NEED_FIGURES,
  PLATFORMS,
  PRESETS,
  QUALITIES,
  RUN,
  SNAPSHOTS,
  UNMATCHED,
} from "./surroundings.ts";

/** Files that a data folder has, by their place in it. */
const FILES: Readonly<Record<string, string>> = {
  "generated/run.json": JSON.stringify(RUN),
  "generated/models.jsonl": lines(MODELS),
  "generated/offers.jsonl": lines(OFFERS.toSorted((a, b) => (a.id < b.id ? -1 : 1)).map((offer) => Offer.encode(offer))),
  "generated/gone.jsonl": lines(GONE),
  "generated/seconds.jsonl": lines(SECONDS.map((second) => SecondReading.encode(second))),
  "generated/unmatched.jsonl": lines(UNMATCHED),
  "generated/quality.jsonl": lines(QUALITIES),
  "generated/quality-fit.json": JSON.stringify(FIT),
  "generated/measured-costs.jsonl": lines(MEASURED),
  "generated/history/2026/2026-06.jsonl": lines(HISTORY),
  "generated/rankings/2026-08/chat.json": rankingMonthText(packMonth("chat", "2026-08", [SNAPSHOTS])),
  "generated/need-figures/2026-08.json": needMonthText(packNeedMonth("2026-08", [NEED_FIGURES])),
  "curated/workloads.json": JSON.stringify(PRESETS),
  "curated/hosts.json": JSON.stringify(HOSTS),
  "curated/platforms.json": "[]",
  "curated/platform-aliases.json": JSON.stringify(ALIASES),
  "curated/mirrors.json": "[]",
  "curated/quoted-currencies.json": "[]",
  "curated/premium-hosts.json": "[]",
  "curated/searching-models.json": "[]",
  "curated/undated-prices.json": "[]",
  ...Object.fromEntries(PLATFORMS.map((platform) => [`curated/platforms/${platform.id}.json`, JSON.stringify(platform)])),
  "curated/list-prices/acme.json": JSON.stringify(LIST_PRICES),
  "curated/announcements.json": JSON.stringify(ANNOUNCEMENTS),
  "curated/claims.json": JSON.stringify(CLAIMS),
  "curated/same-weights.json": JSON.stringify([
    {
      ...{ model: "acme/nova-fast", of: "acme/nova", what: "on faster machines" },
      ...{ sourceUrl: "https://acme.example/fast", checkedOn: "2026-08-01" },
    },
  ]),
  "curated/moved-models.json": "[]",
  "curated/comparisons.json": JSON.stringify(COMPARISONS),
};

function lines(rows: readonly unknown[]): string {
  return rows.map((row) => `${JSON.stringify(row)}\n`).join("");
}

/** Makes the small catalogue the site's data for what this test file imports from now on. Call it before the first import of a route. */
export function useSmallCatalogue(): { readonly folder: string; readonly remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), "small-catalogue-"));
  for (const [name, text] of Object.entries(FILES)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  vi.resetModules();
  vi.stubEnv("TOKEN_PARITY_DATA", folder);
  vi.stubEnv("TOKEN_PARITY_CURATED", join(folder, "curated"));
  const remove = () => {
    vi.unstubAllEnvs();
    rmSync(folder, { recursive: true });
  };
  return { folder, remove };
}
