import { expect, test } from "vitest";
import { aModel } from "../../../tests/builders/a-model.ts";
import { withoutRetiredTwins } from "./retired-twins.ts";

const current = aModel({ id: "acme/nano-4.8", canonicalSlug: "acme/nano-20260102", huggingFaceId: "acme/Nano" });
const plain = { status: "retired", canonicalSlug: null, huggingFaceId: null } as const;

test.each([
  ["its slug", { ...plain, id: "acme/new", canonicalSlug: "acme/nano-20260102" }, false],
  ["its repository in another case", { ...plain, id: "acme/new", huggingFaceId: "Acme/nano" }, false],
  ["its id, spelled otherwise", { ...plain, id: "acme/nano-4-8" }, false],
  ["a slug of another day", { ...plain, id: "acme/new", canonicalSlug: "acme/nano-20260601" }, true],
  ["nothing", { ...plain, id: "acme/new", canonicalSlug: "", huggingFaceId: "" }, true],
  [
    "its slug, and is listed",
    { ...plain, id: "acme/new", canonicalSlug: "acme/nano-20260102", status: "current" as const },
    true,
  ],
])("a model that shares %s with a listed one is matched beside it: %s", (_, other, isMatched) => {
  expect(withoutRetiredTwins([current, aModel(other)]).length === 2).toBe(isMatched);
});
