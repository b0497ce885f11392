import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readStore, type Store } from "../../scripts/night/pipeline/store.ts";
import { MODELS_URL } from "../../scripts/night/sources/openrouter/openrouter-list.ts";
import { type Answer, aQuietUpstream } from "../builders/a-fake-upstream.ts";
import { answer, figures, folder, playFaultyNights, priced, refresh, upstream, withRow } from "./faulty-nights.ts";

playFaultyNights();

/** Nights one after another in one folder, each with its own list of models. */
async function nightsOn(name: string, story: readonly (readonly [day: string, list: Answer | null])[]) {
  const out = join(folder, name);
  const stores: Store[] = [];
  for (const [day, list] of story) {
    upstream.play(new Map([...aQuietUpstream(), ...(list === null ? [] : [[MODELS_URL, list] as const])]));
    await refresh(out, day);
    stores.push(readStore(out));
  }
  return { out, stores };
}

const at = (prompt: string) => priced({ prompt, completion: "0.000002" });
const NOVA_OFFER = "acme/nova-1@openrouter";

test.each([
  ["a year", ["2027-12-30", "2027-12-31", "2028-01-01", "2028-01-02"]],
  ["a leap day", ["2028-02-27", "2028-02-28", "2028-02-29", "2028-03-01"]],
  ["a century without one", ["2100-02-26", "2100-02-27", "2100-02-28", "2100-03-01"]],
])("the nights around %s are nights like others: each price on its day, in the file of its month", async (name, days) => {
  const prices = ["0.000001", "0.0000011", "0.0000012", "0.0000012"];
  const { out, stores } = await nightsOn(
    name.replaceAll(" ", "-"),
    days.map((day, index) => [day, at(prices[index] ?? "")]),
  );
  expect(stores.map(({ run }) => run?.asOf)).toEqual(days);
  expect(stores.map((store) => figures(store)[NOVA_OFFER]?.prices.input)).toEqual([1e6, 1.1e6, 1.2e6, 1.2e6]);
  const [first, ...later] = stores.map(({ run }) => run?.findings.filter(({ rule }) => /^clock|^source|Failed$/.test(rule)));
  expect([first, ...later]).toEqual(days.map(() => []));
  const moved = historyOf(out).filter(({ line }) => line.includes(`"${NOVA_OFFER}"`) && line.includes('"old":"'));
  expect(moved.map(({ file, line }) => [file, JSON.parse(line).day])).toEqual(
    days.slice(1, 3).map((day) => [`${day.slice(0, 4)}/${day.slice(0, 7)}.jsonl`, day]),
  );
});

const historyOf = (out: string): readonly { readonly file: string; readonly line: string }[] =>
  readdirSync(join(out, "history"), { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".jsonl"))
    .toSorted()
    .flatMap((file) => {
      const lines = readFileSync(join(out, "history", file), "utf8")
        .trim()
        .split("\n");
      return lines.map((line) => ({ file, line }));
    });

test.each([
  ["2028-02-29", "2028-02-28", "2028-03-01"],
  ["2028-03-01", "2028-02-29", "2028-03-02"],
  ["2028-01-01", "2027-12-31", "2028-01-02"],
])(
  "an offer that is announced to end on %s is there the day before, gone on that day where nobody reads it again, and without that end once it is sold on",
  async (end, before, after) => {
    const ending = withRow((row) => ({ ...row, expiration_date: end }));
    const down = answer(503);
    const { stores } = await nightsOn(`ending-${end}`, [
      [before, ending],
      [end, down],
      [after, ending],
    ]);
    expect(stores.map(({ run }) => run?.asOf)).toEqual([before, end, after]);
    expect(stores.map(({ offers }) => offers.find(({ id }) => id === NOVA_OFFER)?.retiresOn)).toEqual([end, undefined, null]);
    expect(stores.map(({ gone }) => gone.find(({ id }) => id === NOVA_OFFER)?.goneOn ?? null)).toEqual([null, end, null]);
  },
);
