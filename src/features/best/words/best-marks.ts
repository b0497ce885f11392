import type { QualityMark } from "../../../domain/quality/quality-mark.ts";
import { formatCount } from "../../../site/format.ts";

const MARK_WORDS = {
  best: "the best",
  frontier: "median frontier model",
  mid: "median mid model",
  light: "median light model",
} as const satisfies Record<QualityMark["id"], string>;

/** `median frontier model: 1,463` */
export const markText = ({ id, elo }: QualityMark): string => `${MARK_WORDS[id]}: ${formatCount(elo)}`;
