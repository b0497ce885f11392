import { lowestOf } from "../../../domain/platform/platform-comparison.ts";
import { deltaBps } from "../../../domain/reference/delta.ts";
import { inRegion, REGION_LABELS } from "../../../site/address/region-choice.ts";
import { formatDelta, formatShortDay, formatUsdPerMTok, WORDS } from "../../../site/format.ts";
import * as paths from "../../../site/paths.ts";
import { nameInSentence } from "../../../site/words/month-meaning.ts";
import type { Cell, Column } from "../../../table/column.ts";
import { tableView } from "../../../table/table-view.ts";
import type { ComparisonSection } from "../comparison-view.ts";
import { ASSUMED, listingMonthText, placeText } from "./common-models.ts";
import type { CompareChoice, ComparedPlatform, Listing } from "./compared-platform.ts";

/** A model by its name. */
interface ChosenModel {
  readonly id: string;
  readonly name: string;
}

/** A platform's offer of one model; one elsewhere where the region has none; null = not sold there at all. */
interface PlatformLine {
  readonly platform: ComparedPlatform;
  readonly listing: Listing | null;
  readonly elsewhere: Listing | null;
  readonly lowest: number | null;
}

/** `For coding agents in the EU, Claude Opus 4.8 costs $2,294 a month at Amazon Bedrock; OpenRouter $2,420.` A sentence a model. */
export function placesAnswer(
  platforms: readonly ComparedPlatform[],
  models: readonly ChosenModel[],
  choice: Pick<CompareChoice, "name" | "region">,
): string {
  const use = `For ${nameInSentence(choice.name)}${inRegion(choice.region)}`;
  const texts = models.map((model) => {
    const lines = linesOf(platforms, model);
    const priced = lines.flatMap(({ platform, listing }) =>
      listing?.monthUsd == null ? [] : [{ platform, listing, usd: listing.monthUsd }],
    );
    const missing = missingTexts(lines, choice);
    if (lines.every(isNotSold)) return `${model.name} is not sold at ${listedNames(platforms)}`;
    if (priced.length === 0) return `${model.name} has no price: ${missing.join("; ")}`;
    const byMonth = Map.groupBy(
      priced.toSorted((a, b) => a.usd - b.usd),
      ({ listing }) => listingMonthText(listing),
    );
    const parts = [...byMonth].map(([month, same], at) => {
      const who = listedNames(same.map(({ platform }) => platform));
      return at === 0 ? `${model.name} costs ${month} a month at ${who}` : `${month} at ${who}`;
    });
    return [...parts, ...missing].join("; ");
  });
  return `${use}, ${texts.join(". ")}.`;
}

/** Who has no month of it, and why: `Anthropic does not sell it`, `OpenRouter and Azure name no price in the EU`. */
function missingTexts(lines: readonly PlatformLine[], { region }: Pick<CompareChoice, "region">): readonly string[] {
  const why = (line: PlatformLine): readonly [one: string, several: string] => {
    if (isNotSold(line)) return ["does not sell it", "do not sell it"];
    if (line.listing === null) return [`names no price${inRegion(region)}`, `name no price${inRegion(region)}`];
    return line.listing.fits
      ? ["has no known price", "have no known price"]
      : ["takes no request as long", "take no request as long"];
  };
  const without = lines.filter(({ listing }) => listing?.monthUsd == null);
  return [...Map.groupBy(without, (line) => why(line)[0]).values()].flatMap((same) => {
    const [first] = same;
    const names = listedNames(same.map(({ platform }) => platform));
    return first === undefined ? [] : [`${names} ${why(first)[same.length === 1 ? 0 : 1]}`];
  });
}

const isNotSold = ({ listing, elsewhere }: PlatformLine): boolean => listing === null && elsewhere === null;

const listedNames = (platforms: readonly ComparedPlatform[]): string =>
  new Intl.ListFormat("en-GB").format(platforms.map(({ name }) => name));

