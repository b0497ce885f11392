import fc from "fast-check";
import { expect, test } from "vitest";
import { Model } from "../model/model.ts";
import { modelParams, modelPath } from "./file-name.ts";

test.each([
  ["anthropic/claude-opus-4.8", "anthropic/claude-opus-4.8"],
  ["acme/x.html", "acme/x.html~"],
  ["acme/x.md", "acme/x.md~"],
  ["acme/x.xml", "acme/x.xml~"],
  ["con/aux", "con~/aux~"],
  ["nul/con.1", "nul~/con~.1"],
  ["acme/con.md", "acme/con~.md~"],
  ["com1/lpt9", "com1~/lpt9~"],
  ["acme/x..", "acme/x..~"],
  ["acme/console", "acme/console"],
  ["acme/md", "acme/md"],
])("%s is kept as %s", (id, path) => {
  expect(modelPath(id)).toBe(path);
  const { maker, slug } = modelParams(id);
  expect(`${maker}/${slug}`).toBe(path);
});

test("no two ids share a path, and every part can be a folder and a file on every system", () => {
  const part = fc.oneof(
    fc.constantFrom("con", "aux", "x", "x.md", "x.html", "nul.md", "x.", "com5"),
    fc.stringMatching(/^[a-z0-9_-][a-z0-9._-]{0,6}$/),
  );
  const id = fc
    .tuple(fc.oneof(fc.constantFrom("con", "acme"), fc.stringMatching(/^[a-z0-9-]{1,5}$/)), part)
    .map(([a, b]) => `${a}/${b}`);
  fc.assert(
    fc.property(id, id, (a, b) => {
      expect(Model.shape.id.safeParse(a).success).toBe(true);
      expect(modelPath(a) === modelPath(b)).toBe(a === b);
      for (const name of modelPath(a).split("/")) {
        expect(name).not.toMatch(/[.\s]$|^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/);
        expect(name).not.toMatch(/\.(html|md|xml|json)$/);
      }
    }),
  );
});
