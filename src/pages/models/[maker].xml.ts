import type { APIContext } from "astro";
import { models } from "../../lib/catalog.ts";
import { atomResponse } from "../../lib/change-feed.ts";
import { makerAtom } from "../../lib/feeds.ts";

export function getStaticPaths() {
  const makers = new Map(models.map(({ maker, makerName }) => [maker, makerName]));
  return [...makers].map(([maker, name]) => ({ params: { maker }, props: { maker, name } }));
}

export const GET = ({ props: { maker, name } }: APIContext<{ maker: string; name: string }>): Response =>
  atomResponse(makerAtom(maker, name));