/** Chosen models on chosen platforms, a line each: what the offer there costs, sold there or not. */
export function modelsOnPlatforms(
  platforms: readonly ComparedPlatform[],
  models: readonly ChosenModel[],
  choice: Pick<CompareChoice, "name" | "region">,
): ComparisonSection {
  const caption = `Dollars per million tokens; monthly cost with fees. Each platform’s plainest standard offer${inRegion(choice.region)}. ${ASSUMED}`;
  return {
    id: "models-on-platforms",
    title: models.length === 1 ? `${models[0]?.name ?? ""} on these platforms` : "These models on these platforms",
    text: placesAnswer(platforms, models, choice),
    table: tableView(
      { label: "Models on platforms", caption },
      columnsOf(choice),
      models.map((model) => ({ title: models.length === 1 ? null : model.name, rows: linesOf(platforms, model) })),
    ),
  };
}

function linesOf(platforms: readonly ComparedPlatform[], { id }: ChosenModel): readonly PlatformLine[] {
  const of = (listings: readonly Listing[]) => listings.find((listing) => listing.id === id) ?? null;
  const lowest = lowestOf(platforms.map(({ listings }) => countedMonth(of(listings))))?.price ?? null;
  return platforms.map((platform) => ({ platform, listing: of(platform.listings), elsewhere: of(platform.elsewhere), lowest }));
}

/** A month that does not count is lower than nobody's. */
const countedMonth = (listing: Listing | null): number | null =>
  listing === null || listing.isLeftOut ? null : listing.monthUsd;

function columnsOf({ region }: Pick<CompareChoice, "region">): readonly Column<PlatformLine>[] {
  const price = (id: string, label: string, of: (listing: Listing) => number | null): Column<PlatformLine> => ({
    ...{ id, label, kind: "money", wide: true },
    cell: ({ listing }) => (listing === null ? NOTHING : priceCell(of(listing))),
  });
  return [
    { id: "platform", label: "Platform", kind: "text", cell: platformCell },
    price("input", "Input", ({ input }) => input),
    price("output", "Output", ({ output }) => output),
    price("cached", "Cached input", ({ cacheRead }) => cacheRead),
    { id: "month", label: "Monthly cost", kind: "money", isMain: true, cell: (line) => monthCell(line, region) },
    { id: "lowest", label: "vs lowest", kind: "delta", cell: lowestCell },
    {
      id: "read",
      label: "Read",
      kind: "day",
      wide: true,
      cell: ({ listing }) => ({ text: listing === null ? "" : formatShortDay(listing.readOn) }),
    },
  ];
}

/** A platform without a price in the region says what it itself says of regions. */
function platformCell({ platform, listing, elsewhere }: PlatformLine): Cell {
  const { id, name, facts } = platform;
  if (listing === null) {
    const residency = elsewhere === null ? [] : facts.flatMap(([label, text]) => (label === "Data residency" ? [text] : []));
    return { text: name, href: paths.platform(id), ...(residency.length === 0 ? {} : { notes: residency }) };
  }
  const place = placeText(listing);
  const prices = [listing.input, listing.output].map((micro) => (micro === null ? WORDS.unknown : formatUsdPerMTok(micro)));
  return {
    text: name,
    href: paths.platform(id),
    notes: [...(place === "" ? [] : [place]), ...(listing.isUnconfirmed ? ["unconfirmed"] : [])],
    folded: [`${prices.join(" in · ")} out`],
  };
}

const priceCell = (micro: number | null): Cell =>
  micro === null ? { text: WORDS.unknown, side: "none" } : { text: formatUsdPerMTok(micro), figure: micro / 1_000_000 };

function monthCell({ listing, elsewhere }: PlatformLine, region: CompareChoice["region"]): Cell {
  if (listing !== null)
    return { text: listingMonthText(listing), ...(listing.monthUsd === null ? {} : { figure: listing.monthUsd }) };
  if (elsewhere === null) return { text: WORDS.notSold, side: "none" };
  return {
    text: `no ${REGION_LABELS[region]} price`,
    side: "none",
    notes: [`${listingMonthText(elsewhere)} ${elsewhere.region === null ? "with no region named" : `in ${elsewhere.region}`}`],
  };
}

function lowestCell({ listing, lowest }: PlatformLine): Cell {
  const month = countedMonth(listing);
  const bps = month === null || lowest === null ? null : deltaBps(Math.round(month * 10_000), Math.round(lowest * 10_000));
  if (bps === null) return { text: "–", side: "none" };
  return bps === 0 ? { text: "lowest", figure: 0 } : { text: formatDelta(bps), side: "over", figure: bps / 100 };
}

const NOTHING: Cell = { text: "" };
