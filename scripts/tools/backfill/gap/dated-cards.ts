import { figureKey } from "../../../../src/domain/history/ledger.ts";
import type { Model } from "../../../../src/domain/model/model.ts";
import { compareText } from "../../../../src/domain/money/compare-text.ts";
import { addDays } from "../../../../src/domain/money/days.ts";
import type { MicroUsdPerMTok } from "../../../../src/domain/money/money.ts";
import { conditionKey } from "../../../../src/domain/offer/condition.ts";
import { METERS, type Meter, type Prices } from "../../../../src/domain/offer/meter.ts";
import { offerId } from "../../../../src/domain/offer/offer-id.ts";
import type { SourceId } from "../../../../src/domain/source/sources.ts";
import { matchReadings } from "../../../night/match/match-readings.ts";
import { checkContextTiers } from "../../../night/merge/context/context-tiers.ts";
import { type StoredReading, storedReading } from "../../../night/merge/reading-row.ts";
import { recordingIo } from "../../../night/network/recording.ts";
import type { Curated } from "../../../night/pipeline/curated.ts";
import { EMPTY_STORE } from "../../../night/pipeline/store.ts";
import type { Source } from "../../../night/sources/source.ts";

/** One figure as a catalogue had it. */
export interface DatedFigure {
  readonly meter: Meter;
  readonly condition: string | null;
  readonly micro: MicroUsdPerMTok;
}

/** What a catalogue said on one day: offer id → figure key → figure. Offers it has twice are left out: their numbers change places. */
export interface DatedCards {
  readonly source: SourceId;
  readonly day: string;
  readonly cards: ReadonlyMap<string, ReadonlyMap<string, DatedFigure>>;
  readonly platforms: ReadonlySet<string>;
}

export interface CardTables {
  readonly curated: Curated;
  readonly models: readonly Model[];
}

/** Every recorded body of a source read from a day on, and the last one before it, oldest first. */
export async function datedCards(dir: string, source: Source, from: string, tables: CardTables): Promise<readonly DatedCards[]> {
  const days: DatedCards[] = [];
  for (let until: string | null = null; ; ) {
    const [body] = await source.read(recordingIo(dir, until));
    if (body === undefined) break;
    const day = body.readAt.slice(0, 10);
    days.unshift(cardsOf(source, day, source.parse([body]).readings.map(storedReading), tables));
    if (day < from) break;
    until = addDays(day, -1);
  }
  return days;
}

function cardsOf(source: Source, day: string, rows: readonly StoredReading[], { curated, models }: CardTables): DatedCards {
  const readings = new Map([[source.id, rows]]);
  const { matched } = matchReadings({ readings, models, curated, before: EMPTY_STORE, asOf: day });
  const platformIds = new Set(curated.platforms.map(({ id }) => id));
  const sold = checkContextTiers(matched.filter(({ reading }) => platformIds.has(reading.key.platform))).matched;
  const groups = Map.groupBy(sold, ({ model, reading }) => offerId(model, reading.key));
  const single = [...groups].flatMap(([id, [only, ...others]]) =>
    only === undefined || others.length > 0 ? [] : [[id, figuresOf(only.reading)] as const],
  );
  return {
    source: source.id,
    day,
    cards: new Map(single.toSorted(([a], [b]) => compareText(a, b))),
    platforms: new Set(sold.map(({ reading }) => reading.key.platform)),
  };
}

function figuresOf({ prices, conditions }: StoredReading): ReadonlyMap<string, DatedFigure> {
  const figures = [
    ...cardFigures(prices, null),
    ...conditions.flatMap((condition) => cardFigures(condition.prices, conditionKey(condition))),
  ];
  return new Map(figures.map((figure) => [figureKey(figure.meter, figure.condition), figure]));
}

function cardFigures(prices: Prices, condition: string | null): readonly DatedFigure[] {
  return METERS.flatMap((meter) => {
    const micro = prices[meter];
    return micro === undefined ? [] : [{ meter, condition, micro }];
  });
}
