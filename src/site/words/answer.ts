import { microUsd } from "../../domain/money/micro-usd.ts";
import { isDistrusted, type RankedOffer } from "../../domain/ranking/cheapest.ts";
import type { Reference } from "../../domain/reference/delta.ts";
import { assumes, differInCache, isCacheGuessed } from "../../domain/reference/months/like-months.ts";
import { type ListMonth, monthAtListSeller } from "../../domain/reference/months/list-month.ts";
import type { AssessedOffer } from "../../domain/source/assessed-offer.ts";
import { formatDay, formatDelta, formatPlural, formatUsdRange } from "../format.ts";
import { EVIDENCE_WORDS, evidenceInShort, evidenceText } from "./evidence-text.ts";
import { nameInSentence } from "./month-meaning.ts";
import { unconfirmedListText } from "./price-pair-text.ts";
import { sellerText, winnerText } from "./seller-label.ts";

/** A run of plain and stressed text: the answer is a sentence with the winner in bold. */
export interface Phrase {
  readonly text: string;
  readonly strong?: true;
}

/** The sentence without its stress. */
export const plainText = (phrases: readonly Phrase[]): string => phrases.map(({ text }) => text).join("");

/** What the answer is made from: a model's sheet, or the same offers ranked again in the browser. */
export interface Answerable {
  readonly model: { readonly makerName: string };
  readonly reference: Reference | null;
  /** What catalogues give for the maker's own price, where nobody read it there. */
  readonly unconfirmedList: AssessedOffer | null;
  /** By landed month, unpriced last. */
  readonly rows: readonly RankedOffer[];
  readonly cheapest: RankedOffer | null;
  /** With one catalogue's word counted too. */
  readonly cheapestReported: RankedOffer | null;
  /** Where nothing may win. */
  readonly lastConfirmed: RankedOffer | null;
}

/**
 * The first thing the page says, made from data: `Cheapest for chat is …`, with who says so and when. Where no price may win, the last that
 * was confirmed, else what one catalogue reports. `filters` = what the reader left of the offers: ` in the EU`.
 */
export function answerOf(sheet: Answerable, workloadName: string, filters = ""): readonly Phrase[] {
  if (sheet.rows.length === 0) return [{ text: "No platform we read sells this model." }];
  const { cheapest } = sheet;
  if (cheapest === null || cheapest.landed === null) return [{ text: withoutWinner(sheet, filters) }];
  const tied = platformsAt(sheet, cheapest, null, []);
  const own = ownOfMaker(sheet, cheapest);
  const afterPrice =
    `${againstReference(sheet, cheapest)}; ${evidenceInShort(cheapest.offer)}${earlierToo(sheet, cheapest, tied)}. ${farLowerText(sheet)}`.trimEnd();
  const winner = { text: winnerText(cheapest), strong: true } as const;
  const [workload, month] = [`${nameInSentence(workloadName)}${filters}`, `${monthOf(cheapest)} a month`];
  if (tied.length === 1) return [{ text: `Cheapest for ${workload} is ` }, winner, { text: `${own} at ${month}${afterPrice}` }];
  if (tied.length <= NAMED) {
    const others = furtherListed(platformNames(tied.slice(1)));
    return [{ text: `Cheapest for ${workload}: ` }, winner, { text: `${own}${others} tie at ${month}${afterPrice}` }];
  }
  const many = `Cheapest for ${workload}: ${formatPlural(tied.length, "platform")} tie at ${month}, `;
  return [{ text: many }, winner, { text: `${own} among them${afterPrice}` }];
}

/** Who asks the same month as the cheapest, for a place with room for few words: `, tied with Azure`, `, tied with 5 others`; empty where nobody does. */
export function tieText(sheet: Answerable): string {
  const { cheapest } = sheet;
  const others = cheapest === null ? [] : platformsAt(sheet, cheapest, null, []).slice(1);
  if (others.length === 0) return "";
  return `, tied with ${others.length < NAMED ? listed(platformNames(others)) : `${others.length} others`}`;
}

