/**
 * As much of a browser's document as the table renderer uses, whose elements say their own HTML. A real browser draws the same tables in
 * `tests/e2e`; here they only have to be compared with what the server wrote.
 */
export class PageElement {
  readonly name: string;
  private readonly attributes = new Map<string, string>();
  private children: readonly unknown[] = [];

  constructor(name: string) {
    this.name = name;
  }

  set className(value: string) {
    this.attributes.set("class", value);
  }

  setAttribute(name: string, value: string): void {
    this.attributes.set(name, value);
  }

  removeAttribute(name: string): void {
    this.attributes.delete(name);
  }

  append(...children: readonly unknown[]): void {
    this.children = [...this.children, ...children];
  }

  replaceChildren(...children: readonly unknown[]): void {
    this.children = children;
  }

  get innerHTML(): string {
    return this.children.map((child) => (child instanceof PageElement ? child.outerHTML : escaped(String(child)))).join("");
  }

  get outerHTML(): string {
    const attributes = [...this.attributes].map(([name, value]) => (value === "" ? ` ${name}` : ` ${name}="${inQuotes(value)}"`));
    const tag = `<${this.name}${attributes.join("")}>`;
    return this.name === "input" ? tag : `${tag}${this.innerHTML}</${this.name}>`;
  }
}

/** What stands in for `document`. */
export const pageOfElements = {
  createElement: (name: string) => new PageElement(name),
  createElementNS: (_: string, name: string) => new PageElement(name),
};

const escaped = (text: string): string => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

const inQuotes = (value: string): string => value.replaceAll("&", "&amp;").replaceAll('"', "&quot;");
