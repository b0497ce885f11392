import type { APIContext } from "astro";
import { announcementsOf, defaultPreset, models, names, offersOf, run, sellers, sheetOf } from "../../../data/catalog.ts";
import { history } from "../../../data/history.ts";
import { modelMarkdown } from "../../../features/model/model-markdown.ts";
import { modelHistory } from "../../../features/model/past/model-history.ts";
import { modelPastMarkdown } from "../../../features/model/past/model-past-markdown.ts";
import { switchTableOf } from "../../../features/model/switch-data.ts";
import { markdownResponse } from "../../../site/markdown.ts";
import { sellerClocks } from "../../../site/words/price-clock-text.ts";

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
