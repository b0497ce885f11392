// Holds package-lock.json complete and free of addresses. A registry that lacks one platform's package makes npm leave it out without a
// word, and `npm ci` then fails on that platform only; a `resolved` field names the registry it was made with. And no package may run a
// script when it is installed unless package.json says somebody looked at it.
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";

const lockfiles = process.argv.length > 2 ? process.argv.slice(2) : ["package-lock.json", "scripts/node/package-lock.json"];
const faults = lockfiles.flatMap((path) => {
  const { allowScripts = {} } = readJson(join(dirname(path), "package.json"));
  return faultsOf(readJson(path), allowScripts).map((fault) => `${path}: ${fault}`);
});
for (const fault of faults) console.error(fault);
if (faults.length > 0) process.exit(1);
console.log("The lockfiles are complete for every platform, name no registry and run no script nobody looked at.");

function readJson(path) {
  return JSON.parse(readFileSync(path, "utf8"));
}

function faultsOf({ packages }, allowScripts) {
  const faults = unreviewed(packages, allowScripts);
  for (const [from, entry] of Object.entries(packages)) {
    if (entry.resolved !== undefined && entry.link !== true) faults.push(`${from} names an address: ${entry.resolved}`);
    const isOurs = !from.includes("node_modules/");
    if (!isOurs && entry.link !== true && entry.integrity === undefined) faults.push(`${from} has no integrity`);
    const optionalPeers = Object.entries(entry.peerDependenciesMeta ?? {}).filter(([, meta]) => meta.optional);
    const optionalPeerNames = new Set(optionalPeers.map(([name]) => name));
    const peers = Object.keys(entry.peerDependencies ?? {}).filter((name) => !optionalPeerNames.has(name));
    const wanted = [...Object.keys({ ...entry.dependencies, ...entry.optionalDependencies }), ...peers];
    for (const name of wanted)
      if (!isLocked(packages, from, name)) faults.push(`${from || "the project"} wants ${name}, which is not locked`);
  }
  return faults;
}

function unreviewed(packages, allowScripts) {
  return Object.keys(packages)
    .filter((from) => packages[from].hasInstallScript && !(from.split("node_modules/").at(-1) in allowScripts))
    .map((from) => `${from} runs a script when it is installed; allowScripts says nothing of it`);
}

/** Whether Node would find the package from there: in its own node_modules or in one further up. */
function isLocked(packages, from, name) {
  const parts = from === "" ? [] : from.split("/node_modules/");
  for (let depth = parts.length; depth >= 0; depth -= 1) {
    const folder = parts.slice(0, depth).join("/node_modules/");
    if (packages[folder === "" ? `node_modules/${name}` : `${folder}/node_modules/${name}`] !== undefined) return true;
  }
  return false;
}
