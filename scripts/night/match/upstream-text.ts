import type { ModelFacts, Parsed, Reading } from "../sources/source.ts";

/** The longest text kept: the longest of all names and ids so far has 90 characters. */
const LONGEST = 200;

/** Nothing one sees: controls, marks that turn the direction of what follows, line and paragraph ends, halves of characters. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}]+/gu;

/** Words of ASCII signs with one blank between: what nearly every text is, and nothing is taken from it. */
const PLAIN = /^[!-~]+(?: [!-~]+)*$/;

/**
 * A name or id as it may be kept and shown: without unseen characters, white space as one blank, cut at 200 characters.
 * `"GPT\u202e4\n"` → `"GPT4"`. Every output still escapes what its own format would read as more than text.
 */
export function cleanText(text: string): string {
  if (text.length <= LONGEST && PLAIN.test(text)) return text;
  const seen = text
    .slice(0, 4 * LONGEST)
    .replace(/\s+/g, " ")
    .replace(UNSEEN, "")
    .replace(/ +/g, " ")
    .trim();
  return seen.length <= LONGEST ? seen : [...seen].slice(0, LONGEST).join("").trim();
}

/** What a source said, with every text that comes from upstream cleaned. The one way into the night. */
export function withCleanTexts({ readings, models, skipped, ...rest }: Parsed): Parsed {
  return {
    ...rest,
    readings: readings.map(cleanReading),
    models: models.map(cleanFacts),
    skipped: skipped.map(({ subject, why, detail }) => ({
      ...{ subject: cleanText(subject), why },
      ...(detail === undefined ? {} : { detail: cleanText(detail) }),
    })),
  };
}

const cleanOrNull = (text: string | null): string | null => (text === null ? null : cleanText(text) || null);

function cleanReading(reading: Reading): Reading {
  const { platform, host, region, quantization, variant } = reading.key;
  return {
    ...reading,
    key: {
      ...reading.key,
      platform: cleanText(platform),
      host: cleanOrNull(host),
      region: cleanOrNull(region),
      quantization: cleanOrNull(quantization),
      variant: cleanOrNull(variant),
    },
    upstreamId: cleanText(reading.upstreamId),
    name: cleanOrNull(reading.name),
    huggingFaceId: cleanOrNull(reading.huggingFaceId),
    canonicalSlug: cleanOrNull(reading.canonicalSlug),
    canonicalId: cleanOrNull(reading.canonicalId ?? null),
    unreadMeters: reading.unreadMeters.map(cleanText),
  };
}

function cleanFacts(facts: ModelFacts): ModelFacts {
  return {
    ...facts,
    name: cleanText(facts.name) || facts.id,
    makerName: cleanText(facts.makerName) || facts.maker,
    huggingFaceId: cleanOrNull(facts.huggingFaceId),
    canonicalSlug: cleanOrNull(facts.canonicalSlug),
    knowledgeCutoff: cleanOrNull(facts.knowledgeCutoff),
    inputModalities: facts.inputModalities.map(cleanText),
    outputModalities: facts.outputModalities.map(cleanText),
  };
}
