import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { needFiguresIn, needMonthsIn } from "../../../src/data/need-files.ts";
import { rankingMonthsIn, snapshotsIn } from "../../../src/data/snapshot-files.ts";
import { addDays } from "../../../src/domain/money/days.ts";
import type { RankingLine, RankingSnapshot } from "../../../src/domain/ranking/ranking-snapshot.ts";
import type { NeedFigures, NeedPriceLine } from "../../../src/domain/ranking/snapshot/need-figures.ts";
import { needMonthText, packNeedMonth } from "../../../src/domain/ranking/snapshot/need-month.ts";
import { packMonth, rankingMonthText } from "../../../src/domain/ranking/snapshot/ranking-month.ts";
import { rowsSha256 } from "../../night/pipeline/rankings.ts";
import { randomFrom } from "../random-from.ts";

/** How much happens, by what happened: in July 2026, the busiest month of two years, 181 offers changed 837 figures in 31 days. */
export interface Pace {
  readonly nights: number;
  /** Offers that change their prices in a night, each every figure it has. */
  readonly offersANight: number;
  /** Of those, cheapest sellers of ranked models: their month and their place in every ranking move. */
  readonly rankedANight: number;
  /** Nights between two updates of the benchmarks, which move the quality of every model. */
  readonly nightsAnUpdate: number;
}

export const TEN_YEARS: Pace = { nights: 3_650, offersANight: 6, rankedANight: 2, nightsAnUpdate: 7 };

/** Today's data with nights of another past behind them, each of which changed every ranking: what the job will have written by then. */
export function writeNights(from: string, to: string, pace: Pace): void {
  cpSync(from, to, { recursive: true });
  const { asOf } = JSON.parse(readFileSync(join(from, "generated/run.json"), "utf8"));
  const begin = addDays(String(asOf), -pace.nights);
  writeHistory(join(to, "generated"), begin, pace);
  writeRankings(join(to, "generated/rankings"), begin, pace);
  writeNeeds(join(to, "generated/need-figures"), begin, pace);
}

interface PricedOffer {
  readonly id: string;
  readonly prices: Readonly<Record<string, string>>;
  readonly source: { readonly id: string };
}

function writeHistory(generated: string, begin: string, pace: Pace): void {
  const offers: readonly PricedOffer[] = linesOf(join(generated, "offers.jsonl")).map((line) => JSON.parse(line));
  const random = randomFrom(1);
  const months = new Map<string, string[]>();
  for (let night = 0; night < pace.nights; night += 1) {
    const day = addDays(begin, night);
    const lines = Array.from({ length: pace.offersANight }, () => offers[Math.floor(random() * offers.length)]);
    const name = `history/${day.slice(0, 4)}/${day.slice(0, 7)}.jsonl`;
    months.set(name, [...(months.get(name) ?? []), ...lines.flatMap((offer) => changesOf(offer, day, random))]);
  }
  for (const [name, lines] of months) {
    const file = join(generated, name);
    mkdirSync(dirname(file), { recursive: true });
    const oldLines = linesOf(file);
    writeFileSync(file, `${[...lines, ...oldLines].toSorted().join("\n")}\n`);
  }
}

/** Every figure of an offer a fifth up or down. */
function changesOf(offer: PricedOffer | undefined, day: string, random: () => number): readonly string[] {
  if (offer === undefined) return [];
  const factor = random() < 0.5 ? 0.8 : 1.25;
  return Object.entries(offer.prices).map(([meter, now]) => {
    const old = String(Number((Number(now) / factor).toFixed(6)));
    return JSON.stringify({ day, offerId: offer.id, meter, condition: null, old, new: now, note: null, source: offer.source.id });
  });
}

/** A month that has no file yet has no line. */
const linesOf = (path: string): readonly string[] =>
  existsSync(path)
    ? readFileSync(path, "utf8")
        .split("\n")
        .filter((line) => line !== "")
    : [];

