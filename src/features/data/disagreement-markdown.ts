import { markdownTable } from "../../site/markdown.ts";
import type { DisagreementPage, TallyLine } from "./disagreement-page.ts";

/** Where sources disagree, in Markdown. */
export function disagreementMarkdown(page: DisagreementPage): string {
  const { asOf, answer, meaning, records, pairs, differences, left } = page;
  const widest = differences.map(({ model, seller, meter, low, high, times }) => [
    model.name,
    seller,
    times,
    meter,
    ...[low, high].map(({ text, name, day }) => `${text} (${name}, ${day})`),
  ]);
  return `# Where sources disagree

${answer} Data as of ${asOf}.

${meaning}

## Second-hand sources against the platforms' own figures

${tallyTable(records)}

## Every two sources

${tallyTable(pairs)}

## Furthest apart

${markdownTable(["Model", "Seller", "Apart", "Meter", "Lower", "Higher"], widest)}

${left ?? ""}`;
}

function tallyTable(lines: readonly TallyLine[]): string {
  const rows = lines.map(({ sources, prices, cacheReads }) => [
    sources.map(({ name }) => name).join(" and "),
    ...[prices, cacheReads].flatMap(({ both, differ, share }) => [both, differ, share]),
  ]);
  return markdownTable(["Source", "Offers", "Differ", "Share", "Cache reads", "Differ", "Share"], rows);
}
