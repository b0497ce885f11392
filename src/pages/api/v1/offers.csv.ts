import { bulkResponse } from "./_bulk-files.ts";

export const GET = (): Response => bulkResponse("offers.csv");
