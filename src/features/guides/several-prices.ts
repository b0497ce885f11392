import { defaultPreset, offers, platformOf, platformRowsOf } from "../../data/catalog.ts";
import { compareText } from "../../domain/money/compare-text.ts";
import { CLOUDS } from "../../domain/platform/clouds.ts";
import { summarise } from "../../domain/platform/platform-summary.ts";
import type { RankedOffer } from "../../domain/ranking/cheapest.ts";
import { formatCount, formatPlural, formatUsdRange } from "../../site/format.ts";
import * as paths from "../../site/paths.ts";
import { evidenceInShort } from "../../site/words/evidence-text.ts";
import { monthMeaning } from "../../site/words/month-meaning.ts";
import { KIND_WORDS } from "../../site/words/platform-facts.ts";
import { sellerText } from "../../site/words/seller-label.ts";
import { type Column, moneyColumn, textColumn } from "../../table/column.ts";
import { tableMarkdown } from "../../table/table-files.ts";
import { fileTable } from "../../table/table-view.ts";
import type { Guide } from "./guide.ts";
import { exampleSheet, platformsOf } from "./guide-figures.ts";

/** As many rows as are shown. */
const SHOWN = 12;

/** The guide on why one model has several prices; null = no model shows it. */
export function severalPrices(): Guide | null {
  const sheet = exampleSheet();
  if (sheet === null) return null;
  const sold = platformsOf(sheet);
  const [first, last] = [sold[0], sold.at(-1)];
  const { name, id } = sheet.model;
  return {
    id: "why-one-model-has-several-prices",
    title: "Why one model has several prices",
    answer: `${name} costs ${monthOf(first)} a month at the cheapest of ${formatPlural(sold.length, "platform")} with a confirmed price, and ${monthOf(last)} at the most expensive, for the very same chat workload.`,
    text: `
The workload: ${monthMeaning(defaultPreset)}. Each row is one platform’s cheapest confirmed price; a range where its fee is unknown.

${tableMarkdown(fileTable(COLUMNS, sold.slice(0, SHOWN)))}

[Every offer of ${name}](${paths.absolute(paths.model(id))})

## What makes the difference

- **Who sells.** The maker sets a list price. ${cloudSentence()} A router passes on what hosts ask and adds a fee, or a markup. A host of open weights sets its own price.
- **Region.** A call that stays inside one region may cost more than a global one: [Platforms against list price](${paths.absolute(paths.deltas())}) shows both for Amazon Bedrock.
- **Service tier.** Batch and flex cost less and answer later; priority costs more.
- **Prompt length.** Some models charge more for the whole request once a prompt passes a threshold.
- **Cached input.** A price for reading from the cache may be a tenth of input, half of it, or not offered: for a coding agent that decides the bill.
${peakLine()}- **Fees.** Buying credit may cost a percentage, with a minimum that is expensive on small top-ups.
- **Quantization.** Hosts may run open weights at lower precision. It is another offer, and the page says so.
`,
  };
}

/** How many of the clouds' prices are list price, and how many are above it. */
function cloudSentence(): string {
  const { compared, equal, dearer } = summarise([...CLOUDS].flatMap(platformRowsOf));
  if (compared === 0) return "";
  return `Of ${formatPlural(compared, "price")} at Amazon Bedrock, Google Vertex AI and Azure ${formatCount(equal)} repeat it and ${formatCount(dearer)} are above it.`;
}

/** Who charges by the hour; nothing where nobody does. */
function peakLine(): string {
  const sellers = offers.filter(({ conditions, status }) => status !== "retired" && conditions.some((each) => "utc" in each));
  const byName = [...new Set(sellers.map(({ platformName }) => platformName))].toSorted(compareText);
  return byName.length === 0
    ? ""
    : `- **Time of day.** ${byName.join(", ")} ${byName.length === 1 ? "charges" : "charge"} more in peak hours for some models.\n`;
}

const monthOf = (row: RankedOffer | undefined): string =>
  row?.landed == null ? "an unknown amount" : formatUsdRange(row.landed.usd, row.landed.upperUsd);

const COLUMNS: readonly Column<RankedOffer>[] = [
  textColumn("seller", "Platform", ({ offer }) => sellerText(offer)),
  // Before what a phone may have no room for: it is the answer.
  moneyColumn("month", "Monthly cost, fees included", monthOf),
  textColumn("kind", "Kind", ({ offer }) => {
    const kind = platformOf(offer.platform)?.kind;
    return kind === undefined ? "" : KIND_WORDS[kind].word;
  }),
  textColumn("known", "How it is known", ({ offer }) => evidenceInShort(offer)),
];
