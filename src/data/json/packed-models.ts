import type { Need } from "../../domain/model/need.ts";
import type { NeedScale } from "../../domain/quality/need-scale.ts";
import type { SuccessByScale } from "../../domain/quality/task-success.ts";
import type { RankedQuality } from "../../domain/ranking/ranking.ts";
import type { RankableModel } from "../../domain/ranking/ranking-input.ts";
import type { NamedModel } from "../ranking-data.ts";
import { type FactColumn, factColumn, factsAt } from "./packed-offers.ts";

/** A model of a ranking but for its offers. Without a name: no source of any need has scored it, and it is only counted. */
export interface StoredModel extends Partial<NamedModel> {
  readonly id: string;
  readonly needs: readonly Need[];
  readonly quality: RankedQuality | null;
  /** Absent = no source of a need has scored it. */
  readonly needQuality?: RankableModel["needQuality"];
  readonly measuredUsd?: number;
  /** Absent = nobody measured it recently. */
  readonly success?: SuccessByScale;
  /** Absent = nobody measured it, or it does not think. */
  readonly outputRatio?: number;
}

/** Models, a column for each of their facts: two thirds of the bytes of as many objects. */
export interface PackedModels {
  readonly ids: readonly string[];
  /** Every other fact by its name. */
  readonly facts: Readonly<Record<string, FactColumn>>;
  readonly quality: PackedQualities;
  /** By the scale of a need. */
  readonly needQuality: Readonly<Record<string, PackedQualities>>;
}

/** Qualities of models in their order; one that has none has no figures. */
interface PackedQualities {
  readonly judged: FactColumn<Judged>;
  /** Tenths of a point, each model's own and then without each judge, as far from its own. */
  readonly values: readonly number[];
  /** How many tenths each interval reaches below its value, and above it. */
  readonly below: readonly number[];
  readonly above: readonly number[];
}

/** What a quality rests on, and what it is told of without one of these. */
interface Judged extends Pick<RankedQuality, "status" | "sources"> {
  readonly without?: readonly Pick<Without, "source" | "status">[];
}
type Without = NonNullable<RankedQuality["without"]>[number];

/** Of models a column for each fact. */
export function packModels(models: readonly StoredModel[]): PackedModels {
  const facts = models.map(({ id, quality, needQuality, ...plain }) => plain);
  const names = [...new Set(facts.flatMap((each) => Object.keys(each)))];
  const scales = [...new Set(models.flatMap(({ needQuality = {} }) => scalesOf(needQuality)))];
  return {
    ids: models.map(({ id }) => id),
    facts: Object.fromEntries(names.map((name) => [name, factColumn(facts.map((each) => Object(each)[name]))])),
    quality: packQualities(models.map(({ quality }) => quality)),
    needQuality: Object.fromEntries(
      scales.map((scale) => [scale, packQualities(models.map(({ needQuality }) => needQuality?.[scale] ?? null))]),
    ),
  };
}

/** What `packModels` wrote. */
export function unpackModels({ ids, facts, quality, needQuality }: PackedModels): readonly StoredModel[] {
  const columns = Object.entries(facts);
  const qualities = unpackQualities(quality);
  const byScale = Object.entries(needQuality).map(([scale, packed]) => [scale, unpackQualities(packed)] as const);
  return ids.map((id, at) => {
    const ofNeeds = byScale.flatMap(([scale, each]) => (each[at] == null ? [] : [[scale, each[at]] as const]));
    return {
      ...{ id, needs: [], ...factsAt(columns, at), quality: qualities[at] ?? null },
      ...(ofNeeds.length === 0 ? {} : { needQuality: Object.fromEntries(ofNeeds) }),
    };
  });
}

const scalesOf = (needQuality: RankableModel["needQuality"]): readonly NeedScale[] =>
  Object.keys(needQuality).filter((scale): scale is NeedScale => scale in needQuality);

function packQualities(all: readonly (RankedQuality | null)[]): PackedQualities {
  const figures = all.flatMap((quality) => {
    if (quality?.value == null) return [];
    const own = tenths(quality.value);
    const others = quality.without ?? [];
    return [quality, ...others].map((each, at) => {
      const [value, low, high] = [each.value ?? 0, ...(each.interval ?? [0, 0])].map(tenths);
      return { value: at === 0 ? own : (value ?? 0) - own, below: (value ?? 0) - (low ?? 0), above: (high ?? 0) - (value ?? 0) };
    });
  });
  return {
    judged: factColumn(all.map((quality) => (quality?.value == null ? undefined : judgedOf(quality)))),
    values: figures.map(({ value }) => value),
    below: figures.map(({ below }) => below),
    above: figures.map(({ above }) => above),
  };
}

const judgedOf = ({ status, sources, without }: RankedQuality): Judged => ({
  ...{ status, sources },
  ...(without === undefined ? {} : { without: without.map(({ source, status: left }) => ({ source, status: left })) }),
});

/** Qualities are to a tenth of a point. */
const tenths = (points: number): number => Math.round(points * 10);

function unpackQualities({ judged, values, below, above }: PackedQualities): readonly (RankedQuality | null)[] {
  let at = 0;
  const next = (own: number) => {
    const [value, low, high] = [own + (values[at] ?? 0), below[at] ?? 0, above[at] ?? 0];
    at += 1;
    const interval: [number, number] = [(value - low) / 10, (value + high) / 10];
    return { value: value / 10, interval };
  };
  return judged.places.map((place) => {
    const word = judged.words[place - 1];
    if (word === undefined) return null;
    const { without, ...said } = word;
    const quality = { ...said, ...next(0) };
    return without === undefined
      ? quality
      : { ...quality, without: without.map((each) => ({ ...each, ...next(tenths(quality.value)) })) };
  });
}
