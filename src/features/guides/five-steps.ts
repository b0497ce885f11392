import { defaultPreset, presets } from "../../data/catalog.ts";
import { rankingOf } from "../../data/rankings.ts";
import { formatPlural, formatUsdRange } from "../../site/format.ts";
import * as paths from "../../site/paths.ts";
import { sellerText } from "../../site/words/seller-label.ts";
import type { Guide } from "./guide.ts";
import { exampleSheet, makerWins } from "./guide-figures.ts";

/** The guide on finding the cheapest platform; null = no model is sold widely enough to show it. */
export function fiveSteps(): Guide | null {
  const sheet = exampleSheet();
  if (sheet === null) return null;
  const { name, id } = sheet.model;
  const winner = sheet.cheapest;
  const { won, byMaker } = makerWins(defaultPreset);
  const example =
    winner?.landed == null
      ? ""
      : ` Today’s answer for chat: ${sellerText(winner.offer)} at ${formatUsdRange(winner.landed.usd, winner.landed.upperUsd)} a month.`;
  return {
    id: "find-the-cheapest-source",
    title: "Finding the cheapest source in five steps",
    answer: `The maker itself is cheapest for ${byMaker} of ${formatPlural(won, "model")} with a confirmed price for chat today; for the others it pays to look.`,
    text: `
1. **Say what you send.** Requests a month, tokens in and out, how much of the input repeats ([what these words mean](${paths.absolute(paths.methodology())}#words)). [${presets.map((preset) => preset.name).join(", ")}](${paths.absolute(paths.methodology())}#workloads) are there to begin with; the [calculator](${paths.absolute(paths.calculator())}) takes your own numbers, or usage pasted from a response.
2. **Choose the model by quality and cost together.** [Best value](${paths.absolute(paths.best())}) weighs what a worse answer costs you against the bill, among the ${formatPlural(rankingOf(defaultPreset).rows.length, "model")} with a rating and a confirmed price for chat.
3. **Open the model’s page.** Its first line names the cheapest confirmed seller and who else asks the same. Example: [${name}](${paths.absolute(paths.model(id))}).${example}
4. **Filter by what you must have.** Region, service tier, a platform you already pay. The answer follows the filters, and the address keeps them.
5. **Check how the price is known, and the fee.** Each row says who confirmed it and when, and links to where it was read. Where a platform does not publish its credit purchase fee, the cost is a range, and ranked at its upper end.

Then [compare the two that are left](${paths.absolute(paths.compare())}), or follow the model’s [feed of changes](${paths.absolute(paths.changes())}).
`,
  };
}
