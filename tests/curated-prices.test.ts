import { readdirSync } from "node:fs";
import { basename } from "node:path";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { jsonFilesOf, readJson } from "../src/data/rows.ts";
import { Announcement } from "../src/domain/history/announcement.ts";
import { FreePrice } from "../src/domain/offer/free-price.ts";
import { ListPrice } from "../src/domain/offer/list-price.ts";

const DIR = "data/curated/list-prices";
const files = jsonFilesOf(DIR).map((path) => ({
  path,
  platform: basename(path, ".json"),
  rows: readJson(path, z.array(ListPrice)),
}));

const cardName = ({ upstreamId, region, tier }: ListPrice): string => [upstreamId, region, tier].join(" ");
const days = ({ validFrom, validTo }: ListPrice) => ({ from: validFrom ?? "0000-00-00", to: validTo ?? "9999-99-99" });

/** Two rows of one card that hold on one day. */
const overlaps = (rows: readonly ListPrice[]): readonly string[] =>
  rows.flatMap((a, index) =>
    rows
      .slice(index + 1)
      .filter((b) => cardName(a) === cardName(b) && days(a).from < days(b).to && days(b).from < days(a).to)
      .map(cardName),
  );

describe("the curated list prices", () => {
  test("are JSON files and nothing else", () => {
    expect(readdirSync(DIR).filter((name) => !name.endsWith(".json"))).toEqual([]);
    expect(files.length).toBeGreaterThan(10);
  });

  test.each(files)("of $platform stand in the file of their platform", ({ platform, rows }) => {
    expect(new Set(rows.map((row) => row.platform))).toEqual(new Set([platform]));
  });

  test("of Bedrock stand under the ids that requests name, which other tools look prices up by", () => {
    const ids = files
      .filter(({ platform }) => platform === "amazon-bedrock")
      .flatMap(({ rows }) => rows.map((row) => row.upstreamId));
    expect(ids.filter((id) => !/^[a-z0-9]+\.[a-z]/.test(id))).toEqual([]);
  });

  test.each(files)("of $platform each have an https page", ({ rows }) => {
    expect(rows.map(({ sourceUrl }) => sourceUrl).filter((url) => !url.startsWith("https://"))).toEqual([]);
  });

  test.each(files)("of $platform give one card one price on any day", ({ rows }) => {
    expect(overlaps(rows)).toEqual([]);
  });

  test.each(files)("of $platform say through whom they came where the page was not read", ({ rows }) => {
    expect(rows.filter(({ confidence, via }) => confidence !== "high" && via === null)).toEqual([]);
  });

  test.each(files)("of $platform move a prompt tier's input where the base has one", ({ rows }) => {
    const bare = rows.filter(
      ({ prices, conditions }) =>
        prices.input !== undefined && conditions.some((condition) => condition.prices.input === undefined),
    );
    expect(bare.map(cardName)).toEqual([]);
  });
});

describe("the curated announcements", () => {
  const announcements = readJson("data/curated/announcements.json", z.array(Announcement));
  const ids = announcements.map(({ id }) => id);

  test("are in the order of their ids, each once", () => {
    expect(ids).toEqual([...new Set(ids)].toSorted());
  });

  test("each have an https source", () => {
    expect(announcements.filter(({ sourceUrl }) => !sourceUrl.startsWith("https://"))).toEqual([]);
  });

  test("name the platform and, where they price, a price that differs", () => {
    const same = announcements.filter(
      ({ before, after }) => before !== null && after !== null && JSON.stringify(before) === JSON.stringify(after),
    );
    expect(same).toEqual([]);
  });

  test("never rise with a cut or fall with a rise", () => {
    const wrong = announcements.filter(({ kind, before, after }) => {
      const [old, next] = [before?.output ?? before?.cacheRead, after?.output ?? after?.cacheRead];
      if (old === undefined || next === undefined) return false;
      return kind === "priceCut" ? next >= old : kind === "priceRise" ? next <= old : false;
    });
    expect(wrong).toEqual([]);
  });
});

describe("the curated free prices", () => {
  const rows = readJson("data/curated/free-prices.json", z.array(FreePrice));

  test("explain each id of a platform once", () => {
    const names = rows.map(({ platform, upstreamId }) => `${platform} ${upstreamId}`);
    expect(names).toEqual([...new Set(names)]);
  });

  test("each have an https source", () => {
    expect(rows.filter(({ sourceUrl }) => !sourceUrl.startsWith("https://"))).toEqual([]);
  });
});
