import type { Sellers } from "../../domain/offer/seller.ts";
import { CLOUDS } from "../../domain/platform/clouds.ts";
import type { Platform } from "../../domain/platform/platform.ts";
import type { ModelSheet } from "../../domain/reference/model-sheet.ts";
import { makerNames } from "../../domain/text/maker-names.ts";
import { otherNames, shortName } from "../../domain/text/other-names.ts";
import { withoutRegion } from "../../domain/text/word-search.ts";

/** `/api/search.json`, the site's own file and no contract: what the search of every page looks through. */
export interface SearchJson {
  /** In the order of use. The other names lead here too: `fullNames` reads them. */
  readonly models: readonly (readonly [id: string, name: string, otherNames?: string])[];
  /** By id; where two have one name, each with its id. */
  readonly makers: Readonly<Record<string, string>>;
  readonly platforms: Readonly<Record<string, string>>;
  /** What else people call a platform, by its id. */
  readonly platformsToo?: Readonly<Record<string, string>>;
  readonly pages: readonly SearchedPage[];
}

/** A guide, a ranking, a tool. */
export interface SearchedPage {
  readonly title: string;
  /** With its query, below the site's own address: `best/chat/`. */
  readonly path: string;
  /** What it answers to beside its title, as people ask for it: `price history, feed`. */
  readonly words?: string;
}

/** The file from sheets in the order of use. */
export function searchJson(
  sheets: readonly ModelSheet[],
  platforms: readonly Platform[],
  sellers: Sellers,
  pages: readonly SearchedPage[],
): SearchJson {
  return {
    models: sheets.map((sheet) => {
      const others = namesOf(sheet, sellers).join(" ");
      const { id, name } = sheet.model;
      return others === "" ? [id, name] : [id, name, others];
    }),
    makers: Object.fromEntries(makerNames(sheets.map(({ model }) => model))),
    platforms: Object.fromEntries(platforms.map(({ id, name }) => [id, name])),
    platformsToo: Object.fromEntries(
      platforms.flatMap(({ id, alsoCalled }) => (alsoCalled === undefined ? [] : [[id, alsoCalled.join(", ")]])),
    ),
    pages,
  };
}

/** What else a model is called: where it moves to, its dated slug, and what makers and clouds call it in a request. */
function namesOf({ model, rows }: ModelSheet, sellers: Sellers): readonly string[] {
  const isPlain = (platform: string) => sellers.get(platform)?.kind === "direct" || CLOUDS.has(platform);
  const ids = rows.flatMap(({ offer }) => (isPlain(offer.platform) ? [withoutRegion(lastPart(offer.upstreamId))] : []));
  const slug = model.canonicalSlug === null ? [] : [lastPart(model.canonicalSlug)];
  const others = otherNames([model.name, model.id], [...slug, ...new Set(ids)]);
  return [...model.aliases, ...others.map((name) => shortName(name, model.id))];
}

const lastPart = (id: string): string => id.split("/").at(-1) ?? id;
