// Bundles the program into one file without dependencies: what npx fetches is all there is. What only `mcp` needs is in the file, and not run
// by any other command.

import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const at = (path) => fileURLToPath(new URL(path, import.meta.url));

await build({
  entryPoints: [at("src/main.ts")],
  outfile: at("dist/token-parity.mjs"),
  bundle: true,
  platform: "node",
  format: "esm",
  target: "node22",
  minify: true,
  // Libraries that say require() get one: the file is a module.
  banner: {
    js: '#!/usr/bin/env node\nimport { createRequire as requireHere } from "node:module"; const require = requireHere(import.meta.url);',
  },
  legalComments: "linked",
  logLevel: "warning",
});
