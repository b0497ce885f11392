import type { ModelPin } from "../../domain/model/model-pin.ts";
import { modelPath } from "../../domain/text/file-name.ts";
import { badgeSvg } from "../../features/embed/badge.ts";
import { modelBadge, modelForms } from "../../features/embed/embeds.ts";

/** `/badge/<maker>/<slug>.svg`, and pinned to a day `/badge/<maker>/<slug>/<day>.svg`. */
export const getStaticPaths = () =>
  modelForms.map(({ id, pin }) => ({
    params: { name: pin === null ? modelPath(id) : `${modelPath(id)}/${pin.day}` },
    props: { id, pin },
  }));

interface Form {
  readonly props: { readonly id: string; readonly pin: ModelPin | null };
}

export const GET = ({ props: { id, pin } }: Form): Response =>
  new Response(badgeSvg(modelBadge(id, pin)), { headers: { "content-type": "image/svg+xml; charset=utf-8" } });
