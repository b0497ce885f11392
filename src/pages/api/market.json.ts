import { run } from "../../data/catalog.ts";
import { rankingInputJson } from "../../data/json/ranking-input-json.ts";
import { needMarks, rankingDataFor, staleOffers, successMarks } from "../../data/rankings.ts";
import { NEEDS } from "../../domain/model/need.ts";
import { jsonResponse } from "../../site/json-response.ts";

export const GET = (): Response =>
  jsonResponse(
    rankingInputJson(rankingDataFor("", []), { asOf: run.asOf, needs: NEEDS, staleOf: staleOffers, needMarks, successMarks }),
  );
