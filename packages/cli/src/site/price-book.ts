import type { z } from "zod";
import type { Seller, Sellers } from "../../../../src/domain/offer/seller.ts";
import { sellerOn } from "../../../../src/domain/platform/platform.ts";
import { modelPath } from "../../../../src/domain/text/file-name.ts";
import { EXIT, ExitError } from "../exit-code.ts";
import { IndexFile, ModelFile, ModelsFile, MonthFile, PlatformsFile, type SiteModel } from "./shapes.ts";
import type { SiteFiles } from "./site-files.ts";

/** An offer as the engine reads it. */
export type PublishedOffer = z.output<typeof ModelFile>["offers"][number] & {
  readonly model: string;
  readonly hostName: string | null;
};

/** The prices of a month that is known, as far as the file goes. */
export type KnownMonth = z.output<typeof MonthFile>;

/** What the site publishes, read once and checked at the edge. */
export interface PriceBook {
  /** The day of the data. */
  readonly asOf: string;
  readonly models: readonly SiteModel[];
  readonly sellers: Sellers;
  /** Platform id → name. */
  readonly platformNames: ReadonlyMap<string, string>;
  offersOf(modelId: string): Promise<readonly PublishedOffer[]>;
  /** `month("2026-07")`; null where the site has no such month. */
  month(month: string): Promise<KnownMonth | null>;
}

/** The newest `schemaVersion` this program was written for. */
const KNOWN_VERSION = 2;

/** Opens the book: the day, the models and the platforms, of which every answer needs something. */
export async function openPriceBook(files: SiteFiles, warn: (sentence: string) => void): Promise<PriceBook> {
  const [index, models, platforms] = await Promise.all([
    read(files, "index.json", IndexFile),
    read(files, "models.json", ModelsFile),
    read(files, "platforms.json", PlatformsFile),
  ]);
  if (index.schemaVersion > KNOWN_VERSION)
    warn("The site's data are of a later version than this program: npx token-parity@latest");
  const sellers = platforms.map((platform): [string, Seller] => [platform.id, sellerOn(platform, index.asOf)]);
  const offersBy = new Map<string, Promise<readonly PublishedOffer[]>>();
  return {
    asOf: index.asOf,
    models,
    sellers: new Map(sellers),
    platformNames: new Map(platforms.map(({ id, name }) => [id, name])),
    offersOf: (modelId) => {
      const offers = offersBy.get(modelId) ?? offersIn(files, modelId);
      offersBy.set(modelId, offers);
      return offers;
    },
    month: (month) => monthIn(files, month),
  };
}

/** Every month is there packed; a copy that somebody unpacked has it under its other name. */
async function monthIn(files: SiteFiles, month: string): Promise<KnownMonth | null> {
  for (const path of [`prices/${month}.json.gz`, `prices/${month}.json`]) {
    const content = await files.json(path);
    if (content !== null) return checked(content, path, MonthFile);
  }
  return null;
}

async function offersIn(files: SiteFiles, modelId: string): Promise<readonly PublishedOffer[]> {
  const { model, offers } = await read(files, `models/${modelPath(modelId)}.json`, ModelFile);
  return offers.map((offer) => ({ ...offer, model: model.id, hostName: offer.host }));
}

async function read<Shape extends z.ZodType>(files: SiteFiles, path: string, shape: Shape): Promise<z.output<Shape>> {
  const content = await files.json(path);
  if (content === null) throw new ExitError(`There is no ${path} in the data.`, { code: EXIT.noData });
  return checked(content, path, shape);
}

function checked<Shape extends z.ZodType>(content: unknown, path: string, shape: Shape): z.output<Shape> {
  const result = shape.safeParse(content);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  const where = issue?.path.join(".") ?? "";
  throw new ExitError(`${path} is not as this version reads it (${where}: ${issue?.message ?? ""}): npx token-parity@latest`, {
    code: EXIT.noData,
  });
}
