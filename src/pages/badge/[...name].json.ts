import { models } from "../../data/catalog.ts";
import { modelPath } from "../../domain/text/file-name.ts";
import { shieldsBadge } from "../../features/embed/badge.ts";
import { modelBadge } from "../../features/embed/embeds.ts";
import { jsonResponse } from "../../site/json-response.ts";

/** `/badge/<maker>/<slug>.json`, for https://shields.io/badges/endpoint-badge: the words of the SVG badge, in the reader's own style. */
export const getStaticPaths = () => models.map(({ id }) => ({ params: { name: modelPath(id) }, props: { id } }));

export const GET = ({ props: { id } }: { readonly props: { readonly id: string } }): Response =>
  jsonResponse(shieldsBadge(modelBadge(id, null)));
