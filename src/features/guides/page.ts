import { run } from "../../data/catalog.ts";
import * as paths from "../../site/paths.ts";
import { cacheAndBatch } from "./cache-and-batch.ts";
import { fiveSteps } from "./five-steps.ts";
import type { Guide } from "./guide.ts";
import { howWeKnow } from "./how-we-know.ts";
import { openrouterFees } from "./openrouter-fees.ts";
import { routerCloudDirect } from "./router-cloud-direct.ts";
import { severalPrices } from "./several-prices.ts";

/** Every guide that today's data have figures for, in the order they are listed. */
export const guides: readonly Guide[] = [
  severalPrices(),
  fiveSteps(),
  openrouterFees(),
  cacheAndBatch(),
  routerCloudDirect(),
  howWeKnow(),
].filter((guide) => guide !== null);

/** The routes of the guides and their Markdown twins. */
export const guideRoutes = () => guides.map((guide) => ({ params: { guide: guide.id }, props: { guide } }));

/** Everything a guide's page shows, and its Markdown twin. */
export const guidePage = (guide: Guide) => ({
  ...guide,
  asOf: run.asOf,
  path: paths.guide(guide.id),
  others: guides.filter(({ id }) => id !== guide.id).map(({ id, title }) => ({ title, path: paths.guide(id) })),
});
export type GuidePage = ReturnType<typeof guidePage>;

/** Everything the list of guides shows, and its Markdown twin. */
export const guidesPage = () => ({
  asOf: run.asOf,
  description: `${guides.length} short guides to what language models cost, with today’s figures.`,
  lines: guides.map(({ id, title, answer }) => ({ title, answer, path: paths.guide(id) })),
});
export type GuidesPage = ReturnType<typeof guidesPage>;
