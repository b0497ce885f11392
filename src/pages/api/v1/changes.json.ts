import { changesJson } from "../../../lib/changes-json.ts";
import { jsonResponse } from "../../../lib/json-response.ts";
import { changeRecord } from "../../../lib/moves.ts";

export const GET = (): Response => jsonResponse(changesJson(changeRecord().recent));
