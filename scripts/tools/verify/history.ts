import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readChanges } from "../../../src/data/history.ts";
import type { Change } from "../../../src/domain/history/change.ts";
import { foldTransients, isPriceChange } from "../../../src/domain/history/price-event.ts";
import { offerIdOf, RAW_KINDS, type RecordedMoves, recordedMoves } from "./recorded-moves.ts";
import type { VerifyResult } from "./verdict.ts";

/** What issue 5 allows a backfill of two years on two cores. Processor time is held to it: a machine busy with other work is no fault of ours. */
const MAX_SECONDS = 120;
const MAX_MEBIBYTES = 1_024;
const SHOWN_IDS = ["mistralai/mistral-nemo", "moonshotai/kimi-k2.6", "z-ai/glm-5.2"];

/** A backfill of the recorded days against a count of our own: for every OpenRouter id the same days of real price changes. */
export function verifyHistory(dir: string): VerifyResult {
  const title = "Price history";
  const index = join(dir, "history", "openrouter-models", "index.csv");
  if (!existsSync(index)) return { title, figures: ["this recording has no past"], failures: [] };
  const days = readFileSync(index, "utf8")
    .trim()
    .split("\n")
    .slice(1)
    .map((line) => line.slice(0, 10));
  const run = backfill(dir);
  const recorded = recordedMoves(dir, days.toSorted());
  const movedDays = daysByOffer(run.changes);
  return {
    title,
    figures: [
      `${days.length} recorded days, backfilled in ${run.seconds} s (${run.processorSeconds} s of processor time) at a peak of ${run.mebibytes} MiB: ${run.changes.length} lines`,
      rawFigure(recorded),
      ...SHOWN_IDS.map((id) => `${id}: ${recorded.realDays.get(id)?.size ?? 0} days with a real price change`),
    ],
    failures: [...disagreements(recorded, movedDays), ...slow(run)],
  };
}

interface BackfillRun {
  readonly changes: readonly Change[];
  readonly seconds: number;
  readonly processorSeconds: number;
  readonly mebibytes: number;
}

function backfill(dir: string): BackfillRun {
  const out = mkdtempSync(join(tmpdir(), "token-parity-history-"));
  const program = join(import.meta.dirname, "..", "backfill.ts");
  const output = execFileSync(process.execPath, [program, "--from", dir, "--out", out], { encoding: "utf8" });
  const [, seconds = "", worked = "", mebibytes = ""] =
    /took ([\d.]+) s \(([\d.]+) s of processor time\), peak memory (\d+) MiB/.exec(output) ?? [];
  if (seconds === "") throw new Error(`backfill did not say how long it took:\n${output}`);
  const changes = readChanges(out);
  rmSync(out, { recursive: true });
  return { changes, seconds: Number(seconds), processorSeconds: Number(worked), mebibytes: Number(mebibytes) };
}

function daysByOffer(changes: readonly Change[]): ReadonlyMap<string, ReadonlySet<string>> {
  const baseChanges = changes.filter(
    ({ source, condition, meter }) =>
      source === "openrouter-models" && condition === null && (meter === "input" || meter === "output"),
  );
  const byOffer = Map.groupBy(foldTransients(baseChanges), ({ offerId }) => offerId);
  return new Map([...byOffer].map(([id, events]) => [id, new Set(events.filter(isPriceChange).map(({ day }) => day))]));
}

function rawFigure({ raw, realDays }: RecordedMoves): string {
  const total = RAW_KINDS.reduce((sum, kind) => sum + raw[kind], 0);
  const otherKinds = RAW_KINDS.slice(1)
    .map((kind) => `${raw[kind]} ${kind}`)
    .join(", ");
  return `${total} times another text for prompt or completion, of ${realDays.size} ids: ${raw.real} real, the others ${otherKinds}`;
}

function disagreements({ realDays }: RecordedMoves, movedDays: ReadonlyMap<string, ReadonlySet<string>>): readonly string[] {
  return [...realDays].flatMap(([id, counted]) => {
    const knownDays = movedDays.get(offerIdOf(id)) ?? new Set<string>();
    const missing = [...counted].filter((day) => !knownDays.has(day));
    const extra = [...knownDays].filter((day) => !counted.has(day));
    return missing.length + extra.length === 0
      ? []
      : [`${id}: counted but not in history ${missing.join(" ") || "–"}, in history but not counted ${extra.join(" ") || "–"}`];
  });
}

function slow({ processorSeconds, mebibytes }: BackfillRun): readonly string[] {
  return [
    ...(processorSeconds > MAX_SECONDS ? [`the backfill took ${processorSeconds} s, more than ${MAX_SECONDS}`] : []),
    ...(mebibytes > MAX_MEBIBYTES ? [`the backfill took ${mebibytes} MiB, more than ${MAX_MEBIBYTES}`] : []),
  ];
}
