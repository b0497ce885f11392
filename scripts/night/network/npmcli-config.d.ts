/** The part of npm's own configuration reader we use; the package brings no types. */
declare module "@npmcli/config" {
  class Config {
    constructor(options: {
      readonly npmPath: string;
      readonly argv: readonly string[];
      readonly definitions: object;
      readonly shorthands: object;
      readonly flatten: unknown;
    });
    load(): Promise<void>;
    /** Every setting under the name pacote and its kin know it by. */
    get flat(): Readonly<Record<string, unknown>>;
  }
  export = Config;
}

declare module "@npmcli/config/lib/definitions/index.js" {
  /** npm's settings: their names and defaults, their short forms, and how they become options. */
  const npm: { readonly definitions: object; readonly shorthands: object; readonly flatten: unknown };
  export = npm;
}