/** `Last confirmed: $59.86 a month at Novita, 8 Aug 2026.`, `Reported: from $191 a month at UnoRouter, one catalogue only.` */
function withoutWinner({ rows, lastConfirmed, cheapestReported }: Answerable, filters: string): string {
  const isTooLong = rows.some(({ ineligible }) => ineligible === "doesNotFit");
  if (lastConfirmed !== null)
    return `${isTooLong ? "No price confirmed lately takes so long a request" : "No price was confirmed lately"}${filters}. Last confirmed: ${monthOf(lastConfirmed)} a month at ${sellerText(lastConfirmed.offer)}, ${formatDay(lastConfirmed.offer.restsOn.readAt)}.`;
  if (cheapestReported !== null)
    return `${isTooLong ? "No confirmed price takes so long a request" : "No price is confirmed"}${filters}. Reported: from ${monthOf(cheapestReported)} a month at ${sellerText(cheapestReported.offer)}, ${evidenceText(cheapestReported.offer)}.`;
  if (isTooLong && !rows.some(isDistrusted))
    return `So long a request fits no offer${filters}: over the context, or the longest prompt or answer taken.`;
  return `No price is known that counts as cheapest${filters}.`;
}

/** How many platforms ask the cheapest month beside the one that is named. */
export const othersAt = (sheet: Pick<Answerable, "rows">, cheapest: RankedOffer): number =>
  platformsAt(sheet, cheapest, null, []).length - 1;

type SoldAt = Pick<AssessedOffer, "platform" | "platformName">;
const platformNames = (platforms: readonly SoldAt[]): readonly string[] => platforms.map(({ platformName }) => platformName);

/** The platforms at the cheapest month, that of the cheapest first; `why` = what keeps them out of the race, null = nothing. */
function platformsAt(
  { rows }: Pick<Answerable, "rows">,
  cheapest: RankedOffer,
  why: "aging" | null,
  except: readonly SoldAt[],
): readonly SoldAt[] {
  const same = rows.filter((row) => ticksOf(row.landed) === ticksOf(cheapest.landed) && isConfirmed(row, why));
  const all = why === null ? [cheapest, ...same] : same;
  const platforms = new Map(all.map(({ offer }) => [offer.platform, offer]));
  for (const { platform } of except) platforms.delete(platform);
  return [...platforms.values()];
}

/** `; Azure and Google Vertex AI cost the same when last read`: those whose price is confirmed but older. */
function earlierToo(sheet: Answerable, cheapest: RankedOffer, tied: readonly SoldAt[]): string {
  const earlier = platformsAt(sheet, cheapest, "aging", tied);
  if (earlier.length === 0) return "";
  const named = platformNames(earlier.slice(0, NAMED));
  const more = earlier.length - named.length;
  return `; ${listed(more === 0 ? named : [...named, `${more} more`])} cost the same when last read`;
}

const isConfirmed = ({ ineligible, offer }: RankedOffer, why: "aging" | null): boolean =>
  ineligible === why && offer.evidence !== "reported";

/** `a`, `a and b`, `a, b and c`. */
function listed(names: readonly string[]): string {
  const [last = "", before] = [names.at(-1), names.slice(0, -1).join(", ")];
  return before === "" ? last : `${before} and ${last}`;
}

/** What follows a name: ` and a`, `, a and b`. */
const furtherListed = (names: readonly string[]): string => `${names.length > 1 ? ", " : " and "}${listed(names)}`;

/** More sellers at one price than this are counted. */
const NAMED = 3;

const ticksOf = (landed: RankedOffer["landed"]): number | null => (landed === null ? null : microUsd(landed.upperUsd));

/**
 * What is quietly said below the answer: `Unconfirmed: from $191 at UnoRouter, one catalogue only.`, `Older: from $26 at OpenRouter, last read
 * 30 Sep 2026.` Empty where nothing is lower.
 */
export function lowerText({ rows, cheapest, cheapestReported }: Answerable): string {
  if (cheapest?.landed == null) return "";
  const older = olderText({ rows, cheapest });
  const unconfirmed = cheapestReported?.ineligible === "unconfirmed" ? cheapestReported : null;
  return [
    ...(unconfirmed === null ? [] : [`Unconfirmed: ${fromText(unconfirmed)}, ${EVIDENCE_WORDS.reported}.`]),
    ...(older === null || older.isFar ? [] : [`Older: ${older.text}.`]),
  ].join(" ");
}

/** Where an older price is under half of today's, the answer itself says so: Llama 3.3 70B at $180 today, from $19 seven weeks ago. */
function farLowerText(sheet: Pick<Answerable, "rows" | "cheapest">): string {
  const older = olderText(sheet);
  return older?.isFar === true ? `Older prices are far lower: ${older.text}. ` : "";
}

/** The same for lists, which have room for a few words: `OpenRouter (older prices far lower)`. */
export function winnerInList({
  rows,
  cheapest,
}: {
  readonly rows: readonly RankedOffer[];
  readonly cheapest: RankedOffer;
}): string {
  return winnerText(cheapest) + (olderText({ rows, cheapest })?.isFar === true ? " (older prices far lower)" : "");
}

