import type { Unmatched } from "../../domain/model/unmatched.ts";
import type { Offer } from "../../domain/offer/offer.ts";
import { budgetDays, type Run } from "../../domain/source/run.ts";
import { formatCount, formatDay, formatPlural } from "../../site/format.ts";
import { markdownTable } from "../../site/markdown.ts";
import { absolute, paths } from "../../site/paths.ts";

const SHOWN = 50;

/** The health of the data: each source, what is held, what nobody could match, and where to download it. */
export function dataMarkdown(run: Run, offers: readonly Offer[], unmatched: readonly Unmatched[]): string {
  const sources = run.sources.map((source) => [
    source.name,
    source.why === null ? source.status : `${source.status}: ${source.why}`,
    formatDay(source.readAt),
    formatPlural(budgetDays(source.id), "day"),
    formatCount(source.readings),
    formatCount(source.offers),
    formatCount(Object.values(source.skipped).reduce((sum, count) => sum + count, 0)),
    formatCount(source.unmatched),
    source.licence,
  ]);
  const held = offers.filter(({ status }) => status === "held");
  const findings = [...Map.groupBy(run.findings, ({ rule }) => rule)].toSorted(([a], [b]) => (a < b ? -1 : 1));
  return `# Data and sources

As of ${formatDay(run.asOf)}: ${formatCount(offers.length)} offers. The as-of day is the day of the OpenRouter reading; every source has its own.

## Sources

${markdownTable(["Source", "Status", "Last good reading", "Stale after", "Readings", "Offers", "Left out", "Unmatched", "Licence or terms"], sources)}

[Where they disagree](${absolute(paths.disagreements())}): how often, on what, and by how much.

## Downloads

- [All offers as CSV](${absolute(paths.api.offersCsv())}): what the pages show
- [Models](${absolute(paths.api.models())}), [platforms](${absolute(paths.api.platforms())}) and the [state of the data](${absolute(paths.api.index())}) as JSON; each model has its own file

## Held offers

${
  held.length === 0
    ? "None: every offer shows its newest reading."
    : markdownTable(
        ["Offer", "Since", "Why"],
        held
          .slice(0, SHOWN)
          .map((offer) => [
            offer.id,
            formatDay(offer.heldBecause?.since ?? offer.source.readAt),
            offer.heldBecause?.detail ?? "",
          ]),
      )
}

## Findings

${
  findings.length === 0
    ? "None."
    : markdownTable(
        ["Rule", "Count", "For example"],
        findings.map(([rule, rows]) => [
          rule,
          formatCount(rows.length),
          `${rows[0]?.subject ?? ""}: ${rows[0]?.detail ?? ""}`.slice(0, 200),
        ]),
      )
}

## Left out, by reason

${markdownTable(
  ["Source", "Reason", "Rows"],
  run.sources.flatMap(({ name, skipped }) => Object.entries(skipped).map(([why, count]) => [name, why, formatCount(count)])),
)}

## Unmatched ids

${formatCount(unmatched.length)} ids that no rule joins to a model. They are not guessed; the ${SHOWN} whose platforms sell most of them:

${markdownTable(["Platform", "Unmatched", "For example"], unmatchedByPlatform(unmatched))}
`;
}

function unmatchedByPlatform(unmatched: readonly Unmatched[]): readonly (readonly string[])[] {
  const groups = [...Map.groupBy(unmatched, ({ platform }) => platform)].toSorted(
    ([a, x], [b, y]) => y.length - x.length || (a < b ? -1 : 1),
  );
  return groups.slice(0, SHOWN).map(([platform, rows]) => [
    platform,
    formatCount(rows.length),
    rows
      .slice(0, 3)
      .map(({ upstreamId }) => upstreamId)
      .join(", "),
  ]);
}
