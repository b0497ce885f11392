import {
  DISAGREEMENT_BPS,
  type Difference,
  differences,
  type ReadOffer,
  type SecondHandRecord,
  type SourcePair,
  type SourcePrice,
  secondHandRecords,
  sourcePairs,
  type Tally,
} from "../../domain/source/disagreement.ts";
import type { Run } from "../../domain/source/run.ts";
import { formatCount, formatDay, formatMeter, formatMultiple, formatPercent, formatPlural, WORDS } from "../../site/format.ts";
import * as paths from "../../site/paths.ts";
import { METER_WORDS } from "../../site/words/meter-words.ts";
import { sellerText } from "../../site/words/seller-label.ts";
import { sourceName } from "../../site/words/source-name.ts";

/** How many differences the page lists: beyond them prices are under a fifth apart. */
const SHOWN = 150;

/** A source by its name, with its link. */
export interface NamedSource {
  readonly name: string;
  readonly url: string;
  readonly day: string;
}

/** `533`, `90`, `17 %`. */
interface TallyText {
  readonly both: string;
  readonly differ: string;
  readonly share: string;
}

export interface TallyLine {
  readonly sources: readonly NamedSource[];
  readonly prices: TallyText;
  readonly cacheReads: TallyText;
}

export interface DifferenceLine {
  readonly model: { readonly name: string; readonly path: string };
  readonly seller: string;
  readonly meter: string;
  readonly low: PriceLine;
  readonly high: PriceLine;
  readonly times: string;
}

interface PriceLine extends NamedSource {
  readonly text: string;
}

/** Everything the page of disagreements shows, as text. */
export interface DisagreementPage {
  readonly asOf: string;
  readonly answer: string;
  readonly meaning: string;
  readonly records: readonly TallyLine[];
  readonly pairs: readonly TallyLine[];
  readonly differences: readonly DifferenceLine[];
  /** What the list leaves out, or null. */
  readonly restText: string | null;
}

/** Where two sources say different prices of one offer that is on sale, and by how much; `unlisted` others are on no list any more. */
export function disagreementPage(
  offers: readonly ReadOffer[],
  unlisted: number,
  run: Run,
  modelName: (id: string) => string,
): DisagreementPage {
  const pairs = sourcePairs(offers);
  const all = differences(offers);
  const several = offers.filter(({ cards }) => cards.length > 1).length;
  const name = sourceNamer(run);
  return {
    asOf: run.asOf,
    answer: `${formatCount(several)} of ${formatCount(offers.length)} offers on sale are read by two sources or more; on ${formatCount(all.length)} of them the sources name different prices.`,
    meaning: `A difference is more than ${formatPercent(DISAGREEMENT_BPS)} of the higher figure. Sources are read on different days, so a price that moved in between counts too: the days stand beside the figures.${unlisted === 0 ? "" : ` Not counted: ${formatPlural(unlisted, "offer")} that no list names any more.`}`,
    records: secondHandRecords(pairs).map((record) => recordLine(record, name)),
    pairs: pairs.map((pair) => pairLine(pair, name)),
    differences: all.slice(0, SHOWN).map((difference) => differenceLine(difference, name, modelName)),
    restText: all.length > SHOWN ? `${formatCount(all.length - SHOWN)} smaller ones stand on their models’ pages.` : null,
  };
}

type SourceNamer = (source: SourcePrice["source"]) => NamedSource;

/** The run's name of a source; a page read by hand goes by its host. The day is that of the row itself. */
function sourceNamer(run: Run): SourceNamer {
  const nameOfSource = new Map(run.sources.map(({ id, name }) => [id, name]));
  return (source) => ({
    name: source.id === "list-prices" ? sourceName(source) : (nameOfSource.get(source.id) ?? source.id),
    url: source.url,
    day: formatDay(source.readAt),
  });
}

function recordLine({ source, prices, cacheReads }: SecondHandRecord, name: SourceNamer): TallyLine {
  return { sources: [name(source)], prices: tallyText(prices), cacheReads: tallyText(cacheReads) };
}

/** Curated rows come from many pages: as one side of a pair they go by one name. */
function pairLine({ sources, prices, cacheReads }: SourcePair, name: SourceNamer): TallyLine {
  const named = sources.map((source) =>
    source.id === "list-prices" ? { ...name(source), name: "makers’ pages, read by hand", url: paths.data() } : name(source),
  );
  return { sources: named, prices: tallyText(prices), cacheReads: tallyText(cacheReads) };
}

function tallyText({ both, differ }: Tally): TallyText {
  return {
    both: formatCount(both),
    differ: formatCount(differ),
    share: both === 0 ? "–" : formatPercent(Math.round((differ / both) * 10_000)),
  };
}

function differenceLine(
  { offer, meter, low, high, times }: Difference,
  name: SourceNamer,
  modelName: (id: string) => string,
): DifferenceLine {
  const price = (sourcePrice: SourcePrice): PriceLine => ({
    ...name(sourcePrice.source),
    text: formatMeter(sourcePrice.microUsdPerMTok, undefined),
  });
  return {
    model: { name: modelName(offer.model), path: `${paths.model(offer.model)}#disagree` },
    seller: sellerText(offer),
    meter: METER_WORDS[meter],
    low: price(low),
    high: price(high),
    times: Number.isFinite(times) ? formatMultiple(times) : WORDS.free,
  };
}
