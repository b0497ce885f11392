import { z } from "zod";
import { WebUrl } from "../money/web-url.ts";
import { QualityMatch, QualitySourceId } from "./quality-alias.ts";

/** Dollars as decimal text, never zero: a model measured while it was free has no measured cost. */
export const PaidUsd = z.string().regex(/^(0\.\d*[1-9]\d*|[1-9]\d*(\.\d+)?)$/);

/** What running a benchmark really cost, thinking included: shown beside the list price. One row a line in `measured-costs.jsonl`. */
export const MeasuredCost = z.strictObject({
  model: z.string(),
  source: QualitySourceId,
  release: z.iso.date(),
  name: z.string(),
  match: QualityMatch,
  /** The effort it was measured at: it goes with this cost and with no other. */
  effort: z.string().nullable(),
  usdPerQuestion: PaidUsd,
  /** Null = the source states none. */
  usdPerSuccessfulTask: PaidUsd.nullable(),
  /** Tokens of an answer on average, thinking included; absent = the source states none. */
  outputTokensPerQuestion: z.number().positive().optional(),
  readAt: z.iso.datetime(),
  url: WebUrl,
});
export type MeasuredCost = z.output<typeof MeasuredCost>;
