import { allSheets, platforms, sellers } from "../../data/catalog.ts";
import { searchJson } from "../../data/json/search-json.ts";
import { compareByUse } from "../../domain/model/compare-by-use.ts";
import { bestPath, bestPlaces, bestTitle } from "../../features/best/best-place.ts";
import { pairs, platformsView } from "../../features/compare/comparisons.ts";
import { guides } from "../../features/guides/page.ts";
import { searchedPage, TOOL_PAGES } from "../../features/search/search-pages.ts";
import { jsonResponse } from "../../site/json-response.ts";
import * as paths from "../../site/paths.ts";

const PAGES = [
  ...TOOL_PAGES,
  ...guides.map(({ id, title }) => searchedPage(title, paths.guide(id), ["guide"])),
  ...bestPlaces.map((place) => searchedPage(bestTitle(place), bestPath(place), ["cheapest", place.need.replaceAll("-", " ")])),
  ...pairs.map(({ pair }) => searchedPage(platformsView(pair).title, paths.compare(pair), ["vs", "compare"])),
];

export const GET = (): Response =>
  jsonResponse(
    searchJson(
      allSheets().toSorted((a, b) => compareByUse(a.model, b.model)),
      platforms,
      sellers,
      PAGES,
    ),
  );
