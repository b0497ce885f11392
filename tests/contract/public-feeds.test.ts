import { afterAll, beforeAll, expect, test } from "vitest";
import { textOf } from "../small-catalogue/html-tables.ts";
import { pageOf } from "../small-catalogue/rendered-page.ts";
import { useSmallCatalogue } from "../small-catalogue/small-site.ts";
import { jsonOf } from "./public-files.ts";

/** What stands in other people's readers, calendars and pages. */
let remove: () => void;
beforeAll(() => {
  ({ remove } = useSmallCatalogue());
});
afterAll(() => remove());

/** Spaces that do not break a line are spaces. */
const plain = (text: string): string => text.replaceAll(/[\u00a0\u202f]/g, " ");

test.each([
  ["changes.xml", "/changes.xml"],
  ["models/[maker].xml", "/models/acme.xml"],
  ["models/[maker]/[slug].xml", "/models/acme/nova.xml"],
  ["platforms/[id].xml", "/platforms/openrouter.xml"],
])("the feed %s tells of a cut, old price first", async (route, address) => {
  const text = plain(JSON.stringify(await jsonOf(route, address)));
  expect(text).toContain("Nova at OpenRouter: −8.3 %");
  expect(text).toContain("input $3.60 → $3.30 (−8.3 %) per million tokens");
  expect(text).toContain("tag:tokenparity.dev,2026:2026-07-15/move/acme%2Fnova%40openrouter");
});

test("the JSON Feed tells the same", async () => {
  expect(JSON.parse(plain(JSON.stringify(await jsonOf("changes.json"))))).toMatchObject({
    version: "https://jsonfeed.org/version/1",
    items: expect.arrayContaining([
      expect.objectContaining({
        id: "tag:tokenparity.dev,2026:2026-07-15/move/acme%2Fnova%40openrouter",
        title: "Nova at OpenRouter: −8.3 %",
        url: "https://tokenparity.dev/models/acme/nova/",
        date_modified: "2026-07-15T00:00:00.000Z",
      }),
    ]),
  });
});

test("the calendar has the announced day, the maker's words and their source", async () => {
  expect(await jsonOf("announcements.ics")).toMatchObject({
    UID: ["acme-nova-retirement@tokenparity.dev"],
    DTSTART: ["20270131"],
    DTEND: ["20270201"],
    SUMMARY: ["Nova at Acme: retired. Shut down in the maker’s API."],
    URL: ["https://acme.example/news"],
    STATUS: ["CONFIRMED"],
  });
});

test.each([
  ["/badge/acme/nova.svg", "Nova, cheapest for chat: $2.40 in · $12.75 out per M tokens at Hostly via OpenRouter"],
  ["/badge/acme/nova/2026-08-15.svg", "Nova, cheapest for chat: $1,081 a month for chat at Acme, as of 15 Aug 2026"],
])("the badge %s says %s", async (address, words) => {
  expect(await jsonOf("badge/[...name].svg", address)).toMatchObject({ title: expect.stringContaining(words) });
});

test("OPML lists the feeds of makers and platforms, and of a maker's models", async () => {
  const feeds = JSON.stringify(await jsonOf("feeds.opml"));
  expect(feeds).toContain(
    '"@xmlUrl":"https://tokenparity.dev/models/acme.xml","@htmlUrl":"https://tokenparity.dev/models/acme/"',
  );
  expect(feeds).toContain('"@xmlUrl":"https://tokenparity.dev/platforms/openrouter.xml"');
  const models = JSON.stringify(await jsonOf("models/[maker].opml", "/models/acme.opml"));
  expect(models).toContain('"@text":"Nova Fast"');
  expect(models).not.toContain("zeta");
});

test("Shields' endpoint has the words of the badge", async () => {
  expect(await jsonOf("badge/[...name].json", "/badge/acme/nova.json")).toMatchObject({
    schemaVersion: 1,
    label: "Nova",
    message: expect.stringContaining("$2.40 in"),
    color: expect.stringMatching(/^#[0-9a-f]{6}$/),
  });
});

test("llms.txt lists the data and the twin of every page", async () => {
  expect(await jsonOf("llms.txt")).toMatchObject({
    Data: expect.arrayContaining(["/api/v1/offers.csv", "/api/v1/models.json", "/api/v1/claims.json", "/api/v1/index.json"]),
    Models: ["/models/acme/nova.md", "/models/zeta/open.md", "/models/acme/nova-fast.md", "/models/zeta/zero.md"],
    "Models by maker, all of them": expect.arrayContaining(["/models/acme.md", "/models/zeta.md"]),
    Platforms: ["acme", "cloudy", "hostly", "openrouter", "shut"].map((id) => `/platforms/${id}.md`),
    "Platforms in pairs": ["/compare/acme-vs-openrouter.md"],
    "Best value": expect.arrayContaining(["/best.md", "/best/chat.md", "/best/chat/coding.md", "/best/chat/as-of/2026-08-15.md"]),
  });
});

test.each([
  ["models", "acme/nova", "Nova Cheapest for chat Hostly via OpenRouter"],
  [
    "models",
    "acme/nova",
    "Per million tokens $2.40 in · $12.75 out Monthly cost $951.08 Acme’s list price $3.00 in · $15.00 out",
  ],
  ["models", "acme/nova/2026-08-15", "Cheapest for chat Acme Monthly cost $1,081"],
  ["models", "acme/nova/2026-08-15", "Quality 1,449"],
  ["best", "chat", "Rank Model, cheapest at Quality Monthly cost"],
  ["best", "chat", "Nova Hostly via OpenRouter (us-east-1, fp8, turbo) 1,450 $951.08"],
  ["best", "chat/2026-08-15", "1 Nova Acme 1,449 $1,081"],
] as const)("the page to frame /embed/%s/%s/ says “%s”", async (kind, place, words) => {
  expect(textOf(await pageOf(`embed/${kind}/[...place]`, { place }))).toContain(words);
});
