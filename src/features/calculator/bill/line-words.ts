import type { LineAtPlatform, SoldOffer } from "../../../domain/platform/line-at-platform.ts";
import type { Ineligible } from "../../../domain/ranking/eligibility.ts";
import { formatBill, formatDay } from "../../../site/format.ts";
import * as paths from "../../../site/paths.ts";
import { doubtText } from "../../../site/words/doubt-text.ts";

/** Which of the platform's offers a line is billed at, and which it is pinned to: `via StreamLake, fp8`. */
export type NamedLine = LineAtPlatform & { readonly place: string; readonly pinnedPlace: string };

/** What is beside a line: its offer where the name leaves it open, whose price it is, a cheaper host; and where the offer is shown. */
export function lineNotes(line: NamedLine): { readonly notes?: readonly string[]; readonly href?: string } {
  if (line.kind === "notSold") return { notes: [] };
  const { offer, place } = line;
  const whose = line.kind === "priced" ? whoseText(line) : "";
  const anchor = offer.id.slice(offer.model.length);
  return {
    notes: [place, whose, line.kind === "priced" ? pinnedText(line) : ""].filter((note) => note !== ""),
    ...(whose === OWN_PRICE ? {} : { href: `${paths.model(offer.model)}#${encodeURI(anchor)}` }),
  };
}

/** `pinned via StreamLake, fp8: $15.89` */
function pinnedText({ pinned, pinnedPlace }: Extract<NamedLine, { kind: "priced" }>): string {
  return pinned === null ? "" : `pinned ${pinnedPlace}: ${formatBill(pinned.usd)}`;
}

const OWN_PRICE = "your own price";

/** Whose word the price is, where it is not the platform's own of these days. */
function whoseText({ price, offer }: Extract<LineAtPlatform, { kind: "priced" }>): string {
  switch (price) {
    case "own":
      return OWN_PRICE;
    case "held":
      return offer.heldBecause === null ? "held" : `held since ${formatDay(offer.heldBecause.since)}`;
    case "aging":
    case "expired":
      return offer.restsOn === null ? "old" : `last read ${formatDay(offer.restsOn.readAt)}`;
    case "unconfirmed":
      return "one catalogue only";
    case "doubtful":
      return offer.doubts.map(doubtText).join("; ");
    case "read":
      return "";
    default:
      return price satisfies never;
  }
}

/** `StreamLake, fp8`: what the platform's name leaves open. */
export function placeOf({ hostName, region, quantization, variant }: SoldOffer): string {
  const parts = [hostName === null ? null : `via ${hostName}`, region, quantization, variant];
  return parts.filter((part) => part !== null).join(", ");
}

/** Why a line has no price, in few words. */
export function whyText(why: Ineligible): string {
  switch (why) {
    case "doesNotFit":
      return "request too long";
    case "unpriced":
      return "unknown";
    case "notCurrent":
      return "retired";
    case "free":
      return "free, with limits";
    case "otherTier":
      return "other tiers only";
    case "conditional":
      return "on a condition only";
    case "aging":
    case "expired":
      return "price too old";
    case "unconfirmed":
      return "one catalogue only";
    case "doubtful":
      return "in doubt";
    case "ownKey":
      return "your own key";
    default:
      return why satisfies never;
  }
}
