import { z } from "zod";
import { NEED_SCALES } from "./need-scale.ts";
import { Quality } from "./quality.ts";
import { QualityFit } from "./quality-fit.ts";

/** One row a line in `data/generated/quality-needs.jsonl`: how good a model is at one need. Only models that a source of the need has scored. */
export const NeedQuality = z.strictObject({ scale: z.enum(NEED_SCALES), ...Quality.shape });
export type NeedQuality = z.output<typeof NeedQuality>;

/** `data/generated/quality-fit-needs.json`: the constants behind them; null = too little was read. */
export const NeedFits = z.strictObject({ coding: QualityFit.nullable(), vision: QualityFit.nullable() });
export type NeedFits = z.output<typeof NeedFits>;

export const NO_NEED_FITS: NeedFits = { coding: null, vision: null };
