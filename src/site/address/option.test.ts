import { expect, test } from "vitest";
import { aModel } from "../../../tests/builders/a-model.ts";
import { makerOptions } from "./option.ts";

test("makers are listed by name, once each, and two of one name are told apart by their ids", () => {
  const models = [
    { maker: "meta-llama", makerName: "Meta" },
    { maker: "meta", makerName: "Meta" },
    { maker: "zeta", makerName: "Zeta" },
    { maker: "acme", makerName: "acme" },
    { maker: "acme", makerName: "acme" },
  ].map((more, at) => ({ ...aModel({ id: `${more.maker}/m${at}` }), ...more }));
  expect(makerOptions(models).map(({ label }) => label)).toEqual(["acme", "Meta (meta)", "Meta (meta-llama)", "Zeta"]);
});
