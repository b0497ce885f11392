import { defaultPreset, platformOf, run, sellers } from "../../data/catalog.ts";
import { factOn } from "../../domain/money/fact.ts";
import type { Fee } from "../../domain/platform/fee.ts";
import { feeFor, feeShare, feeUsd } from "../../domain/purchase/purchase.ts";
import { formatPercent, formatUsd } from "../../site/format.ts";
import * as paths from "../../site/paths.ts";
import { type Column, moneyColumn } from "../../table/column.ts";
import { tableMarkdown } from "../../table/table-files.ts";
import { fileTable } from "../../table/table-view.ts";
import type { Guide } from "./guide.ts";
import { exampleSheet } from "./guide-figures.ts";

/** In dollars. */
const TOP_UPS = [5, 10, 25, 50, 100, 500, 1_000];

/** The guide on what OpenRouter takes; null = its fee is not known. */
export function openrouterFees(): Guide | null {
  const fee = feeFor(sellers.get("openrouter")?.fees?.topUp ?? [], "card");
  if (fee === null) return null;
  const name = platformOf("openrouter")?.name ?? "OpenRouter";
  const share = formatPercent(fee.percentBps);
  const evenUsd = fee.minimumCents / 100 / (fee.percentBps / 10_000);
  return {
    id: "openrouter-credits-and-fees",
    title: "OpenRouter’s credits and fees",
    answer: `${name} takes ${share} when you buy credit by card, at least ${formatUsd(fee.minimumCents / 100)}: a $10 top-up loses ${percentOf(10, fee)}, anything from ${formatUsd(evenUsd)} loses ${share}.`,
    text: `
${markupText(name)} The fee comes earlier, when money turns into credit.

${tableMarkdown(fileTable(columnsFor(fee), TOP_UPS))}

## What follows

- Buy credit in few, larger amounts: under ${formatUsd(evenUsd)} the minimum takes a larger share.
- Compare with the fee in. A model at list price costs ${share} more through ${name} than from its maker, unless a cheaper host serves it there. [Platforms against list price](${paths.absolute(paths.deltas())}) has every fee that is known in its months.
- Routed prices move when hosts come and go. Each [model’s page](${paths.absolute(paths.home())}) shows ${name}’s own price, those of the hosts behind it, and the day each was read.
- With a key of your own you pay the maker’s or cloud’s bill, and ${name} a share of it past a free allowance: [its page](${paths.absolute(paths.platform("openrouter"))}) has the terms with source and day.

[Your own top-up and workload in the calculator](${paths.absolute(paths.calculator())}?workload=${defaultPreset.id}&model=${exampleSheet()?.model.id ?? ""}&top-up=25)
`,
  };
}

/** What comes on top of a host's price; unknown is said. */
function markupText(name: string): string {
  const bps = factOn(platformOf("openrouter")?.fees.tokenMarkupBps, run.asOf)?.value;
  if (bps === undefined) return `The price of a model on ${name} is what a host asks; whether there is a markup is not known.`;
  return `The price of a model on ${name} is what a host asks, ${bps === 0 ? "without a markup" : `and ${formatPercent(bps)} on top`}.`;
}

const percentOf = (usd: number, fee: Fee): string => formatPercent(Math.round(feeShare(usd * 100, fee) * 10_000));

const columnsFor = (fee: Fee): readonly Column<number>[] => [
  moneyColumn("top-up", "Top-up", (usd) => formatUsd(usd)),
  moneyColumn("fee", "Fee", (usd) => formatUsd(feeUsd(usd * 100, fee))),
  moneyColumn("share", "Of the credit", (usd) => percentOf(usd, fee)),
];
