import { setImmediate } from "node:timers/promises";
import { FileWriter } from "./file-writer.ts";
import { addressOf, fileName, type SiteFile } from "./site-file.ts";

/** Where the site stands: its folder, its base `/below/` and its origin. */
export interface Site {
  readonly folder: string;
  readonly base: string;
  readonly origin: string;
}

/** Renders files one after the other and writes them beside. */
export class FileRenderer<File extends SiteFile> {
  readonly #site: Site;
  readonly #render: (request: Request, file: File) => Promise<Response>;
  readonly #writer: FileWriter;

  constructor(site: Site, render: (request: Request, file: File) => Promise<Response>) {
    this.#site = site;
    this.#render = render;
    this.#writer = new FileWriter(site.folder);
  }

  async renderAll(files: readonly File[]): Promise<void> {
    for (const file of files) {
      const request = new Request(new URL(addressOf(file, this.#site.base), this.#site.origin));
      this.#writer.write(fileName(file), await bodyOf(await this.#render(request, file), file.pathname));
      await this.#writer.room();
      // What a response holds weakly is let go only between two turns of the event loop; all of them would stay in memory.
      await setImmediate();
    }
  }

  /** Resolves to how many files were written, once they are. */
  end(): Promise<number> {
    return this.#writer.end();
  }
}

async function bodyOf(response: Response, pathname: string): Promise<Uint8Array<ArrayBuffer>> {
  if (response.status !== 200 && !(response.status === 404 && /^\/404\/?$/.test(pathname)))
    throw new Error(`${pathname} answered ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}
