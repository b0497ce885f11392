import { expect, test } from "vitest";
import { anOffer } from "../../../tests/builders/an-offer.ts";
import type { Regret } from "../../domain/cost/regret.ts";
import { regretText } from "./regret-text.ts";

const offers = [
  anOffer({ platform: "poe", platformName: "Poe" }),
  anOffer({ platform: "openrouter", platformName: "OpenRouter", host: "hostly", hostName: "Hostly" }),
];
const [poe = "", routed = ""] = offers.map(({ id }) => id);
const measured = (extraUsd: number, extraBps: number, blendWinner = routed): Regret => ({
  kind: "measured",
  blendWinner,
  workloadWinner: poe,
  extraUsd,
  extraBps,
});
const PICKS = "A 3:1 blend of input and output would pick Hostly via OpenRouter";

test.each<[Regret, string]>([
  [{ kind: "noChoice" }, ""],
  [measured(0, 0, poe), ""],
  [measured(12.3, 800), `${PICKS}, $12.30 a month more (+8\u202f%).`],
  [measured(0.004, 0), `${PICKS}, $0.004 a month more.`],
  [measured(0, 0), `${PICKS}, at the same cost.`],
  [{ kind: "cannotServe", blendWinner: routed, workloadWinner: poe }, `${PICKS}, which cannot serve this workload.`],
])("%j", (regret, expected) => {
  expect(regretText(regret, offers)).toBe(expected);
});
