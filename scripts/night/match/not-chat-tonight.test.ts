import { expect, test } from "vitest";
import type { SourceNight } from "../guards/guard-night.ts";
import { notChatTonight } from "./not-chat-tonight.ts";

const copy = (subjects: readonly (readonly [string, string])[] | null): SourceNight => ({
  source: {
    ...{ id: "pi-ai", url: "https://copy.example", listsOpenrouter: true, read: () => Promise.resolve([]) },
    parse: () => ({ readings: [], models: [], skipped: [] }),
  },
  parsed: subjects === null ? null : { readings: [], models: [], skipped: subjects.map(([subject, why]) => ({ subject, why })) },
  bodies: [],
  failure: null,
});
const BEFORE = [{ id: "acme/old", why: "classifier, answers no chat" }];

test("OpenRouter's image models and classifiers are named by id, each once; others' are not", () => {
  const tonight = copy([
    ["openrouter/image:zeta/flux", "image model, not billed by text tokens"],
    ["openrouter/classifier:acme/guard", "classifier, answers no chat"],
    ["openrouter/image:zeta/flux", "image model, not billed by text tokens"],
    ["openrouter/chat:openrouter/auto", "router, not a model"],
    ["nvidia/image:zeta/other", "image model, not billed by text tokens"],
  ]);
  expect(notChatTonight([tonight], BEFORE).map(({ id }) => id)).toEqual(["acme/guard", "zeta/flux"]);
});

test("where no copy of the list was read, they are what they were", () => {
  expect(notChatTonight([copy(null)], BEFORE)).toEqual(BEFORE);
});