/** The cheapest confirmed price that only its age keeps from winning, where it is under the winner's. */
function olderText({ rows, cheapest }: Pick<Answerable, "rows" | "cheapest">) {
  const winner = ticksOf(cheapest?.landed ?? null) ?? 0;
  const older = rows
    .filter((row) => isConfirmed(row, "aging") || isOlderBatch(row))
    .toSorted((a, b) => (ticksOf(a.landed) ?? winner) - (ticksOf(b.landed) ?? winner))
    .find(({ landed }) => (ticksOf(landed) ?? winner) < winner);
  if (older === undefined) return null;
  const text = `${fromText(older)}, last read ${formatDay(older.offer.restsOn.readAt)}`;
  return { text, isFar: (ticksOf(older.landed) ?? winner) * 2 < winner };
}

/** The batch price of a workload that waits as a whole, which only its age keeps from counting. */
const isOlderBatch = ({ offer, month, ineligible }: RankedOffer): boolean =>
  ineligible === "otherTier" &&
  offer.tier === "batch" &&
  offer.status === "current" &&
  offer.age === "aging" &&
  offer.evidence !== "reported" &&
  offer.doubts.length === 0 &&
  !assumes(month, "allRequestsWait");

const fromText = (row: RankedOffer): string => `from ${monthOf(row)} at ${sellerText(row.offer)}`;

const monthOf = ({ landed }: RankedOffer): string => (landed === null ? "" : formatUsdRange(landed.usd, landed.upperUsd));

/** Behind the name of a winner that the list price is of: ` itself`, ` (Google’s own API)` where the name is not the maker's. Else empty. */
function ownOfMaker({ reference, unconfirmedList, model }: Answerable, winner: RankedOffer): string {
  const isOwn = unconfirmedList === null && reference?.kind === "list" && reference.offer.id === winner.offer.id;
  if (!isOwn) return "";
  return winnerText(winner) === model.makerName ? " itself" : ` (${ownText(model.makerName, reference.atOpenrouter)})`;
}

/** `46 % under Anthropic’s own API`: the landed month against the list offer's, where there is one. */
function againstReference({ reference, unconfirmedList, rows, model }: Answerable, cheapest: RankedOffer): string {
  if (unconfirmedList !== null) return ` (list price unconfirmed: ${unconfirmedListText(unconfirmedList)})`;
  if (reference === null) return "";
  if (reference.kind === "medianHost") return ` (no list price: ${model.makerName} does not list it itself, as far as we read)`;
  const { atOpenrouter, offer } = reference;
  const listRow = rows.find((row) => row.offer.id === offer.id);
  const list = monthAtListSeller(reference, rows);
  if (listRow === undefined || list === null || list.usd === 0 || cheapest.landed === null) return "";
  // Its own batch price was read too long ago to count: what is billed in its place is no measure.
  if (offer.id === cheapest.offer.id || assumes(listRow.month, "olderBatchNotCounted")) return "";
  const seller = ownText(atOpenrouter === undefined ? listRow.offer.platformName : model.makerName, atOpenrouter);
  if (differInCache(cheapest, listRow)) return isCacheGuessed(listRow) ? ` (no price for cached input at ${seller})` : "";
  return `, ${monthsApart(cheapest.landed, list)} ${seller}`;
}

/**
 * `46 % under`, `the same as`. Where one of the two fees is unknown, as far apart as the months are at least: $90 is 10 % under $100 – $105.50, and
 * $102 is `about as much as` that. Two unknown fees are taken to be alike.
 */
function monthsApart(month: ListMonth, list: ListMonth): string {
  const bpsOver = (usd: number, listUsd: number) => Math.round((usd / listUsd - 1) * 10_000);
  const isSameFee = isFeeKnown(month) === isFeeKnown(list);
  const least = bpsOver(month.usd, isSameFee ? list.usd : list.upperUsd);
  const most = bpsOver(isSameFee ? month.usd : month.upperUsd, list.usd);
  if (least > 0) return `${formatDelta(least).slice(1)} over`;
  if (most < 0) return `${formatDelta(-most).slice(1)} under`;
  return isSameFee ? "the same as" : "about as much as";
}

const isFeeKnown = ({ usd, upperUsd }: ListMonth): boolean => microUsd(usd) === microUsd(upperUsd);

/** `Anthropic’s own API`, `Upstage’s own endpoint on OpenRouter`. */
const ownText = (name: string, atOpenrouter: object | undefined): string =>
  `${possessive(name)} own ${atOpenrouter === undefined ? "API" : "endpoint on OpenRouter"}`;

const possessive = (name: string): string => `${name}’${name.endsWith("s") ? "" : "s"}`;
