import { expect, test } from "vitest";
import { contentSecurityPolicy, embedPolicy, headerPolicy, scriptJson } from "./security.ts";

test("a policy allows one style sheet and one script by their digest, and nothing inline beside them", () => {
  const policy = contentSecurityPolicy("p{color:red}", "let a");
  // printf 'p{color:red}' | openssl dgst -sha256 -binary | base64
  expect(policy).toContain("style-src 'sha256-p0bF+un5yUb9MBO6xRb8kPHlY2BdpHVtLiFkDrZPF64=';");
  expect(policy).not.toContain("unsafe");
  expect(contentSecurityPolicy("p{color:blue}", "let a")).not.toBe(policy);
});

test("the header says of scripts what the page says, and that nobody may frame it", () => {
  const [script = ""] = /script-src [^;]*/.exec(contentSecurityPolicy("p{}", "let a")) ?? [];
  expect(headerPolicy("let a").split(";")).toEqual(expect.arrayContaining([script, "frame-ancestors 'none'"]));
});

test("an embed runs nothing and loads nothing, and nothing forbids framing it", () => {
  expect(embedPolicy("p{color:red}").split(";")).toEqual([
    "default-src 'none'",
    "style-src 'sha256-p0bF+un5yUb9MBO6xRb8kPHlY2BdpHVtLiFkDrZPF64='",
    "form-action 'none'",
    "base-uri 'none'",
  ]);
});

test("no text can end the script it stands in", () => {
  expect(scriptJson({ name: "</script><b>" })).toBe('{"name":"\\u003c/script>\\u003cb>"}');
});
