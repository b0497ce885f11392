import fc from "fast-check";

/** Bodies in an upstream's form, bent: what a fuzz run feeds to parsers. */

/** What is in a broken body in place of something else. */
const hostile = fc.oneof(
  fc.constantFrom<unknown>(
    ...[null, true, -1, -0, 0, 1, 1e308, 1e-9, 2 ** 53, Number.NaN, Number.POSITIVE_INFINITY],
    ...["", " ", "0", "-1", "NaN", "Infinity", "1e-9", "1e999", "0x10", "1,5", "$5", "free", ".", "-0.0"],
    ...["<script>alert(1)</script>", "__proto__", "constructor", "../../etc", "\u202e", "\u0000", "\ud800", "N".repeat(10_000)],
    ...["2026-02-30", "9999-99-99", "acme/nova-1", "acme/*", "[object Object]", "=1+1", "|", "a:b:c", "~a/b", "/"],
    ...[[], {}, [[]], [null], { data: null }, { id: 1 }, { min_prompt_tokens: -1 }, { utc_start: 2500, utc_end: -1 }],
  ),
  fc.string(),
  fc.double(),
  fc.integer(),
  fc.jsonValue(),
);

interface Change {
  readonly at: number;
  readonly kind: "replace" | "remove" | "repeat" | "rename" | "swap";
  readonly value: unknown;
}

const changes: fc.Arbitrary<Change> = fc.record({
  at: fc.nat(),
  kind: fc.constantFrom("replace", "replace", "remove", "repeat", "rename", "swap"),
  value: hostile,
});

/** A JSON body with one to four places changed. */
export const bentJson = (body: unknown): fc.Arbitrary<unknown> =>
  fc.array(changes, { minLength: 1, maxLength: 4 }).map((chosen) => chosen.reduce(bend, structuredClone(body)));

type Holder = Record<string, unknown> | unknown[];

function bend(body: unknown, change: Change): unknown {
  const { at, value } = change;
  const places = placesOf(body);
  const place = places[at % places.length];
  if (place === undefined) return value;
  const { holder, key } = place;
  const other = places[(at * 7 + 3) % places.length] ?? place;
  if (Array.isArray(holder)) bendList(holder, Number(key), change, other);
  else bendTable(holder, key, change, other);
  return body;
}

interface Place {
  readonly holder: Holder;
  readonly key: string;
}

const valueAt = ({ holder, key }: Place): unknown => (Array.isArray(holder) ? holder[Number(key)] : holder[key]);

function bendList(list: unknown[], index: number, { kind, value }: Change, other: Place): void {
  if (kind === "remove") list.splice(index, 1);
  else if (kind === "repeat") list.push(structuredClone(list[index]));
  else list[index] = kind === "swap" ? structuredClone(valueAt(other)) : value;
}

function bendTable(table: Record<string, unknown>, key: string, { kind, value }: Change, other: Place): void {
  if (kind === "remove") delete table[key];
  else if (kind === "rename") table[nameFrom(value)] = table[key];
  else table[key] = kind === "swap" ? structuredClone(valueAt(other)) : value;
}

/** A key for any value. `String` would throw on a table whose own `toString` is no function. */
export const nameFrom = (value: unknown): string => (typeof value === "string" ? value : JSON.stringify(value)).slice(0, 300);

function placesOf(body: unknown, places: Place[] = [], depth = 0): readonly Place[] {
  if (typeof body !== "object" || body === null || depth > 12) return places;
  const holder: Holder = Array.isArray(body) ? body : asTable(body);
  for (const key of Object.keys(holder)) {
    places.push({ holder, key });
    placesOf(valueAt({ holder, key }), places, depth + 1);
  }
  return places;
}

function asTable(value: object): Record<string, unknown> {
  const isTable = (each: object): each is Record<string, unknown> => !Array.isArray(each);
  if (!isTable(value)) throw new Error("a list is no table");
  return value;
}

const splice = fc.record({
  at: fc.nat(),
  length: fc.nat(60),
  text: fc.oneof(
    fc.constantFrom(
      "",
      "|",
      "\n",
      "\n\n",
      "$",
      "0",
      "-",
      "$1,000,000",
      "$0.00",
      "1e9",
      "<br>",
      "<script>",
      "](",
      "\\|",
      "| --- |",
      "\u202e",
    ),
    fc.string(),
  ),
});

/** A text with one to four pieces taken out, put in or put elsewhere. */
export const bentText = (text: string): fc.Arbitrary<string> =>
  fc
    .array(splice, { minLength: 1, maxLength: 4 })
    .map((splices) =>
      splices.reduce(
        (bent, { at, length, text: piece }) =>
          `${bent.slice(0, at % (bent.length + 1))}${piece}${bent.slice((at % (bent.length + 1)) + length)}`,
        text,
      ),
    );
