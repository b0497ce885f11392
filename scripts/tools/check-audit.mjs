// What only the registry can tell: holes known at high or above, and whether each package is the one its registry signed, with the
// provenance its publisher attested. Run by CI; it needs the network, so `npm test` does not run it.
import { run } from "../bootstrap.mjs";

const npm = process.platform === "win32" ? "npm.cmd" : "npm";
await run(npm, ["audit", "--audit-level=high"]);
await run(npm, ["audit", "signatures"]);
