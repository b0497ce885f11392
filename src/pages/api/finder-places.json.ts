import { finderFiles } from "../../features/finder/finder-files.ts";
import { jsonResponse } from "../../site/json-response.ts";

export const GET = (): Response => jsonResponse(finderFiles().places);
