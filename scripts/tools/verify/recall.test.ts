import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { matcher } from "../../night/match/match.ts";
import { aliasRecall } from "./alias-recall.ts";
import { type LinkRecallInput, linkRecall } from "./link-recall.ts";

const dir = mkdtempSync(join(tmpdir(), "token-parity-recall-"));
const write = (path: string, text: string) => writeFileSync(join(dir, path), text);
const cost = (input: number, output: number) => ({ cost: { input, output } });

const PROVIDERS = {
  zai: {
    models: {
      "glm-5": cost(1, 3),
      "glm-5-highspeed": cost(2, 6),
      "glm-5v": cost(1, 3),
      "glm-flash-latest": cost(1, 1),
      "glm-image": cost(9, 9),
    },
  },
  host: {
    models: {
      "zai-org/GLM-5": cost(1, 3),
      "glm-five": cost(1, 3),
      "dear/glm-5": cost(2, 3),
      "glm-5v": cost(1, 3),
      moving: cost(1, 1),
      "glm-image": cost(9, 9),
    },
  },
};
const LINKS = {
  host: {
    "zai-org/GLM-5": "zhipuai/glm-5",
    "glm-five": "zhipuai/glm-5",
    "dear/glm-5": "zhipuai/glm-5",
    "glm-5v": "zhipuai/glm-5",
    moving: "zhipuai/glm-flash-latest",
    gone: "zhipuai/glm-5",
    "glm-image": "zhipuai/glm-image",
  },
};
const ALIASES =
  "canonical_id,source,platform_id,how\nzhipuai/glm-5,host,zai-org/GLM-5,link\nzhipuai/glm-5,litellm:azure_ai,azure_ai/glm-5v,link\nzhipuai/glm-5,models.dev:host,glm-five,link\nzhipuai/glm-4,host,glm-4,link\n";

beforeAll(() => {
  for (const folder of ["tables", "models.dev"]) mkdirSync(join(dir, folder));
  write("tables/models-dev-base-model-links-2026-07-02.json", JSON.stringify(LINKS));
  write("models.dev/api.json", JSON.stringify(PROVIDERS));
  write("tables/model-aliases-observed.csv", ALIASES);
});
afterAll(() => rmSync(dir, { recursive: true }));

const models = ["z-ai/glm-5", "z-ai/glm-5v"].map((id) => ({ id, canonicalSlug: null, huggingFaceId: null }));
const match = matcher({ models, aliases: [], neverJoin: [] });
const input: LinkRecallInput = {
  dir,
  matcher: match,
  curated: { makers: [{ maker: "z-ai", name: "Z.ai", platforms: [{ platform: "zai", own: ["glm-"] }] }], platformAliases: [] },
  exceptions: [{ provider: "host", upstreamId: "glm-5v", link: "zhipuai/glm-5", why: "vision model" }],
  readRows: new Set(["zai glm-5"]),
};

test("a link counts where its price is the maker's: found, missed, or left out for a named reason", () => {
  const { counts, misses, recall, unusedExceptions } = linkRecall(input);
  expect(Object.fromEntries(counts)).toEqual({
    found: 1,
    missed: 1,
    "price differs from the maker's": 1,
    "wrong link (listed exception)": 1,
    "moving name": 1,
    "row gone or without a price": 1,
    "not sold by the text token": 1,
  });
  expect(misses).toEqual(["host glm-five → zhipuai/glm-5: is unmatched, the maker's row is z-ai/glm-5"]);
  expect(recall).toBe(0.5);
  expect(unusedExceptions).toEqual([]);
});

test("an exception that nothing needs is named", () => {
  const exceptions = [{ provider: "host", upstreamId: "zai-org/GLM-5", link: "zhipuai/glm-5", why: "never wrong" }];
  expect(linkRecall({ ...input, exceptions }).unusedExceptions).toEqual(["host zai-org/GLM-5 → zhipuai/glm-5"]);
});

test("observed aliases are compared row by row, and where we differ both answers are shown", () => {
  expect(aliasRecall(dir, match, [{ source: "litellm", name: "azure_ai", platform: "azure", why: "one bill" }])).toEqual({
    agreed: 1,
    unmatched: 1,
    ignored: 0,
    differing: ["litellm:azure_ai azure_ai/glm-5v → z-ai/glm-5v, the table says zhipuai/glm-5"],
    noModel: 1,
  });
});
