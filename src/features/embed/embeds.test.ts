import { afterEach, expect, test, vi } from "vitest";
import { modelOf, models, names, presets, rankingSnapshots, run, sheetOf, snapshotPagesSince } from "../../data/catalog.ts";
import { pinsOf } from "../../data/pins.ts";
import { isWithoutThinking } from "../../domain/purchase/tie-order.ts";
import { modelCodes, rankingCodes } from "../../site/embed/embed-code.ts";
import { formatDay } from "../../site/format.ts";
import { tieText } from "../../site/words/answer.ts";
import { sellerOfId } from "../../site/words/seller-label.ts";
import { bestViewOf } from "../best/best-data.ts";
import { embedRows, modelBadge, modelEmbed, modelForms, rankingEmbed, rankingForms } from "./embeds.ts";

afterEach(() => {
  vi.unstubAllEnvs();
});

/** A model that rankings have had and that has a list price today. */
const PINNED = models.find(({ id }) => pinsOf(id).length > 0 && sheetOf(id).reference?.kind === "list")?.id ?? "";
const today = formatDay(run.asOf);

test.each(presets)("the live embed of $id has the first rows of its page, the pinned one those kept", (preset) => {
  const { rows } = bestViewOf(preset, "all").ranking;
  const live = rankingEmbed(preset, null);
  expect(live.rows.map(({ rank, modelId }) => [rank, modelId])).toEqual(
    rows.slice(0, 5).map(({ rank, modelId }) => [String(rank), modelId]),
  );
  expect(live).toMatchObject({ day: run.asOf, sha256: null });
  for (const snapshot of rankingSnapshots.filter(({ workload }) => workload === preset.id)) {
    const version = snapshot.kept.at(-1);
    const pinned = rankingEmbed(preset, snapshot);
    expect(pinned).toMatchObject({ day: snapshot.asOf, sha256: version?.sha256 });
    expect(pinned.rows.map(({ modelId }) => modelId)).toEqual(version?.rows.slice(0, 5).map(({ modelId }) => modelId));
  }
});

test("the badge of every first place names the seller of its page", () => {
  for (const preset of presets) {
    const [first] = bestViewOf(preset, "all").ranking.rows;
    expect(rankingEmbed(preset, null).rows[0]?.modelId).toBe(first?.modelId);
  }
  const [chat] = presets;
  for (const { modelId, offerId } of chat === undefined ? [] : bestViewOf(chat, "all").ranking.rows.slice(0, 50)) {
    const offer = sheetOf(modelId).cheapest?.offer;
    // Where the cheapest offer is one without the model's thinking, the ranking buys another.
    const seller = offer !== undefined && isWithoutThinking(offer) ? offer.id : offerId;
    // What an answer hangs on stands behind the name in its sentence too.
    const until = offer?.priceEndsOn === undefined ? "" : ` (price certain until ${formatDay(offer.priceEndsOn)})`;
    expect(modelBadge(modelId, null).title).toContain(` at ${sellerOfId(seller, names)}${until}, as of`);
  }
});

test("every model and every ranking has a live form and its pinned ones", () => {
  expect(modelForms.filter(({ pin }) => pin === null)).toHaveLength(models.length);
  // Pins of the last days have pages; where no night was kept of late there are none.
  const pins = models.flatMap(({ id }) => pinsOf(id).filter(({ day }) => day >= snapshotPagesSince));
  expect(modelForms.filter(({ pin }) => pin !== null)).toHaveLength(pins.length);
  expect(rankingForms.filter(({ snapshot }) => snapshot !== null)).toHaveLength(rankingSnapshots.length);
});

test("a live badge says price and day, a pinned one the kept month and its day", () => {
  const live = modelBadge(PINNED, null);
  expect(live.label).toBe(modelOf(PINNED).name);
  expect(live.value).toMatch(/^\$[\d.,]+ in · \$[\d.,]+ out per M tokens(, unconfirmed)? · /);
  expect(live.value.endsWith(today) && live.title.includes(today)).toBe(true);
  const [pin] = pinsOf(PINNED);
  if (pin === undefined) throw new Error(`no ranking has ${PINNED}`);
  expect(modelBadge(PINNED, pin).value).toMatch(/^\$[\d.,]+( – \$[\d.,]+)? a month for chat · /);
  expect(modelEmbed(PINNED, pin)).toMatchObject({ day: pin.day, ladder: null });
});

test("what is pinned to a month whose price for long prompts nobody names says that it is assumed", () => {
  const [pin] = pinsOf(PINNED);
  if (pin === undefined) throw new Error(`no ranking has ${PINNED}`);
  const assumed = { ...pin, line: { ...pin.line, longPromptPrice: "assumed" } } as const;
  const seller = `${sellerOfId(pin.line.offerId, names)} (price for long prompts assumed)`;
  expect(modelBadge(PINNED, assumed).title).toContain(` at ${seller}, as of`);
  expect(modelEmbed(PINNED, assumed).facts[0]).toEqual(["Cheapest for chat", seller]);
  expect(embedRows([assumed.line])[0]?.seller).toBe(seller);
});

test("an embed calls a list price unconfirmed where the page does, and none only where nobody names one", () => {
  for (const { id } of models) {
    const { reference, unconfirmedList } = sheetOf(id);
    const [, list] = modelEmbed(id, null).facts.at(-1) ?? [];
    if (reference?.kind === "list") expect(list, id).toMatch(/ in · .* out$/);
    else expect(list, id).toMatch(unconfirmedList === null ? /^none$/ : /^unconfirmed: .* in · .* out, /);
  }
});

test("a badge of a model without a paid price says which word its page has", () => {
  const values = models.map(({ id }) => modelBadge(id, null).value);
  expect(values.filter((value) => /null|undefined|NaN|\$0\.0+(?!\d)/.test(value))).toEqual([]);
});

test("a code to copy holds no text of upstream's that could end it", () => {
  vi.stubEnv("SITE", "https://tokenparity.dev");
  const codes = [
    ...modelCodes("a/b", '"><script>hostile()</script>](javascript:x)', "2026-08-22"),
    ...rankingCodes("chat", '"><hostile>', undefined),
  ];
  expect(codes).toHaveLength(5);
  const { frames = [], badges = [] } = Object.groupBy(codes, ({ code }) => (code.startsWith("<iframe") ? "frames" : "badges"));
  expect(frames.filter(({ code }) => /"><(?!\/iframe>$)|<script|<hostile/.test(code))).toEqual([]);
  expect(badges.filter(({ code }) => /(?<!\\)<|(?<!\\)\]\(javascript/.test(code))).toEqual([]);
});

test("the embed of a model names who ties with its cheapest seller, as its page does", () => {
  const tied = models.filter(({ id }) => tieText(sheetOf(id)) !== "");
  expect(tied.length).toBeGreaterThan(0);
  for (const { id } of tied.slice(0, 20)) {
    const [[, cheapest = ""] = []] = modelEmbed(id, null).facts;
    expect(cheapest.endsWith(tieText(sheetOf(id)))).toBe(true);
  }
});
