import { offers } from "../../data/catalog.ts";
import { answersToday } from "../../data/rankings.ts";
import { MAX_AGING_DAYS } from "../../domain/source/age-class.ts";
import { EVIDENCE, type Evidence } from "../../domain/source/evidence-class.ts";
import { formatCount, formatPlural } from "../../site/format.ts";
import * as paths from "../../site/paths.ts";
import { EVIDENCE_MEANINGS, EVIDENCE_WORDS } from "../../site/words/evidence-text.ts";
import { type Column, countColumn, proseColumn, textColumn } from "../../table/column.ts";
import { tableMarkdown } from "../../table/table-files.ts";
import { fileTable } from "../../table/table-view.ts";
import type { Guide } from "./guide.ts";
import { offersByEvidence } from "./guide-figures.ts";

/** The guide on how prices are known, with today’s counts. */
export function howWeKnow(): Guide {
  const counts = offersByEvidence();
  const { winners, models, offersInDoubt } = answersToday();
  const reported = counts.get("reported") ?? 0;
  const answered = [...winners.values()].reduce((sum, count) => sum + count, 0);
  const columns: readonly Column<Evidence>[] = [
    textColumn("evidence", "How it is known", (evidence) => EVIDENCE_WORDS[evidence]),
    proseColumn("meaning", "What that means", (evidence) => EVIDENCE_MEANINGS[evidence]),
    countColumn("offers", "Offers", (evidence) => formatCount(counts.get(evidence) ?? 0)),
    countColumn("answers", "Cheapest for chat", (evidence) => formatCount(winners.get(evidence) ?? 0)),
  ];
  return {
    id: "how-we-know-a-price",
    title: "How we know a price",
    answer: `${formatCount(answered)} of ${formatPlural(models, "model")} on sale have a cheapest seller at a confirmed price. Of ${formatPlural(offers.length, "offer")} ${formatCount(reported)} rest on one catalogue’s word and win nothing; something speaks against ${formatCount(offersInDoubt)}, which win nothing either.`,
    text: `
An offer is one model as one platform sells it, in one region and at one service tier. A catalogue is a list that others keep of many platforms’ prices, such as models.dev or LiteLLM. The last column counts the models whose cheapest seller for chat is known that way.

${tableMarkdown(fileTable(columns, [...EVIDENCE]))}

## What makes a price doubtful

A price far from what others ask, one that is a power of ten or an exchange rate away, the maker’s price of before a change, an image price as text, a model that a newer copy of the platform’s list no longer names, and [more of the kind](${paths.absolute(paths.methodology("what-speaks-against-a-price"))}): such a row says why and never wins.

## How old a price may be

For each source it is set how many days its prices count as fresh. Fresh prices decide; where a model has none, one of up to ${MAX_AGING_DAYS} days may, and the sentence says its day. Older ones are shown as last confirmed, and nobody is called cheapest.

## What you can check

Every price links to where it was read, with the day. [Data and sources](${paths.absolute(paths.data())}) lists each source with its last good reading, [disagreements](${paths.absolute(paths.disagreements())}) where sources differ, and the [methodology](${paths.absolute(paths.methodology())}) the formulas with the constants the code uses; those of a ranking stand below its table. A wrong price can be reported from its model’s page.
`,
  };
}
