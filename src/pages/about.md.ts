import { aboutMarkdown } from "../lib/about-markdown.ts";
import { models, offers, platforms, run } from "../lib/catalog.ts";
import { markdownResponse } from "../lib/markdown.ts";

export const GET = (): Response =>
  markdownResponse(aboutMarkdown(run, { models: models.length, offers: offers.length, platforms: platforms.length }));
