/** A source that loses more than this share of its readings in one night is held. */
export const MAX_SOURCE_SHRINK = 0.1;

/** However long ago it was read before. */
export const MAX_SHRINK_OVER_MONTHS = 0.5;

/** A price that moves further than this, up or down, against the last reading is held, unless it comes back to its median. */
export const MAX_PRICE_RATIO = 5;

/** The days before a reading whose median price is the usual one. */
export const MEDIAN_DAYS = 7;

/** Factors this close are one factor: prices are rounded. */
export const SLIP_TOLERANCE = 0.01;

/** A held figure is seen again where the next day's is no further than this from it: dynamic prices never repeat to the last digit. */
export const SAME_PRICE_RATIO = 1.25;

/** Dollars per million tokens above which nobody has ever sold a text token: OpenAI's o1-pro asks 600. */
export const MAX_USD_PER_MTOK = 1_000;
