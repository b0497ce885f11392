import { notChat, offers, run, unmatched } from "../data/catalog.ts";
import { answersToday } from "../data/rankings.ts";
import { dataMarkdown } from "../features/data/data-markdown.ts";
import { markdownResponse } from "../site/markdown.ts";

export const GET = (): Response => markdownResponse(dataMarkdown({ run, offers, unmatched, notChat, answers: answersToday() }));
