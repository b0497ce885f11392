// An Astro integration: the images to share are drawn by threads while Astro renders the pages, and written when it is done.
// `TOKEN_PARITY_IMAGES=0` leaves them out: to time the pages alone, or because `npm start` draws them while it serves.
import { fileURLToPath } from "node:url";
import { drawSocialImages } from "./images/social-images.ts";

/** An integration of Astro: the images to share are drawn beside the pages, and written into the folder of the build when both are done. */
export function socialImages() {
  let config;
  let images = null;
  return {
    name: "token-parity:images",
    hooks: {
      "astro:config:done": (done) => {
        config = done.config;
      },
      "astro:build:start": () => {
        if (process.env.TOKEN_PARITY_IMAGES !== "0") images = drawSocialImages({ site: config.site, base: config.base });
      },
      "astro:build:done": async ({ logger }) => {
        if (images !== null) logger.info(`${await images.writeInto(fileURLToPath(config.outDir))} images to share`);
      },
    },
  };
}
