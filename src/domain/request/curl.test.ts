import { execFileSync } from "node:child_process";
import fc from "fast-check";
import { expect, test } from "vitest";
import { anOffer } from "../../../tests/builders/an-offer.ts";
import type { Api } from "./api.ts";
import { curlText } from "./curl.ts";
import { type OfferRequest, useOffer as requestFor } from "./use-offer.ts";

const openRouter: Api = { baseUrl: "https://openrouter.ai/api/v1", dialect: "openrouter" };

function curlOf(offer: Parameters<typeof anOffer>[0], api: Api, keyEnv: string | null = "KEY"): string {
  const request = requestFor(anOffer(offer), api);
  if (request === null) throw new Error("no request");
  return curlText(request, api, keyEnv);
}

test("an offer becomes a command that lands on it", () => {
  expect(curlOf({ platform: "openrouter", host: "hostly", quantization: "fp8", upstreamId: "acme/nano" }, openRouter)).toBe(`\
curl -X POST 'https://openrouter.ai/api/v1/chat/completions' \\
  -H "authorization: Bearer $KEY" \\
  -H 'content-type: application/json' \\
  -d '{
  "model": "acme/nano",
  "messages": [{"role":"user","content":"Hello"}],
  "provider": {"only":["hostly"],"order":["hostly"],"allow_fallbacks":false,"quantizations":["fp8"],"max_price":{"prompt":1,"completion":2}}
}'`);
});

test.each<[Api["dialect"], string]>([
  ["openai", "authorization: Bearer $KEY"],
  ["anthropic", "x-api-key: $KEY"],
  ["gemini", "x-goog-api-key: $KEY"],
  ["bedrock", "authorization: Bearer $KEY"],
])("%s takes its key as %s", (dialect, header) => {
  const command = curlOf({ model: "google/nano" }, { baseUrl: "https://api.example.com", dialect });
  expect(command).toContain(`-H "${header}"`);
  expect(command.includes("anthropic-version")).toBe(dialect === "anthropic");
});

test.each([null, "302AI_API_KEY", "A$(id)"])("a key called %s stands as API_KEY", (keyEnv) => {
  expect(curlOf({}, { baseUrl: "https://api.example.com", dialect: "openai" }, keyEnv)).toContain('Bearer $API_KEY"');
});

test("a shell reads back exactly the request, whatever upstream called the model", () => {
  const anyId = fc.oneof(fc.constantFrom("it's", "$(id)", "`id`", "a\\'b", '"; id', "a\nb"), fc.string({ maxLength: 12 }));
  fc.assert(
    fc.property(
      anyId.filter((id) => !id.includes("\0")),
      (model) => {
        const request: OfferRequest = { method: "POST", baseUrl: "https://x.example", path: `/${model}`, model, body: { model } };
        const command = curlText(request, { baseUrl: request.baseUrl, dialect: "openai" }, "KEY");
        const output = execFileSync("sh", ["-c", `curl() { printf '%s\\0' "$@"; }\n${command}`], { env: { KEY: "k" } });
        const words = output.toString().split("\0");
        expect(words[2]).toBe(`https://x.example/${model}`);
        expect(JSON.parse(words[8] ?? "")).toEqual({ model });
      },
    ),
    { numRuns: 25 },
  );
});
