import type { APIContext } from "astro";
import { platforms } from "../../data/catalog.ts";
import { atomResponse } from "../../features/changes/change-feed.ts";
import { platformAtom } from "../../features/changes/feeds.ts";

export function getStaticPaths() {
  return platforms.map(({ id, name }) => ({ params: { id }, props: { id, name } }));
}

export const GET = ({ props: { id, name } }: APIContext<{ id: string; name: string }>): Response =>
  atomResponse(platformAtom(id, name));
