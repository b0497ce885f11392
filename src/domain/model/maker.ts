import { z } from "zod";

/** A platform of the maker itself, and how its own models are distinguished from those it resells. */
export const OwnPlatform = z.strictObject({
  platform: z.string().min(1),
  /** What the last part of an own model's id begins with, in lower case: `["qwen", "qwq", "qvq"]` at Alibaba, which sells GLM too. */
  own: z.array(z.string().regex(/^[a-z0-9.-]+$/)).min(1),
  /** What the platform puts before the model's name: `amazon.`. */
  strip: z.string().min(1).optional(),
});
export type OwnPlatform = z.output<typeof OwnPlatform>;

/** Who trains models: the word before the slash in a model's id, as OpenRouter writes it, and where the maker sells them itself. */
export const Maker = z.strictObject({
  maker: z.string().regex(/^[a-z0-9-]+$/),
  name: z.string().min(1),
  /** International first. Empty = sold only by others, as far as models.dev knows. */
  platforms: z.array(OwnPlatform),
  /** What its models’ names begin with wherever they are sold, beside what its own platforms say: `ernie-` is Baidu’s. */
  families: z.array(z.string().regex(/^[a-z0-9.-]+$/)).optional(),
});
export type Maker = z.output<typeof Maker>;
