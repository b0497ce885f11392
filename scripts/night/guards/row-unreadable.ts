import type { StoredReading } from "../merge/reading-row.ts";
import type { Skipped } from "../sources/source.ts";
import type { Objection } from "./objection.ts";

/** Reasons a parser gives for a row that is there and cannot be read, as opposed to one that is left out on purpose. */
const BROKEN: ReadonlySet<string> = new Set([
  "row has the wrong shape",
  "price is no number",
  "price depends on the routed model (-1)",
  "bills input only: embedding, rerank, routing",
  "no readable price per token",
  "no price per token",
  "only one of input and output has a price",
  "not priced in dollars",
  "not priced by the million",
  "no price in dollars",
]);

/** The reason a parser gives for a second row of one id. */
const TWICE: ReadonlySet<string> = new Set(["id listed twice", "second price on the same page"]);

/** The rows a body has and nobody could read tonight. */
export interface UnreadRows {
  /** Why a reading of yesterday is missing though its row is there, or null: it is gone. */
  broken(reading: Named): Objection | null;
  isListedTwice(reading: Named): boolean;
}

type Named = Pick<StoredReading, "key" | "upstreamId" | "name">;

/** Reads the reasons once; each lookup is by the names a body may give the row. */
export function unreadRows(skipped: readonly Skipped[]): UnreadRows {
  const broken = reasonsByName(skipped.filter(({ why }) => BROKEN.has(why)));
  const twice = reasonsByName(skipped.filter(({ why }) => TWICE.has(why)));
  const find = (rows: ReadonlyMap<string, readonly Reason[]>, { key, upstreamId, name }: Named) => {
    if (rows.size === 0) return null;
    const reasons = [upstreamId, `${key.platform}/*`, ...(name === null ? [] : [name])].flatMap((each) => rows.get(each) ?? []);
    return reasons.find(({ of }) => isOf(of, key))?.text ?? null;
  };
  return {
    broken: (reading) => {
      const why = find(broken, reading);
      return why === null ? null : { rule: "rowUnreadable", detail: why };
    },
    isListedTwice: (reading) => find(twice, reading) !== null,
  };
}

interface Reason {
  readonly text: string;
  readonly of: Skipped["of"];
}

/** Whether a row that was left out may be this offer: nothing that is known of it says otherwise. */
const isOf = (of: Skipped["of"] = {}, key: Named["key"]): boolean =>
  (of.host ?? key.host) === key.host && (of.region ?? key.region) === key.region && (of.tier ?? key.tier) === key.tier;

function reasonsByName(skipped: readonly Skipped[]): ReadonlyMap<string, readonly Reason[]> {
  const named = skipped.flatMap(({ subject, why, detail, of }) =>
    namesIn(subject).map((name) => ({ name, text: detail === undefined ? why : `${why}: ${detail}`, of })),
  );
  return Map.groupBy(named, ({ name }) => name);
}

/**
 * Parsers name a row they leave out as its body does: by its id (`acme/nova-9`), behind a seller and a region (`azure/eu/nova-9`), with an
 * endpoint behind it (`acme/nova-9 endpoint 2`), by its name (`Nova 9, batch`), or all rows of a seller at once (`acme/*`).
 */
function namesIn(subject: string): readonly string[] {
  const whole = [subject, subject.replace(/ .*$/, ""), subject.replace(/, .*$/, "")];
  return subject.endsWith("/*") ? [subject] : [...new Set(whole.flatMap((name) => [name, ...withoutSeller(name)]))];
}

const withoutSeller = (name: string): readonly string[] => {
  const parts = name.split("/");
  return [parts.slice(1).join("/"), parts.slice(2).join("/")].filter((shorterId) => shorterId !== "");
};
