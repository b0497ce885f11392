import { beforeAll, describe, expect, test } from "vitest";
import type { Store } from "../../scripts/night/pipeline/store.ts";
import { LITELLM_URL } from "../../scripts/night/sources/litellm/litellm.ts";
import { MODELS_DEV_URL } from "../../scripts/night/sources/models-dev/models-dev.ts";
import { NO_NUMBER, SAME_NUMBER, writtenAs } from "./faults/number-forms.ts";
import { RESHUFFLES } from "./faults/reshuffles.ts";
import { bent, listed, respelled, slipped, spelled } from "./faults/slips.ts";
import type { Json } from "./full-upstream.ts";
import { shown } from "./play-nights.ts";
import { playWorld, settledWorld, type World } from "./play-worlds.ts";
import { APPEARED, COME_AND_GONE, withCacheRead } from "./visitors.ts";
import { isThorough, weekly } from "./weekly.ts";
import { differing, idsOf, lost, wrong } from "./world-differences.ts";

/**
 * Lists whose rows come, go, are spelled otherwise or say less for some nights, over the whole committed catalogue: by the rule of
 * `bad-nights.test.ts`. `npm run fuzz` plays all; `npm test` one of each kind.
 */

let quiet: World;
beforeAll(async () => {
  quiet = await settledWorld();
});

describe("what comes for one night", () => {
  const played = <Story extends { readonly isRepresentative: boolean }>(stories: Readonly<Record<string, Story>>) =>
    Object.entries(stories).filter(([, { isRepresentative }]) => isRepresentative || isThorough);

  test.each(played(COME_AND_GONE))("%s: gone on the first good night, and nothing waits", async (_, { bend }) => {
    const [, ...good] = await playWorld(quiet, [bend(quiet.good)]);
    for (const [index, store] of good.entries()) {
      // What left and what came is remembered for a week in run.json, and nowhere else.
      expect(differing(store, quiet.nights[index + 1]).filter((name) => name !== "run.json")).toEqual([]);
      expect(store.run?.findings).toEqual(quiet.nights[index + 1]?.run?.findings);
      expect(store.run?.sources.filter(({ status }) => status === "held")).toEqual([]);
    }
  });

  weekly("the same weights twice, for two nights: no name of them becomes a third model", async () => {
    const twice = COME_AND_GONE["every seventh row of OpenRouter's list once more, of the same weights"]?.bend(quiet.good);
    const nights = await playWorld(quiet, twice === undefined ? [] : [twice, twice]);
    expect(nights[1]?.models.length).toBeGreaterThan(quiet.nights[1]?.models.length ?? 0);
    for (const [index, store] of nights.entries()) {
      const right = quiet.nights[index] ?? quiet.start;
      const known = new Set(right.models.map(({ id }) => id));
      expect(
        store.models.filter(({ id }) => !known.has(id) && !id.includes("-staging")),
        `night ${index + 1}`,
      ).toEqual([]);
      expect(lost(store, right)).toEqual([]);
      if (index >= 2) expect(differing(store, right).filter((name) => name !== "run.json")).toEqual([]);
    }
  });

  test.each(played(APPEARED))("%s: not shown, and gone without a trace", async (_, { bend }) => {
    const [bad = quiet.start, ...good] = await playWorld(quiet, [bend(quiet.good)]);
    expect(wrong(bad, quiet.nights[0] ?? quiet.start)).toEqual([]);
    expect(lost(bad, quiet.nights[0] ?? quiet.start)).toEqual([]);
    expect(bad.run?.findings.filter(({ rule, action }) => rule === "meterOdd" && action === "hold").length).toBeGreaterThan(50);
    for (const [index, store] of good.entries()) expect(differing(store, quiet.nights[index + 1] ?? quiet.start)).toEqual([]);
  });

  weekly("a cache read that looks right is dropped again on the first good night", async () => {
    const hosts = ["togetherai", "baseten", "novita-ai", "siliconflow"];
    const bad = withCacheRead(quiet.good, hosts, 0.2);
    const [first = quiet.start, second = quiet.start] = await playWorld(quiet, [bad]);
    expect(wrong(first, quiet.nights[0] ?? quiet.start).length).toBeGreaterThan(20);
    expect(shown(second)).toEqual(shown(quiet.nights[1] ?? quiet.start));
  });
});

test("rows that a catalogue leaves out for a night come back to the byte, and when they last moved", async () => {
  const cut = bent(quiet.good, LITELLM_URL, (body) => {
    const rows = Object.entries(Object(body));
    return Object.fromEntries(rows.slice(0, Math.floor(rows.length * 0.94)));
  });
  const [, ...good] = await playWorld(quiet, [cut]);
  for (const [index, store] of good.entries()) expect(differing(store, quiet.nights[index + 1])).toEqual([]);
});

