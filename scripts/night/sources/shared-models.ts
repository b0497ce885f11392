import type { Maker } from "../../../src/domain/model/maker.ts";
import { makersOfOrg } from "../../../src/domain/model/maker-org.ts";
import { Model } from "../../../src/domain/model/model.ts";
import { isFloatingAlias, readSpelling } from "../../../src/domain/model/model-slug.ts";
import { isWayOfSelling, type VariantWords } from "../../../src/domain/model/variant-words.ts";
import { compareText } from "../../../src/domain/money/compare-text.ts";
import { withDottedVersion } from "./models-dev/models-dev-facts.ts";
import type { SellerTables } from "./price-pages/seller-tables.ts";

/** What of a catalogue's row says which model it is. */
export interface SoldRow {
  readonly platform: string;
  readonly words: VariantWords;
  /** The maker's own id of it, where the catalogue says it. */
  readonly canonicalId: string | null;
}

/** A model by an id in our form, with the row that describes it. */
export interface SharedModel<Row> {
  readonly id: string;
  readonly makerName: string;
  readonly row: Row;
}

/**
 * The models that two or more platforms of a catalogue sell, and OpenRouter does not list: they get pages of their own. A platform that nobody
 * wrote down does not count: many new names in one night must leave no models behind when they go. Rows are one model
 * where they have one canonical id, else where their names read the same. Whose a model is, its canonical id says, or its family; where
 * neither does, it is nobody's, and no model. `groq/allam-2-7b` and `tempr/groq/allam-2-7b` of `sdaia/allam-2-7b` → `sdaia/allam-2-7b`.
 */
export function sharedModels<Row extends SoldRow>(
  rows: readonly Row[],
  { makers, platforms }: Pick<SellerTables, "makers" | "platforms">,
): readonly SharedModel<Row>[] {
  const writtenDown = new Set(platforms.map(({ id }) => id));
  const named = rows
    .filter(({ platform }) => writtenDown.has(platform))
    .map((row) => ({ row, text: readSpelling(row.canonicalId ?? row.words.bareId).text }));
  const groups = Map.groupBy(
    named.filter(({ text }) => !isFloatingAlias(text)),
    ({ text }) => text,
  );
  const familyOf = familyFinder(makers);
  return [...groups.values()].flatMap((group) =>
    sharedModel(
      group.map(({ row }) => row),
      makers,
      familyOf,
    ),
  );
}

function sharedModel<Row extends SoldRow>(
  rows: readonly Row[],
  makers: readonly Maker[],
  familyOf: FamilyFinder,
): readonly SharedModel<Row>[] {
  const platforms = new Set(rows.map(({ platform }) => platform));
  if (platforms.size < 2 || platforms.has("openrouter")) return [];
  const named = rows.flatMap((row) => nameOf(row, familyOf) ?? []).toSorted(byPlainness)[0];
  if (named === undefined) return [];
  const { maker, slug, row } = named;
  const id = `${maker}/${withDottedVersion(slug)}`;
  if (!Model.shape.id.safeParse(id).success) return [];
  return [{ id, makerName: makers.find((each) => each.maker === maker)?.name ?? maker, row }];
}

interface Named<Row> {
  readonly maker: string;
  readonly slug: string;
  readonly isCanonical: boolean;
  readonly row: Row;
}

/** The maker's own name first, then the name in the most platforms' form: the shortest. Of rows of one name one that sells the model itself, then the one the catalogue lists first. */
const byPlainness = <Row extends SoldRow>(a: Named<Row>, b: Named<Row>): number =>
  Number(b.isCanonical) - Number(a.isCanonical) ||
  Number(isWayOfSelling(a.row.words)) - Number(isWayOfSelling(b.row.words)) ||
  Number(isGlued(a.row.words)) - Number(isGlued(b.row.words)) ||
  a.slug.length - b.slug.length ||
  compareText(a.slug, b.slug) ||
  Number(isResold(a)) - Number(isResold(b));

/** A platform behind the platform stands before the name, `amazon/mistral.pixtral-large-2502-v1:0`: such a row describes that sale. */
const isResold = <Row extends SoldRow>({ maker, row }: Named<Row>): boolean => {
  const [org = "", ...name] = row.words.bareId.toLowerCase().split("/");
  return name.length > 0 && !(makersOfOrg(org) ?? []).includes(maker);
};

/** The vendor glued to the name, `anthropic--claude-3-opus`: who writes so calls the model so too. */
const isGlued = ({ bareId }: VariantWords): boolean => bareId.includes("--");

function nameOf<Row extends SoldRow>(row: Row, familyOf: FamilyFinder): Named<Row> | null {
  const name = (row.canonicalId ?? row.words.bareId).toLowerCase();
  const slug = name.split("/").at(-1) ?? "";
  const org = name.split("/")[0] ?? "";
  if (row.canonicalId === null) return bareName(row, slug, familyOf);
  const [only, ...others] = makersOfOrg(org) ?? [];
  const maker = others.length === 0 ? only : (familyOf(slug) ?? only);
  return maker === undefined ? null : { maker, slug, isCanonical: true, row };
}

/** The name as it is written, or without the vendor that is glued to it: `anthropic--claude-3-opus`. */
function bareName<Row extends SoldRow>(row: Row, slug: string, familyOf: FamilyFinder): Named<Row> | null {
  for (const each of [slug, readSpelling(slug).text]) {
    const maker = familyOf(each);
    if (maker !== null) return { maker, slug: each, isCanonical: false, row };
  }
  return null;
}

/** Whose family a name is of, by the longest start that fits; null = nobody's. `ernie-5.1` → `baidu`. */
type FamilyFinder = (slug: string) => string | null;

function familyFinder(makers: readonly Maker[]): FamilyFinder {
  const starts = makers
    .flatMap(({ maker, families = [], platforms }) =>
      [...families, ...platforms.flatMap(({ own }) => own)].map((start) => ({ maker, start })),
    )
    .toSorted((a, b) => b.start.length - a.start.length);
  return (slug) => starts.find(({ start }) => slug.startsWith(start))?.maker ?? null;
}
