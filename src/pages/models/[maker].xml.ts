import type { APIContext } from "astro";
import { models } from "../../data/catalog.ts";
import { fileName } from "../../domain/text/file-name.ts";
import { atomResponse } from "../../features/changes/change-feed.ts";
import { makerAtom } from "../../features/changes/feeds.ts";

export function getStaticPaths() {
  const makers = new Map(models.map(({ maker, makerName }) => [maker, makerName]));
  return [...makers].map(([maker, name]) => ({ params: { maker: fileName(maker) }, props: { maker, name } }));
}

export const GET = ({ props: { maker, name } }: APIContext<{ maker: string; name: string }>): Response =>
  atomResponse(makerAtom(maker, name));
