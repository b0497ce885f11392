import { beforeAll, expect, test, vi } from "vitest";
import { htmlFaults } from "../../scripts/tools/site/html-validity.ts";
import { PAGE_RULES } from "../../scripts/tools/site/page-faults.ts";
import { models, names } from "../../src/data/catalog.ts";
import type { RankingSnapshot } from "../../src/domain/ranking/ranking-snapshot.ts";
import { modelPath } from "../../src/domain/text/file-name.ts";
import { smallFilesOf } from "../../src/features/best/snapshot/small-files.ts";
import { otherOrderFiles } from "../../src/features/compare/other-order.ts";
import { smallEmbedOf, smallPinOf } from "../../src/features/embed/small-embed.ts";
import { movedFilesOf } from "../../src/features/model/moved-files.ts";
import { shortenedAddressFiles } from "../../src/site/page/shortened-addresses.ts";
import type { SmallFile } from "../../src/site/small-page.ts";

/** What stands at the published addresses of a kept day when its pages are no longer built. */

const SHA = "ab".repeat(32);
/** A day nobody has, with a model whose id is hostile: the text of upstream stands in no page unescaped. */
const KEPT: RankingSnapshot = {
  workload: "chat",
  asOf: "2025-01-31",
  kept: [
    {
      sha256: SHA,
      rows: [
        {
          ...{ modelId: 'acme/<b onclick="x">', offerId: "acme/nova@openrouter", rank: 1, rankInterval: [1, 2], tiedWith: 1 },
          quality: { value: 1_449, interval: [1_440, 1_461], status: "rated", sources: ["lmarena"] },
          landedUsdPerMonth: "1080.5",
        },
      ],
    },
  ],
};

const [LINE] = KEPT.kept[0]?.rows ?? [];
const MODEL = models[0]?.id ?? "";
const MODEL_PATH = modelPath(MODEL);

let files: ReadonlyMap<string, string>;
beforeAll(() => {
  vi.stubEnv("SITE", "https://example.com");
  const all: readonly SmallFile[] = [...smallFilesOf(KEPT), smallEmbedOf(KEPT, "Best value for chat")];
  const pin = LINE === undefined ? [] : smallPinOf(MODEL, "<b>", { day: KEPT.asOf, line: LINE });
  const moved = movedFilesOf(
    { from: "acme/old", to: MODEL, why: "<i>", sourceUrl: "https://acme.example/", checkedOn: KEPT.asOf },
    "New",
  );
  files = new Map(
    [
      ...[...all, ...pin, ...moved, ...otherOrderFiles(["openrouter", "anthropic"], names)],
      ...shortenedAddressFiles(["chat"]),
    ].map(({ path, text }) => [path, text]),
  );
});

test("every address that a kept day, a pin or a model had is still one, and a pair has one either way round", () => {
  expect([...files.keys()]).toEqual([
    "/best/chat/as-of/2025-01-31/index.html",
    "/best/chat/as-of/2025-01-31.md",
    "/api/v1/rankings/2025-01-31/chat.json",
    "/embed/best/chat/2025-01-31/index.html",
    `/embed/models/${MODEL_PATH}/2025-01-31/index.html`,
    `/badge/${MODEL_PATH}/2025-01-31.svg`,
    "/models/acme/old/index.html",
    "/models/acme/old.md",
    "/api/v1/models/acme/old.json",
    "/api/v1/history/acme/old.json",
    "/compare/openrouter-vs-anthropic/index.html",
    "/compare/openrouter-vs-anthropic.md",
    "/models/index.html",
    "/best/chat/as-of/index.html",
    "/embed/index.html",
    "/embed/models/index.html",
    "/embed/best/index.html",
    "/badge/index.html",
    "/api/v1/index.html",
    "/api/compat/index.html",
  ]);
});

test("the page leads to its rows, and says the first and their checksum for who does not follow", () => {
  const html = files.get("/best/chat/as-of/2025-01-31/index.html") ?? "";
  expect(html).toContain('http-equiv="refresh" content="0;url=/best/chat/?as-of=2025-01-31"');
  expect(html).toContain(
    "Most quality per dollar: acme/&lt;b onclick=&quot;x&quot;&gt;, $1,081 a month at OpenRouter, tied with 1 other.",
  );
  expect(html).toContain(`sha256 ${SHA}`);
});

test("the JSON of the day has its checksums and says which month has the rows", () => {
  expect(JSON.parse(files.get("/api/v1/rankings/2025-01-31/chat.json") ?? "null")).toEqual({
    workload: "chat",
    asOf: "2025-01-31",
    kept: [{ sha256: SHA, rowsIn: "/api/v1/rankings/2025-01/chat.json.gz" }],
  });
});

test("the embed stays in its frame and shows its rows", () => {
  const html = files.get("/embed/best/chat/2025-01-31/index.html") ?? "";
  expect(html).not.toContain("refresh");
  expect(html).toContain("<td>$1,081</td>");
  expect(html).toContain("As kept on 31 Jan 2025");
});

test("a pinned model says what it cost on its day, in its frame and on its badge", () => {
  const html = files.get(`/embed/models/${MODEL_PATH}/2025-01-31/index.html`) ?? "";
  expect(html).toContain('<th scope="row">Monthly cost</th><td>$1,081</td>');
  expect(html).toContain("<h1>&lt;b&gt;</h1>");
  expect(files.get(`/badge/${MODEL_PATH}/2025-01-31.svg`)).toContain("$1,081 a month for chat");
});

test("the addresses of a model that is another now lead there", () => {
  const html = files.get("/models/acme/old/index.html") ?? "";
  expect(html).toContain(`content="0;url=/models/${MODEL_PATH}/"`);
  expect(html).toContain("acme/old is <a href=");
  expect(html).toContain("&lt;i&gt;");
  expect(JSON.parse(files.get("/api/v1/models/acme/old.json") ?? "null")).toMatchObject({
    id: "acme/old",
    movedTo: { id: MODEL },
  });
});

test("a pair the other way round leads to its one page", () => {
  const html = files.get("/compare/openrouter-vs-anthropic/index.html") ?? "";
  expect(html).toContain('content="0;url=/compare/anthropic-vs-openrouter/"');
  expect(html).toContain("<h1>OpenRouter vs Anthropic</h1>");
  expect(files.get("/compare/openrouter-vs-anthropic.md")).toContain("https://example.com/compare/anthropic-vs-openrouter.md");
});

test("an address without its end leads to the page that a reader looks for, which is the one to index", () => {
  const html = files.get("/models/index.html") ?? "";
  expect(html).toContain('content="0;url=/#models"');
  expect(html).toContain('<link rel="canonical" href="https://example.com/">');
  expect(html).toContain('<a href="/#models">The list of all models</a>');
  expect(files.get("/best/chat/as-of/index.html")).toContain('content="0;url=/best/chat/"');
});

test("each is small, valid, and keeps the rules of every page", async () => {
  for (const [file, html] of [...files].filter(([path]) => path.endsWith(".html"))) {
    const page = { path: file.replace("index.html", ""), html };
    expect(Buffer.byteLength(html), file).toBeLessThan(2_000);
    expect(await htmlFaults(page)).toEqual([]);
    expect(Object.values(PAGE_RULES).flatMap((find) => find(page))).toEqual([]);
  }
});
