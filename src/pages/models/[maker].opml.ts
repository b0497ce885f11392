import type { APIContext } from "astro";
import { models } from "../../data/catalog.ts";
import { fileName } from "../../domain/text/file-name.ts";
import { opmlResponse } from "../../features/changes/opml.ts";
import * as paths from "../../site/paths.ts";

export function getStaticPaths() {
  const makers = new Map(models.map(({ maker, makerName }) => [maker, makerName]));
  return [...makers].map(([maker, name]) => ({ params: { maker: fileName(maker) }, props: { maker, name } }));
}

/** A maker's own feed, in which all its models are one, and that of each model. */
export function GET({ props: { maker, name } }: Pick<APIContext<{ maker: string; name: string }>, "props">): Response {
  const makerModels = models.filter((model) => model.maker === maker);
  return opmlResponse(
    `Token Parity: models of ${name}`,
    new Map([
      ["All its models", [{ title: name, feed: paths.feed.maker(maker), page: paths.maker(maker) }]],
      [
        "Each model",
        makerModels.map((model) => ({ title: model.name, feed: paths.feed.model(model.id), page: paths.model(model.id) })),
      ],
    ]),
  );
}
