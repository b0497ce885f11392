/** A source that loses more than this share of its readings in a week is held. */
export const MAX_SOURCE_SHRINK = 0.1;

/** However long ago it was read before, and however long it stands so. */
export const MAX_SHRINK_OVER_MONTHS = 0.5;

/** A source that came back smaller, and a meter that a copy no longer names, are believed when they have been so for a week. */
export const SHRINK_STANDS_DAYS = 7;

/** A price that moves further than this, up or down, against the last reading is held, unless it comes back to its median. */
export const MAX_PRICE_RATIO = 5;

/** Against what it was a week ago: two true cuts within a week came to a tenth (GPT-5.6 Luna in July 2026), none went further alone. */
export const MAX_WEEK_RATIO = 10;

/** No true price moved this far: $10 to $0.25 is the widest in two years. A figure of some millionths rounds to another factor than its card. */
export const MAX_TRUE_RATIO = 100;

/** A cache read appears at no less than this share of input: no new one came under 0.0083 in two years. */
export const MIN_CACHE_RATIO = 1 / 200;

/** A cache write appears at no more than this many times input, reasoning at no more than this many times output and no less than that part. */
export const MAX_METER_RATIO = 10;

/** A tier, or an hour of the day, appears at no more than this many times the base card, and no less than that part: catalogues show 12 times at Alibaba. */
export const MAX_CONDITION_RATIO = 15;

/** The days before a reading whose median price is the usual one. */
export const MEDIAN_DAYS = 7;

/** Factors this close are one factor: prices are rounded. */
export const SLIP_TOLERANCE = 0.01;

/** What the platform itself says for so many nights is its price. */
export const NIGHTS_AT_FIRST_HAND = 3;

/** A held figure stands as long as it stays within this factor of the first: dynamic prices swing. */
export const STANDS_RATIO = 2;

/** A new offer this many times over or under the median of its model's other sellers is held. */
export const MAX_PEER_RATIO = 4;

/** So many other sellers make a median. */
export const MIN_PEERS = 3;

/** So many rows that a catalogue prices too say whether a source's unit is the right one. */
export const MIN_SHARED_ROWS = 10;

/** So many rows of one platform that move together are the platform, or one slip of the person who wrote them down. */
export const MIN_MOVED_TOGETHER = 5;

/** One factor at so many platforms of a catalogue is the catalogue's own. */
export const MIN_PLATFORMS_SCALED = 3;

/**
 * A list of so many prices of which more than this share moved since it was read last, each by a factor of its own, has rows or columns in each
 * other's places: in two years 42 of OpenRouter's 350 moved in a day, 62 of 259 in three months, and 281 of models.dev's 5,000 in seven weeks.
 */
export const MAX_MOVED_SHARE = 0.5;
export const MIN_ROWS_RESHUFFLED = 100;

/** Dollars per million tokens above which nobody has ever sold a text token: OpenAI's o1-pro charges 600. */
export const MAX_USD_PER_MTOK = 1_000;
