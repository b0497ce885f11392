import { expect, test } from "vitest";
import { aRecording } from "../../../tests/builders/a-recording.ts";
import { aModelRow } from "../../../tests/fixtures/openrouter-rows.ts";
import { recordedMoves } from "./recorded-moves.ts";

const row = (id: string, prompt: string, over: object = {}) =>
  aModelRow({ id, canonical_slug: null, pricing: { prompt, completion: "0.000002" }, ...over });
const zero = (id: string) => aModelRow({ id, canonical_slug: null, pricing: { prompt: "0", completion: "0" } });

test("each false kind is counted apart from what moved", () => {
  const days = {
    "2026-08-01": [
      row("a/dip", "0.000001"),
      row("a/noise", "0.000001"),
      row("~a/alias", "0.000001"),
      row("openrouter/r", "-1"),
      row("a/cut", "0.000001"),
      row("a/zero", "0.000001"),
      row("a/new", "0.000001"),
    ],
    "2026-08-02": [
      row("a/dip", "0.0000005"),
      row("a/noise", "0.0000010000000000000001"),
      row("~a/alias", "0.000002"),
      row("openrouter/r", "0"),
      row("a/cut", "0.0000005"),
      zero("a/zero"),
      row("a/new", "0.000003", { created: 1_790_000_000 }),
    ],
    "2026-08-04": [row("a/dip", "0.000001"), row("a/cut", "0.0000005")],
    "2026-08-09": [row("a/zero", "0.000001"), row("a/cut", "0.0000006")],
  };
  const { raw, realDays } = recordedMoves(aRecording({ openrouter: days }), Object.keys(days));
  expect(raw).toEqual({
    real: 2,
    alias: 1,
    router: 1,
    "float noise": 1,
    "id changed its meaning": 1,
    "zero, not free": 2,
    "back within three days": 2,
  });
  expect(Object.fromEntries([...realDays].map(([id, each]) => [id, [...each]]))).toEqual({
    "a/dip": [],
    "a/noise": [],
    "a/cut": ["2026-08-02", "2026-08-09"],
    "a/zero": [],
    "a/new": [],
  });
});

test("at another hour of a clock-priced day nothing moved", () => {
  const overrides = [
    { utc_start: 1000, utc_end: 100, prompt: "0.00000022", completion: "0.00000066" },
    { utc_start: 100, utc_end: 1000, prompt: "0.00000044", completion: "0.00000132" },
  ];
  const at = (prompt: string, completion: string) => [aModelRow({ id: "a/clock", pricing: { prompt, completion, overrides } })];
  const days = { "2026-08-21": at("0.00000022", "0.00000066"), "2026-08-22": at("0.00000044", "0.00000132") };
  expect([...(recordedMoves(aRecording({ openrouter: days }), Object.keys(days)).realDays.get("a/clock") ?? [])]).toEqual([]);
});
