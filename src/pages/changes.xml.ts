import { atomResponse } from "../lib/change-feed.ts";
import { allAtom } from "../lib/feeds.ts";

export const GET = (): Response => atomResponse(allAtom());
