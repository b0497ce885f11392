import { Presets, SingleBar } from "cli-progress";

export interface NightProgress {
  start(sourceId: string): void;
  stop(): void;
}

/** A bar on a terminal that names the source being read; silence where the output is no terminal. */
export function nightProgress(): NightProgress {
  const bar = new SingleBar(
    { format: "reading {source} {bar} {value} sources", hideCursor: true, noTTYOutput: false },
    Presets.shades_classic,
  );
  bar.start(SOURCES_EXPECTED, 0, { source: "" });
  return { start: (source) => bar.increment(1, { source }), stop: () => bar.stop() };
}

/** Length of the bar only; a longer night fills it early. */
const SOURCES_EXPECTED = 47;
