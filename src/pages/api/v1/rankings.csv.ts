import { bulkResponse } from "./_bulk-files.ts";

export const GET = (): Response => bulkResponse("rankings.csv");
