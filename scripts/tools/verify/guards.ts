import type { Curated } from "../../night/pipeline/curated.ts";
import { countDays } from "../backfill/openrouter-days.ts";
import { type CardMove, type GuardReplay, type ParsedDay, replayGuards } from "./guard-replay.ts";
import type { VerifyResult } from "./verdict.ts";
import { replayWeek, type WeekReplay } from "./week-replay.ts";

/** Prices OpenRouter showed by mistake, and what they were before and after. */
const KNOWN_WRONG = [
  { id: "z-ai/glm-5.1", days: ["2026-05-20", "2026-05-21"], inputMicro: 980_000 },
  { id: "moonshotai/kimi-k2.5", days: ["2026-04-18"], inputMicro: 382_700 },
] as const;

/** Of the moves that lasted, the share that may wait for a witness or a third night. */
const MAX_HELD_SHARE = 0.01;

/** Every so many days a week ends that is also lived night by night. */
const WEEK_EVERY_DAYS = 28;
const WEEK = 7;

/** The guards over every recorded day: they hold what is known to be wrong, never a way back, and hardly ever what is right. */
export async function verifyGuards(dir: string, curated: Curated): Promise<VerifyResult> {
  const title = "Guards";
  const days = await countDays(dir);
  if (days === 0) return { title, figures: ["this recording has no past"], failures: [] };
  const weeks: WeekReplay[] = [];
  let week: readonly ParsedDay[] = [];
  let seen = 0;
  const replay = await replayGuards(dir, curated, (day) => {
    week = [...week, day].slice(-WEEK);
    seen += 1;
    if (seen % WEEK_EVERY_DAYS === WEEK || seen === days) weeks.push(replayWeek(week, curated));
  });
  return {
    title,
    figures: [...moveFigures(replay), ...zeroFigures(replay), weekFigure(weeks)],
    failures: [
      ...wrongLetThrough(replay),
      ...returnsHeld(replay),
      ...tooManyHeld(replay),
      ...weeks.flatMap((each) => each.unexplained),
    ],
  };
}

const count = <Item>(items: readonly Item[], is: (item: Item) => boolean): number => items.filter(is).length;
const isTrue = ({ kind }: CardMove): boolean => kind === "true";
const isTrueHeld = ({ kind, isHeld }: CardMove): boolean => kind === "true" && isHeld;
const percent = (part: number, whole: number): string => `${((100 * part) / whole).toFixed(2)} %`;

function moveFigures({ nights, moves }: GuardReplay): readonly string[] {
  const [trueMoves, held] = [count(moves, isTrue), count(moves, isTrueHeld)];
  const rule = (name: string) => nights.flatMap(({ findings }) => findings.filter((each) => each.rule === name)).length;
  const undone = count(moves, ({ kind }) => kind === "undone");
  const returns = moves.filter(({ isReturn }) => isReturn);
  return [
    `${nights.length} nights, ${moves.length} changed cards: ${trueMoves} moves that lasted, ${undone} undone within three days, ${count(moves, ({ kind }) => kind === "zero")} to zero and ${count(moves, ({ kind }) => kind === "back")} back`,
    `${held} moves that lasted were held, most for two nights: ${percent(held, trueMoves)} of ${trueMoves}; ${rule("acceptedAfterHold")} believed after a hold; ${rule("priceReset")} over five times noted as new price lists`,
    `${returns.length} returns to the usual price, ${count(returns, ({ isHeld }) => isHeld)} held`,
    `${count(nights, ({ findings }) => findings.some(({ scope, action }) => scope === "source" && action === "hold"))} nights with the whole list held`,
  ];
}

function zeroFigures({ nights }: GuardReplay): readonly string[] {
  const zeros = nights.flatMap(({ held }) => [...held.values()].filter((row) => row.held?.rule === "priceZero"));
  const models = new Set(zeros.map(({ upstreamId }) => upstreamId));
  const wrongPriceTexts = KNOWN_WRONG.map(({ id, days, inputMicro }) => `${id} on ${days.join(" and ")} at $${inputMicro / 1e6}`);
  return [`${zeros.length} nights of wrong zeros on ${models.size} models held, among them ${wrongPriceTexts.join(", ")}`];
}

function weekFigure(weeks: readonly WeekReplay[]): string {
  const sum = (of: (week: WeekReplay) => number) => weeks.reduce((all, week) => all + of(week), 0);
  return `${weeks.length} weeks lived night by night end in the same ${sum(({ offers }) => offers)} offers as one refresh on their last day, and in the same ${sum(({ lines }) => lines)} lines of history as a backfill, but for ${sum(({ reported }) => reported)} offers reported as held or accepted`;
}

function wrongLetThrough({ nights }: GuardReplay): readonly string[] {
  return KNOWN_WRONG.flatMap(({ id, days, inputMicro }) =>
    days.flatMap((day) => {
      const row = nights.find((night) => night.day === day)?.held.get(id);
      if (row?.prices.input === inputMicro) return [];
      return [
        `${id} on ${day}: ${row === undefined ? "not held" : `held at ${row.prices.input ?? "nothing"}`}, not at ${inputMicro}`,
      ];
    }),
  );
}

const returnsHeld = ({ moves }: GuardReplay): readonly string[] =>
  moves
    .filter(({ isReturn, isHeld }) => isReturn && isHeld)
    .map(({ id, day }) => `${id} on ${day}: held on its way back to the usual price`);

function tooManyHeld({ moves }: GuardReplay): readonly string[] {
  const [held, all] = [count(moves, isTrueHeld), count(moves, isTrue)];
  return held < all * MAX_HELD_SHARE ? [] : [`${held} of ${all} moves that lasted were held: ${percent(held, all)}`];
}
