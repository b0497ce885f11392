import { setImmediate } from "node:timers/promises";
import { FileWriter } from "./file-writer.ts";
import { addressOf, outputPath, type SiteFile } from "./site-file.ts";

/** Where the site is: its folder, its base `/below/` and its origin. */
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

  /** Throws, with its address, where a file cannot be rendered or the disk refuses one. */
  async renderAll(files: readonly File[]): Promise<void> {
    for (const file of files) {
      this.#writer.write(outputPath(file), await this.#bodyOf(file));
      await this.#writer.room();
      // What a response holds weakly is let go only between two turns of the event loop; all of them would stay in memory.
      await setImmediate();
    }
  }

  /** Resolves to how many files were written, once they are. */
  end(): Promise<number> {
    return this.#writer.end();
  }

  async #bodyOf(file: File): Promise<Uint8Array<ArrayBuffer>> {
    const { pathname } = file;
    try {
      const response = await this.#render(new Request(new URL(addressOf(file, this.#site.base), this.#site.origin)), file);
      if (response.status !== 200 && !(response.status === 404 && /^\/404\/?$/.test(pathname)))
        throw new Error(`it answered ${response.status}`);
      return new Uint8Array(await response.arrayBuffer());
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      throw new Error(`${pathname} was not rendered: ${why}`, { cause: error });
    }
  }
}
