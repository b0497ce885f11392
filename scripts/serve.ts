import { existsSync } from "node:fs";
import { SingleBar } from "cli-progress";
import { Command } from "commander";
import home from "../site.config.json" with { type: "json" };
import { drawSocialImages } from "./images/social-images.ts";
import { serveFolder } from "./static-server.ts";
import { basePath } from "./tools/site/base-path.ts";

/** Length of the progress bar only. */
const IMAGES_EXPECTED = 900;

const program = new Command("npm start --")
  .description("Serves the built site.")
  .option("--port <number>", "the first port to try", "4321")
  .option("--dir <folder>", "what to serve", "dist")
  .option("--base <path>", "the path the site was built for", basePath())
  .option("--late <milliseconds>", "how late scripts and data are answered, to see the pages without them", "0")
  .option("--draw-images", "draw the images to share that the folder lacks, while it is served")
  .parse();
const { port, dir, base, late, drawImages } = program.opts<{
  port: string;
  dir: string;
  base: string;
  late: string;
  drawImages?: true;
}>();
if (!/^\d{1,5}$/.test(port)) program.error(`--port must be a number, not ${port}`);
if (!/^\d{1,5}$/.test(late)) program.error(`--late must be a number, not ${late}`);
if (!existsSync(dir)) program.error(`there is no folder ${dir}: run npm run build first`);

const { address } = await serveFolder(dir, Number(port), basePath(base), Number(late));
console.log(`\nToken Parity is at ${address}\nPress Ctrl+C to stop.`);
if (drawImages === true) await drawMissingImages();

/** Pages are served without them; what shares a link wants them. A bar on a terminal, one line at the end. */
async function drawMissingImages(): Promise<void> {
  const bar = new SingleBar({
    format: "images to share {bar} {value}",
    hideCursor: true,
    noTTYOutput: false,
    clearOnComplete: true,
  });
  const drawn = () => (bar.isActive ? bar.increment() : bar.start(IMAGES_EXPECTED, 1));
  const site = process.env["SITE_URL"] ?? home.site;
  const images = drawSocialImages({ site, base: basePath(base), missingFrom: dir, onDrawn: drawn });
  const written = await images.writeInto(dir);
  bar.stop();
  if (written > 0) console.log(`${written} images to share are drawn.`);
}
