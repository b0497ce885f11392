import type { SocialCards } from "../../site/image/social-cards.ts";
import { cardDrawing } from "../../site/image/social-drawing.ts";
import { socialImage } from "../../site/image/social-image.ts";
import * as paths from "../../site/paths.ts";
import { siteCards } from "./_cards.ts";

/** `/og/models/a/b.png`: one image a page, drawn on request while the site is worked at. A build leaves them to `scripts/images/`. */
export const getStaticPaths = () =>
  import.meta.env.PROD ? [] : siteCards.flatMap((cards) => cards.names.map((name) => ({ params: { name }, props: { cards } })));

const site = new URL(paths.absolute(paths.home()));
const host = `${site.host}${site.pathname.replace(/\/$/, "")}`;

interface Route {
  readonly params: { readonly name: string };
  readonly props: { readonly cards: SocialCards };
}

export async function GET({ params: { name }, props: { cards } }: Route): Promise<Response> {
  const png = await socialImage(name, cardDrawing(cards.named(name), host));
  return new Response(new Uint8Array(png), { headers: { "content-type": "image/png" } });
}
