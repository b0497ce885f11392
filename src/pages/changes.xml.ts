import { atomResponse } from "../features/changes/change-feed.ts";
import { allAtom } from "../features/changes/feeds.ts";

export const GET = (): Response => atomResponse(allAtom());
