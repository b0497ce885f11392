import type { APIContext } from "astro";
import { switchTableOf } from "../../../lib/best-data.ts";
import { announcementsOf, defaultPreset, models, names, offersOf, run, sellers, sheetOf } from "../../../lib/catalog.ts";
import { history } from "../../../lib/history.ts";
import { markdownResponse } from "../../../lib/markdown.ts";
import { modelHistory } from "../../../lib/model-history.ts";
import { modelMarkdown } from "../../../lib/model-markdown.ts";
import { modelPastMarkdown } from "../../../lib/model-past-markdown.ts";
import { sellerClocks } from "../../../lib/price-clock-text.ts";

export function getStaticPaths() {
  return models.map(({ id, maker }) => ({ params: { maker, slug: id.slice(maker.length + 1) }, props: { id } }));
}

export function GET({ props: { id } }: APIContext<{ id: string }>): Response {
  const sheet = sheetOf(id);
  const past = modelHistory(sheet, history().changesOf(id), run.asOf);
  const clocks = sellerClocks(offersOf(id), defaultPreset, sellers, names);
  const offers = modelMarkdown(sheet, defaultPreset, run.asOf, sellers, names, switchTableOf(id));
  return markdownResponse(`${offers}\n\n${modelPastMarkdown(id, clocks, past, announcementsOf(id))}`);
}
