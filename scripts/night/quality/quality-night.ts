import type { Store } from "../pipeline/store.ts";
import type { Io } from "../sources/source.ts";
import { readQualityCurated, readQualityReadings } from "./quality-store.ts";
import { QUALITY_SOURCES, type QualityNight, refreshQuality } from "./refresh-quality.ts";

/** The night's quality for tonight's models: what the leaderboards say, joined on one scale. */
export async function qualityTonight(
  io: Io,
  dirs: { readonly out: string; readonly curated: string },
  prices: Store,
  before: Store,
): Promise<QualityNight> {
  const statuses = before.run?.sources.filter(({ id }) => isQuality(id)) ?? [];
  const models = prices.models.filter(({ status }) => status === "current");
  return await refreshQuality(io, {
    curated: readQualityCurated(dirs.curated),
    models,
    before: { ...readQualityReadings(dirs.out), statuses },
  });
}

/** The run with the quality sources' state and findings beside the prices'. */
export function withQualityRun(prices: Store, quality: QualityNight): Store {
  if (prices.run === null) return prices;
  const sources = [...prices.run.sources.filter(({ id }) => !isQuality(id)), ...quality.sourceStatuses];
  return { ...prices, run: { ...prices.run, sources, findings: [...prices.run.findings, ...quality.findings] } };
}

const isQuality = (id: string): boolean => QUALITY_SOURCES.some((source) => source.id === id);
