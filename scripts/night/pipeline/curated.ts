import { existsSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { jsonFilesOf, readJson } from "../../../src/data/rows.ts";
import { Announcement } from "../../../src/domain/history/announcement.ts";
import { Alias } from "../../../src/domain/model/alias.ts";
import { CuratedModel } from "../../../src/domain/model/curated-model.ts";
import { Maker } from "../../../src/domain/model/maker.ts";
import { NeverJoin } from "../../../src/domain/model/never-join.ts";
import { FreePrice } from "../../../src/domain/offer/free-price.ts";
import { type Host, Hosts } from "../../../src/domain/offer/host.ts";
import { ListPrice } from "../../../src/domain/offer/list-price.ts";
import { ExcludedSeller } from "../../../src/domain/platform/excluded-seller.ts";
import { Mirror } from "../../../src/domain/platform/mirror.ts";
import { Platform, Platforms } from "../../../src/domain/platform/platform.ts";
import { PlatformAlias } from "../../../src/domain/platform/platform-alias.ts";
import { PremiumHost } from "../../../src/domain/platform/premium-host.ts";
import { GuardException } from "../../../src/domain/source/guard-exception.ts";

/** The tables people write that the job reads. */
export interface Curated {
  readonly aliases: readonly Alias[];
  readonly neverJoin: readonly NeverJoin[];
  readonly makers: readonly Maker[];
  /** Models that no list names and buyers ask for. */
  readonly models: readonly CuratedModel[];
  readonly platformAliases: readonly PlatformAlias[];
  readonly excludedSellers: readonly ExcludedSeller[];
  /** Every platform somebody has written down: only these make offers. */
  readonly platforms: readonly Platform[];
  /** What they said they would do; retirements and withdrawals end offers on their day. */
  readonly announcements: readonly Announcement[];
  /** The platforms that run weights behind routers, by host slug. */
  readonly platformOfHost: ReadonlyMap<string, string>;
  /** Platforms that are dear and true. */
  readonly premiumHosts: ReadonlySet<string>;
  /** Platforms whose own price API a catalogue copies by program. */
  readonly mirrors: readonly Mirror[];
  readonly listPrices: readonly ListPrice[];
  readonly freePrices: readonly FreePrice[];
  readonly guardExceptions: readonly GuardException[];
}

/** Every curated table of a folder, each against its schema. */
export function readCurated(dir: string): Curated {
  if (!existsSync(dir)) throw new Error(`${dir}: no such folder`);
  const table = <Row extends z.ZodType>(name: string, row: Row) => readJson(join(dir, name), z.array(row));
  return {
    aliases: table("aliases.json", Alias),
    neverJoin: table("never-join.json", NeverJoin),
    makers: table("makers.json", Maker),
    models: table("models.json", CuratedModel),
    platformAliases: table("platform-aliases.json", PlatformAlias),
    excludedSellers: table("excluded-sellers.json", ExcludedSeller),
    platforms: [
      ...readJson(join(dir, "platforms.json"), Platforms),
      ...jsonFilesOf(join(dir, "platforms")).map((path) => readJson(path, Platform)),
    ],
    announcements: table("announcements.json", Announcement),
    platformOfHost: platformsByHost(readJson(join(dir, "hosts.json"), Hosts)),
    premiumHosts: new Set(table("premium-hosts.json", PremiumHost).map(({ platform }) => platform)),
    mirrors: table("mirrors.json", Mirror),
    freePrices: table("free-prices.json", FreePrice),
    guardExceptions: table("guard-exceptions.json", GuardException),
    listPrices: jsonFilesOf(join(dir, "list-prices")).flatMap((path) => readJson(path, z.array(ListPrice))),
  };
}

const platformsByHost = (hosts: readonly Host[]): ReadonlyMap<string, string> =>
  new Map(hosts.flatMap(({ slug, platform }) => (platform === null ? [] : [[slug, platform] as const])));
