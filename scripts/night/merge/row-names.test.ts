import { expect, test } from "vitest";
import { aReading } from "../../../tests/builders/a-reading.ts";
import { readingId } from "./reading-row.ts";
import { rowOfferId } from "./row-offer.ts";

test("rows that share a key have each their own name and offer, in any order and asked again", () => {
  const { key } = aReading();
  const rows = ["nova-9", "nova-8", "nova-9"].map((upstreamId) => ({ key, upstreamId }));
  expect(rows.map(readingId)).toEqual(["nova-9", "nova-8", "nova-9"].map((id) => expect.stringMatching(new RegExp(`\\|${id}$`))));
  expect(["acme/nova-9", "acme/nova-8", "acme/nova-9"].map((model) => rowOfferId(model, key).split("@")[0])).toEqual([
    "acme/nova-9",
    "acme/nova-8",
    "acme/nova-9",
  ]);
});
