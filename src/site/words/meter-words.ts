import type { Meter } from "../../domain/offer/meter.ts";

/** What a meter is called in a sentence: `cached input $0.50 → $0.30`. */
export const METER_WORDS = {
  input: "input",
  output: "output",
  cacheRead: "cached input",
  cacheWrite5m: "cache writes",
  cacheWrite1h: "one-hour cache writes",
  reasoning: "reasoning",
  image: "image",
  imageOutput: "image output",
  audio: "audio",
  audioOutput: "audio output",
  audioCacheRead: "cached audio input",
} as const satisfies Record<Meter, string>;
