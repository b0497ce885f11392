import { socialCard, socialCardNames } from "../../site/image/social-cards.ts";
import { cardDrawing } from "../../site/image/social-drawing.ts";
import { socialImage } from "../../site/image/social-image.ts";
import { absolute, paths } from "../../site/paths.ts";

/** `/og/models/a/b.png`: one image a page. `TOKEN_PARITY_IMAGES=0` leaves them out, to time the pages alone. */
export const getStaticPaths = () =>
  process.env["TOKEN_PARITY_IMAGES"] === "0" ? [] : socialCardNames.map((name) => ({ params: { name } }));

const site = new URL(absolute(paths.home()));
const host = `${site.host}${site.pathname.replace(/\/$/, "")}`;

export async function GET({ params: { name } }: { readonly params: { readonly name: string } }): Promise<Response> {
  const png = await socialImage(name, cardDrawing(socialCard(name), host));
  return new Response(new Uint8Array(png), { headers: { "content-type": "image/png" } });
}
