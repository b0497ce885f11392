import { existsSync } from "node:fs";
import { Command } from "commander";
import { serveFolder } from "./static-server.ts";
import { basePath } from "./tools/site/base-path.ts";

const program = new Command("npm start --")
  .description("Serves the built site.")
  .option("--port <number>", "the first port to try", "4321")
  .option("--dir <folder>", "what to serve", "dist")
  .option("--base <path>", "the path the site was built for", basePath())
  .parse();
const { port, dir, base } = program.opts<{ port: string; dir: string; base: string }>();
if (!/^\d{1,5}$/.test(port)) program.error(`--port must be a number, not ${port}`);
if (!existsSync(dir)) program.error(`there is no folder ${dir}: run npm run build first`);

const { address } = await serveFolder(dir, Number(port), basePath(base));
console.log(`\nToken Parity is at ${address}\nPress Ctrl+C to stop.`);
