import { HtmlValidate, type RuleConfig, StaticConfigLoader } from "html-validate";
import type { BuiltPage } from "./built-page.ts";

/** What HTML itself asks of a page and a validator can tell: tags that fit, one id once, a language, a title, no inline style. */
const validator = new HtmlValidate(
  new StaticConfigLoader({
    extends: ["html-validate:standard", "html-validate:a11y"],
    rules: {
      "no-inline-style": "error",
      // Enter sends the search in the head; a button beside it would be one more thing on a phone.
      "wcag/h32": "off",
      // The filters are under the summary that names them.
      "wcag/h71": "off",
    } satisfies RuleConfig,
  }),
);

/** A page's faults: `element-permitted-order: Element <p> must be used before <figcaption> (4:85444)`. */
export async function htmlFaults({ html }: Pick<BuiltPage, "html">): Promise<readonly string[]> {
  const { results } = await validator.validateString(html);
  return results.flatMap(({ messages }) =>
    messages.map(({ ruleId, message, line, column }) => `${ruleId}: ${message} (${line}:${column})`),
  );
}
