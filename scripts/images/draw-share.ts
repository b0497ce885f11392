// The thread of `social-images.ts`: draws its share of the images, keeps them until it gets a folder, and writes them there.
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { parentPort, workerData } from "node:worker_threads";
import { siteCards } from "../../src/pages/og/_cards.ts";
import { cardDrawing } from "../../src/site/image/social-drawing.ts";
import { socialImage } from "../../src/site/image/social-image.ts";
import type { ImageNews, ImageShare } from "./social-images.ts";

const { site, base, index, of, missingFrom, cache }: ImageShare = workerData;
if (parentPort === null) throw new Error("draw-share.ts runs as a thread of social-images.ts");
const port = parentPort;
const say = (news: ImageNews) => port.postMessage(news);
const folder = new Promise<string>((resolve) => port.once("message", resolve));
const host = `${new URL(site).host}${base.replace(/\/$/, "")}`;

const names = siteCards
  .flatMap((cards) => cards.names.map((name) => ({ cards, name })))
  .filter((_, place) => place % of === index);
const missing = names.filter(({ name }) => missingFrom === null || !existsSync(fileOf(missingFrom, name)));
const drawn: { readonly name: string; readonly png: Buffer }[] = [];
for (const { cards, name } of missing) {
  drawn.push({ name, png: await socialImage(name, cardDrawing(cards.named(name), host), cache ?? undefined) });
  say("drawn");
}
for (const { name, png } of drawn) write(fileOf(await folder, name), png);
say({ written: drawn.length });

function fileOf(into: string, name: string): string {
  return join(into, "og", `${name}.png`);
}

function write(file: string, png: Buffer): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, png);
}
