import { existsSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { readSellerTables } from "../../../src/data/curated-tables.ts";
import { readJson } from "../../../src/data/rows.ts";
import { Announcement } from "../../../src/domain/history/announcement.ts";
import { Alias } from "../../../src/domain/model/alias.ts";
import { CuratedModel } from "../../../src/domain/model/curated/curated-model.ts";
import { StatedFact } from "../../../src/domain/model/curated/stated-fact.ts";
import { Maker } from "../../../src/domain/model/maker.ts";
import { NeverJoin } from "../../../src/domain/model/never-join.ts";
import { FreePrice } from "../../../src/domain/offer/free-price.ts";
import type { Host } from "../../../src/domain/offer/host.ts";
import type { ListPrice } from "../../../src/domain/offer/list-price.ts";
import { ExcludedSeller } from "../../../src/domain/platform/excluded-seller.ts";
import type { Mirror } from "../../../src/domain/platform/mirror.ts";
import type { Platform } from "../../../src/domain/platform/platform.ts";
import { PlatformAlias } from "../../../src/domain/platform/platform-alias.ts";
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
  /** Platforms whose high prices are genuine. */
  readonly premiumHosts: ReadonlySet<string>;
  /** Platforms whose own price API a catalogue copies by program. */
  readonly mirrors: readonly Mirror[];
  readonly listPrices: readonly ListPrice[];
  readonly freePrices: readonly FreePrice[];
  readonly guardExceptions: readonly GuardException[];
  /** What makers say of their models where lists say another. */
  readonly statedFacts: readonly StatedFact[];
}

/** Every curated table of a folder, each against its schema. */
export function readCurated(dir: string): Curated {
  if (!existsSync(dir)) throw new Error(`${dir}: no such folder`);
  const table = <Row extends z.ZodType>(name: string, row: Row) => readJson(join(dir, name), z.array(row));
  const { platforms, hosts, premiumHosts, mirrors, listPrices } = readSellerTables(dir);
  return {
    aliases: table("aliases.json", Alias),
    neverJoin: table("never-join.json", NeverJoin),
    makers: table("makers.json", Maker),
    models: table("models.json", CuratedModel),
    platformAliases: table("platform-aliases.json", PlatformAlias),
    excludedSellers: table("excluded-sellers.json", ExcludedSeller),
    platforms,
    announcements: table("announcements.json", Announcement),
    platformOfHost: platformsByHost(hosts),
    premiumHosts: new Set(premiumHosts.map(({ platform }) => platform)),
    mirrors,
    freePrices: table("free-prices.json", FreePrice),
    guardExceptions: table("guard-exceptions.json", GuardException),
    statedFacts: table("stated-facts.json", StatedFact),
    listPrices,
  };
}

const platformsByHost = (hosts: readonly Host[]): ReadonlyMap<string, string> =>
  new Map(hosts.flatMap(({ slug, platform }) => (platform === null ? [] : [[slug, platform] as const])));
