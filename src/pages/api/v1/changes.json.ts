import { changeNames, changeRecord } from "../../../data/change-record.ts";
import { changesJson } from "../../../features/changes/changes-json.ts";
import { jsonResponse } from "../../../site/json-response.ts";

export const GET = (): Response => jsonResponse(changesJson(changeRecord().recent, changeNames));
