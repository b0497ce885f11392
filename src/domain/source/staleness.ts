import type { Offer } from "../offer/offer.ts";
import type { KnownPrice } from "./evidence.ts";

/** Nobody read its price within the days that its source is given: it decides only where a model has no fresh one. */
export const isStale = ({ age, status }: Pick<KnownPrice, "age"> & Pick<Offer, "status">): boolean =>
  age !== "fresh" && status !== "retired";
