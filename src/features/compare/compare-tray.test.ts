import { expect, test } from "vitest";
import { isPicked, pickOf, picksQueryFrom, readPicks, type TrayPick, withoutPick, withPick } from "./compare-tray.ts";

const pick = (kind: TrayPick["kind"], id: string): TrayPick => ({ kind, id, name: id.toUpperCase() });

test.each([
  ["/models/openai/gpt-5.4/", "/", pick("m", "openai/gpt-5.4")],
  ["/site/models/openai/gpt-5.4/", "/site/", pick("m", "openai/gpt-5.4")],
  ["/platforms/amazon-bedrock/", "/", pick("p", "amazon-bedrock")],
  ["/models/openai/", "/", null],
  ["/platforms/", "/", null],
  ["/best/chat/", "/", null],
  ["/models/openai/gpt-5.4/", "/site/", null],
])("%s below %s leads to %j", (path, base, found) => {
  expect(pickOf(path, found?.name ?? "", base)).toEqual(found);
});

test("six of a kind fit, nothing twice, and what is taken away is gone", () => {
  const six = ["a", "b", "c", "d", "e", "f"].map((id) => pick("m", id));
  expect(withPick(six, pick("m", "g"))).toBeNull();
  expect(withPick(six, pick("m", "a"))).toBe(six);
  expect(withPick(six, pick("p", "g"))).toHaveLength(7);
  expect(withoutPick(six, pick("m", "a")).map(({ id }) => id)).toEqual(["b", "c", "d", "e", "f"]);
  expect([isPicked(six, pick("m", "a")), isPicked(six, pick("p", "a"))]).toEqual([true, false]);
});

test("the address of a comparison has both kinds, and the workload and region of the page at hand", () => {
  const picks = [pick("m", "openai/gpt-5.4"), pick("p", "azure"), pick("p", "openai")];
  expect(picksQueryFrom(picks, "", null)).toBe("?p=azure,openai&m=openai/gpt-5.4");
  expect(picksQueryFrom(picks, "?sort=input&workload=coding-agent&region=eu", null)).toBe(
    "?p=azure,openai&m=openai/gpt-5.4&workload=coding-agent&region=eu",
  );
  expect(picksQueryFrom(picks, "?by=success&written=20&keep=1h&peak=0", "rag")).toBe(
    "?p=azure,openai&m=openai/gpt-5.4&workload=rag&written=20&keep=1h&peak=0",
  );
});

test.each([
  [null, []],
  ["junk{", []],
  ['{"kind":"m"}', []],
  ['[{"kind":"m","id":"a/b","name":"B"},{"kind":"x","id":"a","name":"A"},7,null]', [{ kind: "m", id: "a/b", name: "B" }]],
])("%s is kept as %j", (text, picks) => {
  expect(readPicks(text)).toEqual(picks);
});
