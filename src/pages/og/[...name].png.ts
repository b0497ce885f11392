import { absolute, paths } from "../../lib/paths.ts";
import { socialCard, socialCardNames } from "../../lib/social-cards.ts";
import { cardDrawing } from "../../lib/social-drawing.ts";
import { socialImage } from "../../lib/social-image.ts";

/** `/og/models/a/b.png`: one image a page. `TOKEN_PARITY_IMAGES=0` leaves them out, to time the pages alone. */
export const getStaticPaths = () =>
  process.env["TOKEN_PARITY_IMAGES"] === "0" ? [] : socialCardNames.map((name) => ({ params: { name } }));

const site = new URL(absolute(paths.home()));
const host = `${site.host}${site.pathname.replace(/\/$/, "")}`;

export async function GET({ params: { name } }: { readonly params: { readonly name: string } }): Promise<Response> {
  const png = await socialImage(name, cardDrawing(socialCard(name), host));
  return new Response(new Uint8Array(png), { headers: { "content-type": "image/png" } });
}
