import { describe, expect, test } from "vitest";
import { offerId } from "../../../../src/domain/offer/offer-id.ts";
import { factsOf, parse, readingOf } from "../../../../tests/fixtures/an-openrouter-list.ts";
import { aModelRow } from "../../../../tests/fixtures/openrouter-rows.ts";

describe("ids and names", () => {
  test.each([
    ["acme/nova-9", "standard", null],
    ["acme/nova-9:batch", "batch", null],
    ["acme/nova-9:free", "free", null],
    ["acme/nova-9:thinking", "standard", "thinking"],
    ["acme/nova-9:beta", "standard", "beta"],
    ["acme/nova-9:nitro", "standard", "nitro"],
    ["acme/nova-9:extended", "standard", "extended"],
    ["acme/nova-9:exacto", "standard", "exacto"],
    ["acme/nova-9:brand-new", "standard", "brand-new"],
  ])("oddity 16: %s is sold at tier %s, variant %s", (id, tier, variant) => {
    expect(readingOf({ id })).toMatchObject({ model: "acme/nova-9", upstreamId: id, key: { host: null, tier, variant } });
  });

  test("oddity 16: the plain row describes the model, wherever it stands in the list", () => {
    const { models } = parse(aModelRow({ id: "acme/nova-9:free", context_length: 8192 }), aModelRow());
    expect(models).toMatchObject([{ id: "acme/nova-9", contextTokens: 400_000 }]);
  });

  test.each([
    ["names its target", { alias_target: { name: "Acme: Nova 9", slug: "acme/nova-9" } }, [["~acme/nova-latest", "acme/nova-9"]]],
    ["without a target tells nothing", {}, []],
    ["with a target that is no model tells nothing", { alias_target: { slug: "openrouter/auto" } }, []],
  ])("oddity 17: an alias is never a model or an offer; one that %s", (_what, over, expected) => {
    const { readings, models, skipped } = parse(
      aModelRow({ id: "~acme/nova-latest", pricing: { prompt: "0.000009", completion: "0.00001" }, ...over }),
    );
    expect(readings).toEqual([]);
    expect(models.map(({ id, aliasOf }) => [id, aliasOf])).toEqual(expected);
    expect(skipped).toEqual([{ subject: "~acme/nova-latest", why: "alias of another model" }]);
  });

  test("oddity 18: a canonical slug may be shared; the rows stay apart", () => {
    const { readings } = parse(aModelRow(), aModelRow({ id: "acme/nova-9:free" }), aModelRow({ id: "acme/other-1" }));
    expect(new Set(readings.map(({ canonicalSlug }) => canonicalSlug)).size).toBe(1);
    expect(new Set(readings.map(({ model, key }) => offerId(model ?? "", key))).size).toBe(3);
  });

  test("oddity 19: an upper-case id is one model with its lower-case one; requests keep upstream's spelling", () => {
    const { readings, models, skipped } = parse(aModelRow({ id: "acme/nova-70B" }), aModelRow({ id: "acme/nova-70b" }));
    expect(readings).toMatchObject([{ model: "acme/nova-70b", upstreamId: "acme/nova-70B" }]);
    expect(models.map(({ id }) => id)).toEqual(["acme/nova-70b"]);
    expect(skipped).toEqual([{ subject: "acme/nova-70b", why: "id listed twice" }]);
  });

  test("oddity 20: an id that changed its meaning is read as today's row says", () => {
    expect(factsOf({ name: "Acme: Nova V2.5", created: 1726704000 })).toMatchObject({
      name: "Nova V2.5",
      releasedOn: "2024-09-19",
    });
    expect(factsOf({ name: "SuperAcme: Nova V3", created: 1735257600 })).toMatchObject({
      makerName: "SuperAcme",
      releasedOn: "2024-12-27",
    });
  });

  test.each([
    ["Acme: Nova 9 26B ", "Nova 9 26B", "Acme"],
    ["Acme: Nova 9 26B  (free)", "Nova 9 26B", "Acme"],
    ["Nova 9 (Fast)", "Nova 9 (Fast)", "acme"],
    ["Acme: Nova: the 9th", "Nova: the 9th", "Acme"],
    ["Dolphin 8x22B 🐬", "Dolphin 8x22B 🐬", "acme"],
    ["Acme: <script>alert(1)</script>", "<script>alert(1)</script>", "Acme"],
    ["", "acme/nova-9", "acme"],
  ])("oddity 21: the name %j is %j by %j", (name, clean, makerName) => {
    expect(factsOf({ name })).toMatchObject({ name: clean, makerName });
  });

  test("oddity 21: a name without its maker takes it from most of its siblings", () => {
    const rows = ["A-Corp: One", "Acme: Two", "Acme: Three", "Four"].map((name, index) =>
      aModelRow({ id: `acme/m-${index}`, name }),
    );
    expect(parse(...rows).models.map(({ makerName }) => makerName)).toEqual(["A-Corp", "Acme", "Acme", "Acme"]);
  });

  test.each([
    ["acme-ai/Nova-9", "acme-ai/Nova-9", true],
    ["", null, null],
    [null, null, null],
    [undefined, null, null],
  ])("oddity 24: a Hugging Face id of %j is %j", (hugging_face_id, huggingFaceId, openWeights) => {
    expect(factsOf({ hugging_face_id })).toMatchObject({ huggingFaceId, openWeights });
  });
});