/** Each ranking of today, walked back night by night: prices, places and qualities move, rows never stay as they were. */
function writeRankings(dir: string, begin: string, pace: Pace): void {
  const newest = new Map(
    rankingMonthsIn(dir)
      .toReversed()
      .map((file) => [file.workload, snapshotsIn(file)[0]]),
  );
  for (const [workload, last] of newest) {
    const rows = last?.kept.at(-1)?.rows ?? [];
    const days = nightsOf(workload, rows, begin, pace);
    for (const [month, ofMonth] of Map.groupBy(days, ({ asOf }) => asOf.slice(0, 7))) {
      mkdirSync(join(dir, month), { recursive: true });
      writeFileSync(join(dir, month, `${workload}.json`), rankingMonthText(packMonth(workload, month, ofMonth)));
    }
  }
}

function* nightsOf(workload: string, today: readonly RankingLine[], begin: string, pace: Pace): Generator<RankingSnapshot> {
  const random = randomFrom(2);
  const factors = today.map(() => 1);
  const shifts = today.map(() => 0);
  for (let night = 0; night < pace.nights; night += 1) {
    for (let moved = 0; moved < pace.rankedANight; moved += 1)
      factors[Math.floor(random() * today.length)] = 0.7 + Math.floor(random() * 60) / 100;
    if (night % pace.nightsAnUpdate === 0) for (const index of shifts.keys()) shifts[index] = Math.round(random() * 60 - 30) / 10;
    const rows = placed(today.map((row, index) => movedRow(row, factors[index] ?? 1, shifts[index] ?? 0)));
    yield { workload, asOf: addDays(begin, night), kept: [{ sha256: rowsSha256(rows), rows: [...rows] }] };
  }
}

/** What needs are ranked by: each night a price of a model that only a need's source has scored moves, and all qualities with an update. */
function writeNeeds(dir: string, begin: string, pace: Pace): void {
  const [file] = needMonthsIn(dir);
  const today = file === undefined ? undefined : needFiguresIn(file).at(-1);
  if (today === undefined) return;
  const random = randomFrom(3);
  let { qualities, prices } = today;
  const nights = Array.from({ length: pace.nights }, (_, night): NeedFigures => {
    const at = Math.floor(random() * prices.length);
    prices = prices.map((price, index) => (index === at ? movedPrice(price, 0.7 + Math.floor(random() * 60) / 100) : price));
    if (night % pace.nightsAnUpdate === 0) {
      qualities = today.qualities.map((each) => ({ ...each, value: Math.round((each.value + random() * 6 - 3) * 10) / 10 }));
    }
    return { ...today, asOf: addDays(begin, night), qualities, prices };
  });
  for (const [month, ofMonth] of Map.groupBy(nights, ({ asOf }) => asOf.slice(0, 7)))
    writeFileSync(join(dir, `${month}.json`), needMonthText(packNeedMonth(month, ofMonth)));
}

const movedPrice = (price: NeedPriceLine, factor: number): NeedPriceLine => ({
  ...price,
  landedUsdPerMonth: String(Number((Number(price.landedUsdPerMonth) * factor).toFixed(6))),
});

interface MovedRow {
  readonly row: RankingLine;
  /** Where it would stand by its price. */
  readonly place: number;
}

/** A tenth cheaper is two places up. */
function movedRow(row: RankingLine, factor: number, shift: number): MovedRow {
  const { quality } = row;
  const to = (score: number) => Math.round((score + shift) * 10) / 10;
  return {
    row: {
      ...row,
      quality: { ...quality, value: to(quality.value), interval: [to(quality.interval[0]), to(quality.interval[1])] },
      landedUsdPerMonth: String(Number((Number(row.landedUsdPerMonth) * factor).toFixed(6))),
    },
    place: row.rank + (factor - 1) * 20 - shift / 2,
  };
}

/** In their new order, each as far from its neighbours as it was. */
function placed(moved: readonly MovedRow[]): readonly RankingLine[] {
  return moved
    .toSorted((a, b) => a.place - b.place)
    .map(({ row }, index) => {
      const [low, high] = row.rankInterval;
      const by = index + 1 - row.rank;
      return { ...row, rank: index + 1, rankInterval: [Math.max(1, low + by), Math.max(1, high + by)] };
    });
}