/** What the report says is held, and until when. */
const holds = ({ run }: Store): readonly string[] =>
  (run?.findings ?? []).flatMap(({ action, rule, subject, detail }) =>
    action === "hold" ? [`${rule} ${subject} ${detail}`] : [],
  );

/** A row for trying out what another one sells. */
const stagingOf = (row: Json): Json => ({
  ...row,
  id: String(row["id"]).replace(/(?=:|$)/, "-staging"),
  name: `${String(row["name"])} Staging`,
});

describe("an id that OpenRouter spells otherwise", () => {
  const OPUS = ["anthropic/claude-opus-4.8", "anthropic/claude-opus-4-8"] as const;
  const stories: readonly (readonly [string, readonly [string, string], number])[] = [
    ["one model, for a night", OPUS, 1],
    ["one model, for good", OPUS, isThorough ? 5 : 3],
    ["a whole family, for three nights", ["z-ai/glm-5", "z-ai/glm5"], 3],
  ];

  test.each(isThorough ? stories : stories.slice(1, 2))(
    "%s: no model and no offer is lost, doubled or held",
    async (_, names, count) => {
      const bad = spelled(quiet.good, ...names);
      const nights = await playWorld(
        quiet,
        Array.from({ length: count }, () => bad),
      );
      for (const [index, store] of nights.entries()) {
        const right = quiet.nights[index] ?? quiet.start;
        expect(idsOf(store), `night ${index + 1}`).toEqual(idsOf(right));
        expect(wrong(store, right)).toEqual([]);
        expect(holds(store).filter((each) => !holds(right).includes(each))).toEqual([]);
        if (index < count) expect(store.run?.findings.find(({ rule }) => rule === "idRespelled")?.detail).toContain(names[1]);
        else expect(shown(store), `night ${index + 1}`).toEqual(shown(right));
      }
    },
  );

  weekly("listed beside the id it had, it is no second model", async () => {
    const twice = listed(quiet.good, (rows) => [
      ...rows,
      ...rows.map((row) => respelled(row, ...OPUS)).filter((row) => row !== null),
    ]);
    const nights = await playWorld(quiet, [twice]);
    for (const [index, store] of nights.entries())
      expect(shown(store), `night ${index + 1}`).toEqual(shown(quiet.nights[index] ?? quiet.start));
  });

  test("models beside others that have their permanent names hold what becomes unclear, for as long as both are listed", async () => {
    const twins = listed(quiet.good, (rows) => [...rows, ...rows.filter((_, index) => index % 11 === 0).map(stagingOf)]);
    // A hold of three nights is over by the fourth.
    const count = isThorough ? 4 : 2;
    const nights = await playWorld(
      quiet,
      Array.from({ length: count }, () => twins),
    );
    for (const [index, store] of nights.entries())
      expect(lost(store, quiet.nights[index] ?? quiet.start), `night ${index + 1}`).toEqual([]);
    const unclear = nights.map((store) => holds(store).filter((each) => each.startsWith("modelUnresolved")));
    const last = unclear[count - 1];
    expect(last?.length).toBeGreaterThan(10);
    expect(last).toEqual(unclear[0]);
    expect(
      last?.filter((each) => !each.includes("; until only one of these is listed, or aliases.json names the model")),
    ).toEqual([]);
    expect(shown(nights[count] ?? quiet.start)).toEqual(shown(quiet.nights[count] ?? quiet.start));
  });
});

describe("a list that came without what its models are", () => {
  const WITHOUT: readonly (readonly [string, (row: Json) => Json])[] = [
    ["everything but ids, names and prices", ({ id, name, pricing }) => ({ id, name, pricing })],
    ["permanent slugs", ({ canonical_slug: _, ...row }) => row],
    ["modalities", ({ architecture: _, ...row }) => row],
    ["repositories", ({ hugging_face_id: _, ...row }) => row],
    ["parameters", ({ supported_parameters: _, ...row }) => row],
  ];
  test.each(isThorough ? WITHOUT : WITHOUT.slice(0, 1))("without %s, changes no model and no offer", async (_, bend) => {
    const bad = listed(quiet.good, (rows) => rows.map(bend));
    const nights = await playWorld(quiet, [bad, bad]);
    for (const [index, store] of nights.entries()) {
      const right = quiet.nights[index] ?? quiet.start;
      expect(shown(store), `night ${index + 1}`).toEqual(shown(right));
      const told = holds(store).filter((each) => !holds(right).includes(each));
      expect(told.map((each) => each.split(" ").slice(0, 2).join(" "))).toEqual(index < 2 ? ["factsLost openrouter-models"] : []);
      if (index >= 2) expect(differing(store, right)).toEqual([]);
    }
  });
});

