import { run } from "../../data/catalog.ts";
import type { TallyLine } from "../../features/data/disagreement-page.ts";
import { disagreements } from "../../features/data/disagreements.ts";
import { markdownResponse, markdownTable } from "../../site/markdown.ts";

export function GET(): Response {
  const { answer, meaning, records, pairs, differences, left } = disagreements;
  const widest = differences.map(({ model, seller, meter, low, high, times }) => [
    model.name,
    seller,
    times,
    meter,
    ...[low, high].map(({ text, name, day }) => `${text} (${name}, ${day})`),
  ]);
  return markdownResponse(`# Where sources disagree

${answer} Data as of ${run.asOf}.

${meaning}

## Second-hand sources against the platforms' own figures

${tallyTable(records)}

## Every two sources

${tallyTable(pairs)}

## Furthest apart

${markdownTable(["Model", "Seller", "Apart", "Meter", "Lower", "Higher"], widest)}

${left ?? ""}`);
}

function tallyTable(lines: readonly TallyLine[]): string {
  const rows = lines.map(({ sources, prices, cacheReads }) => [
    sources.map(({ name }) => name).join(" and "),
    ...[prices, cacheReads].flatMap(({ both, differ, share }) => [both, differ, share]),
  ]);
  return markdownTable(["Source", "Offers", "Differ", "Share", "Cache reads", "Differ", "Share"], rows);
}
