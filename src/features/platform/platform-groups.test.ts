import { expect, test } from "vitest";
import { platformGroups } from "./platform-groups.ts";

const line = (id: string, confirmed: number, models: number, more: object = {}) => ({
  ...{ id, confirmed, models, makerKind: "host" as const, isClosed: false, setsList: false },
  ...more,
});

test("the main ones stand first, then those with most models at a confirmed price, closed ones last", () => {
  const groups = platformGroups([
    line("shut", 0, 0, { isClosed: true }),
    line("wide", 0, 90),
    line("sure", 20, 30),
    line("openrouter", 400, 400, { makerKind: "router" }),
    line("azure", 60, 110, { makerKind: "cloud" }),
    line("amazon-bedrock", 50, 100, { makerKind: "cloud" }),
    line("acme", 5, 9, { makerKind: "direct", setsList: true }),
    line("acme-cn", 7, 9, { makerKind: "direct" }),
  ]);
  expect(groups.map(({ title, rows }) => [title, rows.map(({ id }) => id)])).toEqual([
    ["Makers’ own APIs", ["acme"]],
    ["Clouds and OpenRouter", ["amazon-bedrock", "azure", "openrouter"]],
    ["Other platforms", ["sure", "acme-cn", "wide"]],
    ["Closed", ["shut"]],
  ]);
});

test("the first ones of a group stand at once, all of the main ones, and no closed one", () => {
  const many = (kind: "direct" | "host", count: number) =>
    Array.from({ length: count }, (_, at) => line(`${kind}-${at}`, 9, 9, { makerKind: kind, setsList: kind === "direct" }));
  const groups = platformGroups([
    ...many("direct", 20),
    ...many("host", 20),
    line("openrouter", 1, 1, { makerKind: "router" }),
    line("shut", 0, 0, { isClosed: true }),
  ]);
  expect(groups.map(({ rows }) => rows.filter(({ isRest }) => !isRest).length)).toEqual([12, 1, 9, 0]);
});
