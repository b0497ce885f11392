import { readChanges } from "../../../src/data/history.ts";
import { replay } from "../../../src/domain/history/ledger.ts";
import { withoutRepeats } from "../../../src/domain/history/without-repeats.ts";
import type { Curated } from "../../night/pipeline/curated.ts";
import type { Store } from "../../night/pipeline/store.ts";
import { piAi } from "../../night/sources/pi-ai/pi-ai.ts";
import { type DatedCards, datedCards } from "../backfill/gap/dated-cards.ts";
import type { VerifyResult } from "./verdict.ts";

/**
 * Of the input and output prices of OpenRouter's rows in a catalogue that history knows, at least so many are what it says was valid on the day.
 * What came and went within the gap it does not know: no list says when such a row ended.
 */
const LEAST_EQUAL = 0.95;
const FROM = "2026-08-08";

/** The history that is committed against each dated catalogue of the npm package. */
export async function verifyDatedCatalogues(dir: string, store: Store, curated: Curated): Promise<VerifyResult> {
  const changes = withoutRepeats(readChanges("data/generated"));
  const readings = await datedCards(dir, piAi(curated), FROM, { curated, models: store.models });
  const days = readings.map((each) => ({ day: each.day, ...compared(each, replay(changes, each.day)) }));
  return {
    title: "History against the dated catalogues",
    figures: days.map(
      ({ day, equal, other, unknown }) =>
        `${day}: ${equal} prices on OpenRouter as history has them, ${other} otherwise, ${unknown} unknown to it`,
    ),
    failures: days.flatMap(({ day, equal, other }) => {
      const share = equal / Math.max(1, equal + other);
      return share < LEAST_EQUAL ? [`${day}: only ${(share * 100).toFixed(1)} % as history has them`] : [];
    }),
  };
}

function compared({ cards }: DatedCards, ledger: ReturnType<typeof replay>) {
  const figures = [...cards].flatMap(([id, card]) =>
    id.includes("@openrouter")
      ? (["input", "output"] as const).flatMap((meter) => {
          const micro = card.get(meter)?.micro;
          return micro === undefined ? [] : [{ micro, known: ledger.get(id)?.get(meter)?.micro ?? null }];
        })
      : [],
  );
  const unknown = figures.filter(({ known }) => known === null).length;
  const equal = figures.filter(({ known, micro }) => known === micro).length;
  return { equal, unknown, other: figures.length - equal - unknown };
}
