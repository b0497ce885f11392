import { existsSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import ts from "typescript";

export interface Import {
  readonly file: string;
  readonly from: string;
  /** Nothing of it is left once the types are gone. */
  readonly isTypeOnly: boolean;
}

/** What a file imports or passes on, dynamic imports too; of a page or component its frontmatter. */
export function importsOf(file: string): readonly Import[] {
  const text = readFileSync(file, "utf8");
  const code = file.endsWith(".astro") ? (/^---\n(.*?)\n---/s.exec(text)?.[1] ?? "") : text;
  const source = ts.createSourceFile(
    file,
    code,
    ts.ScriptTarget.Latest,
    true,
    file.endsWith("x") ? ts.ScriptKind.TSX : undefined,
  );
  const imports: Import[] = [];
  const visit = (node: ts.Node): void => {
    const from = importedFrom(node);
    if (from !== null) imports.push({ file, from, isTypeOnly: isTypeOnly(node) });
    ts.forEachChild(node, visit);
  };
  visit(source);
  return imports;
}

/** The way by which value imports lead from a file to a package, or null. */
export function wayTo(wanted: string, file: string, seen = new Set<string>()): string | null {
  if (seen.has(file) || !existsSync(file)) return null;
  seen.add(file);
  for (const { from, isTypeOnly } of importsOf(file)) {
    if (isTypeOnly) continue;
    if (from === wanted) return file;
    const further = from.startsWith(".") ? wayTo(wanted, normalize(join(dirname(file), from)), seen) : null;
    if (further !== null) return `${file} → ${further}`;
  }
  return null;
}

function importedFrom(node: ts.Node): string | null {
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) {
    const { moduleSpecifier } = node;
    return moduleSpecifier !== undefined && ts.isStringLiteral(moduleSpecifier) ? moduleSpecifier.text : null;
  }
  if (!ts.isCallExpression(node) || node.expression.kind !== ts.SyntaxKind.ImportKeyword) return null;
  const [argument] = node.arguments;
  return argument !== undefined && ts.isStringLiteral(argument) ? argument.text : null;
}

function isTypeOnly(node: ts.Node): boolean {
  if (ts.isExportDeclaration(node)) return node.isTypeOnly;
  if (!ts.isImportDeclaration(node) || node.importClause === undefined) return false;
  const { phaseModifier, name, namedBindings } = node.importClause;
  if (phaseModifier === ts.SyntaxKind.TypeKeyword) return true;
  if (name !== undefined || namedBindings === undefined || !ts.isNamedImports(namedBindings)) return false;
  return namedBindings.elements.length > 0 && namedBindings.elements.every((element) => element.isTypeOnly);
}
