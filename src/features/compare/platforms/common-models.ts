import {
  type ComparedPrice,
  comparePrices,
  type PairRow,
  type PairSummary,
  summarisePair,
} from "../../../domain/platform/platform-comparison.ts";
import { formatMeter, formatUsdRange } from "../../../site/format.ts";
import * as paths from "../../../site/paths.ts";
import type { Cell, Column } from "../../../table/column.ts";
import type { ComparedPlatform, Listing } from "./compared-platform.ts";

/** A model every chosen platform sells, and what each asks, in their order. */
export interface CommonModel {
  readonly listing: Listing;
  readonly prices: readonly Listing[];
}

/** The models all of them sell, in the first one's order. */
export function commonModels(platforms: readonly Pick<ComparedPlatform, "listings">[]): readonly CommonModel[] {
  const [first, ...others] = platforms.map(({ listings }) => new Map(listings.map((listing) => [listing.id, listing])));
  return [...(first?.values() ?? [])].flatMap((listing) => {
    const prices = others.flatMap((listings) => listings.get(listing.id) ?? []);
    return prices.length === others.length ? [{ listing, prices: [listing, ...prices] }] : [];
  });
}

/** How the platform at a place stands against the first. */
export const comparedWithFirst = (shared: readonly CommonModel[], at: number): PairSummary => summarisePair(pairRows(shared, at));

function pairRows(shared: readonly CommonModel[], at: number): readonly PairRow<string>[] {
  return shared.flatMap(({ listing, prices: [first, ...others] }) => {
    const second = others[at - 1];
    return first === undefined || second === undefined ? [] : [comparePrices(listing.id, first, second)];
  });
}

/** A model's name, leading to its page. */
export function commonModelColumn<Row>(
  modelOf: (row: Row) => { readonly id: string; readonly name: string },
  notes?: (row: Row) => readonly string[],
): Column<Row> {
  const cell = (row: Row): Cell => {
    const { id, name } = modelOf(row);
    return { text: name, href: paths.model(id), ...(notes === undefined ? {} : { notes: notes(row) }) };
  };
  return { id: "model", label: "Model", kind: "text", cell };
}

/** `5.00 / 25.00`: input and output. */
export const inputOutputText = ({ input, output }: Pick<ComparedPrice, "input" | "output">): string =>
  `${formatMeter(input ?? undefined, undefined)} / ${formatMeter(output ?? undefined, undefined)}`;

/** The month, or why there is none; a star where it takes a cache price for granted. */
export function listingMonthText({ monthUsd, lowMonthUsd, isMonthAssumed, fits }: Listing): string {
  if (!fits) return "request too long";
  if (monthUsd === null) return "no month";
  return `${formatUsdRange(lowMonthUsd ?? monthUsd, monthUsd)}${isMonthAssumed ? "*" : ""}`;
}

/** Where it runs, as far as the platform's name leaves it open: `via Amazon Bedrock, eu-west-1`; empty for its own plain offer. */
export const placeText = ({ hostName, region }: Pick<Listing, "hostName" | "region">): string =>
  [hostName === null ? null : `via ${hostName}`, region].filter((part) => part !== null).join(", ");

export const ASSUMED =
  "* = no source names its cache price, so cached input bills as input; such a month counts only against another such.";
