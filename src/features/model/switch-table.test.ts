import { expect, test } from "vitest";
import { aValueRow } from "../../../tests/builders/a-value-row.ts";
import type { Need } from "../../domain/model/need.ts";
import { switchTable } from "./switch-table.ts";

const rowOf = (id: string, usd: number, value: number, leastUsd = usd) => ({
  ...aValueRow(id, usd, value),
  status: "rated" as const,
  leastUsd: { landed: leastUsd, billed: leastUsd },
});
const NEEDS: Readonly<Record<string, readonly Need[]>> = { "m/own": ["tools", "vision"], "m/cheap": ["tools"] };
const modelOf = (id: string) => ({ name: id, makerName: "Acme", needs: NEEDS[id] ?? [] });

test("a cheaper model of similar quality has what it saves, what it costs, and what it cannot do", () => {
  const rows = [rowOf("m/own", 50, 1_410), rowOf("m/cheap", 20, 1_400), rowOf("m/worse", 10, 1_300)];
  const table = switchTable("m/own", rows, "Chat", modelOf);
  const cells = table?.groups[0]?.rows.map((row) => row.cells.map(({ text }) => text));
  expect(table?.caption).toContain("with this model: $50.00 at quality 1,410");
  expect(cells).toEqual([["m/cheap", "$30.00", "$20.00", expect.stringContaining("1,390")]]);
  expect(table?.groups[0]?.rows[0]?.cells[0]?.notes).toEqual(["Acme", "no image input"]);
});

test("a month whose fee is unknown has both ends, and so has what it saves", () => {
  const table = switchTable("m/own", [rowOf("m/own", 50, 1_410, 48), rowOf("m/cheap", 20, 1_400, 19)], "Chat", modelOf);
  expect(table?.caption).toContain("with this model: $48.00 – $50.00 at quality 1,410");
  expect(table?.groups[0]?.rows[0]?.cells.slice(1, 3).map(({ text }) => text)).toEqual(["$28.00 – $31.00", "$19.00 – $20.00"]);
});

test("the cheapest of its quality, and a model that is not ranked, have no such table", () => {
  const rows = [rowOf("m/own", 50, 1_410), rowOf("m/cheap", 20, 1_400)];
  expect(switchTable("m/cheap", rows, "Chat", modelOf)).toBeNull();
  expect(switchTable("m/nobody", rows, "Chat", modelOf)).toBeNull();
});
