import type { APIContext } from "astro";
import { platforms } from "../../lib/catalog.ts";
import { atomResponse } from "../../lib/change-feed.ts";
import { platformAtom } from "../../lib/feeds.ts";

export function getStaticPaths() {
  return platforms.map(({ id, name }) => ({ params: { id }, props: { id, name } }));
}

export const GET = ({ props: { id, name } }: APIContext<{ id: string; name: string }>): Response =>
  atomResponse(platformAtom(id, name));