describe("prices written in another form, in every list at once", () => {
  test.each(isThorough ? [1, 2] : [])("as text or with an exponent are the same prices, one of %i", async (every) => {
    const [night] = await playWorld(quiet, [writtenAs(quiet.good, SAME_NUMBER, every)]);
    expect(differing(night ?? quiet.start, quiet.nights[0] ?? quiet.start)).toEqual([]);
  });

  test("that is no number hold their rows, and leave no trace", async () => {
    // Under a tenth of a list: more of them hold it whole.
    const bad = writtenAs(quiet.good, NO_NUMBER, 17);
    const count = isThorough ? 3 : 1;
    const nights = await playWorld(
      quiet,
      Array.from({ length: count }, () => bad),
    );
    for (const [index, store] of nights.entries()) {
      const right = quiet.nights[index] ?? quiet.start;
      expect(shown(store), `night ${index + 1}`).toEqual(shown(right));
      if (index < count) expect(holds(store).length).toBeGreaterThan(500);
      // A row of it that was held before anyway forgets for how many nights it has been so.
      else expect(differing(store, right).filter((name) => name !== "readings/models.dev.jsonl")).toEqual([]);
    }
  });
});

/** Less than a tenth of models.dev's rows, dear and cheap ones among them. */
const SOME_PLATFORMS: ReadonlySet<string> = new Set(["alibaba", "alibaba-cn", "azure", "deepinfra", "google-vertex", "groq"]);

describe("a little every night", () => {
  weekly("a maker's rows missing from the list for a night leave no trace in what its models are", async () => {
    const bad = listed(quiet.good, (rows) => rows.filter(({ id }) => !String(id).startsWith("mistralai/")));
    const nights = await playWorld(quiet, [bad]);
    expect(shown(nights[1] ?? quiet.start)).toEqual(shown(quiet.nights[1] ?? quiet.start));
  });

  weekly("a platform that a catalogue leaves out for a night comes back with every price it had", async () => {
    const bad = bent(quiet.good, MODELS_DEV_URL, (body) =>
      Object.fromEntries(Object.entries(Object(body)).filter(([id]) => !SOME_PLATFORMS.has(id))),
    );
    const nights = await playWorld(quiet, [bad]);
    const right = quiet.nights[1] ?? quiet.start;
    expect(wrong(nights[1] ?? quiet.start, right)).toEqual([]);
    expect(shown(nights[1] ?? quiet.start)).toEqual(shown(right));
  });

  weekly("euros for dollars in a whole catalogue for a night show no wrong price and leave no trace", async () => {
    const nights = await playWorld(quiet, [slipped(quiet.good, "models.dev", 0.86)]);
    expect(wrong(nights[0] ?? quiet.start, quiet.nights[0] ?? quiet.start)).toEqual([]);
    expect(differing(nights[1] ?? quiet.start, quiet.nights[1] ?? quiet.start)).toEqual([]);
  });

  test('cache reads at "0" are held, not dropped', async () => {
    const silent = listed(quiet.good, (rows) =>
      rows.map((row) => ({ ...row, pricing: { ...Object(row["pricing"]), input_cache_read: "0" } })),
    );
    const nights = await playWorld(quiet, [silent, silent]);
    for (const [index, store] of nights.slice(0, 2).entries())
      expect(wrong(store, quiet.nights[index] ?? quiet.start)).toEqual([]);
    expect(shown(nights[2] ?? quiet.start)).toEqual(shown(quiet.nights[2] ?? quiet.start));
  });
});

describe("a list whose rows or columns changed places", () => {
  const stories = Object.entries(RESHUFFLES);
  test.each(isThorough ? stories : stories.slice(0, 1))(
    "%s: held whole, and gone without a trace",
    async (_, { source, bend }) => {
      const bad = bend(quiet.good);
      const count = isThorough ? 3 : 1;
      const nights = await playWorld(
        quiet,
        Array.from({ length: count }, () => bad),
      );
      for (const [index, store] of nights.entries()) {
        const right = quiet.nights[index] ?? quiet.start;
        expect(wrong(store, right), `night ${index + 1}`).toEqual([]);
        expect(lost(store, right)).toEqual([]);
        const held = store.run?.sources.filter(({ status }) => status === "held").map(({ id }) => id);
        expect(held).toEqual(index < count ? [source] : []);
        if (index >= count) expect(shown(store)).toEqual(shown(right));
      }
    },
  );
});
