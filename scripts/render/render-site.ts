import { FileRenderer, type Site } from "./render-files.ts";
import { type Renderers, SubjectQueue } from "./render-threads.ts";
import { outputPath, type RoutedFile, subjectOf } from "./site-file.ts";

/** All that is to be rendered, and who answers for a file in this thread. */
export interface SiteWork<File extends RoutedFile> {
  readonly site: Site;
  readonly files: readonly File[];
  readonly render: (request: Request, file: File) => Promise<Response>;
  /** The threads that render beside this one. */
  readonly beside: Renderers;
}

/** Renders every file, all about one model one after the other. Resolves to how many were written; throws where two routes make one file. */
export async function renderSite<File extends RoutedFile>(work: SiteWork<File>): Promise<number> {
  const { site, files, render, beside } = work;
  refuseTwins(files);
  const subjects = [...Map.groupBy(files, ({ pathname }) => subjectOf(pathname))];
  const isModel = (subject: string) => subject.startsWith("models/");
  const models = new SubjectQueue(subjects.filter(([subject]) => isModel(subject)).map(([, own]) => own));
  const sent = ({ pathname, type, component }: File): RoutedFile => ({ pathname, type, component });
  const others = beside.renderFrom({ take: (many) => models.take(many).map(sent) });
  const renderer = new FileRenderer<File>(site, render);
  // What is made of the whole catalogue is this thread's own; it would be worked out once more in each of the others.
  await renderer.renderAll(subjects.flatMap(([subject, own]) => (isModel(subject) ? [] : own)));
  for (let own = models.take(1); own.length > 0; own = models.take(1)) await renderer.renderAll(own);
  const counts = await Promise.all([renderer.end(), ...others]);
  return counts.reduce((sum, count) => sum + count, 0);
}

/** Two routes that claim one address would write one file twice. */
function refuseTwins(files: readonly RoutedFile[]): void {
  const makers = new Map<string, string>();
  for (const file of files) {
    const name = outputPath(file);
    const other = makers.get(name);
    if (other !== undefined) throw new Error(`${other} and ${file.component} both make ${name}`);
    makers.set(name, file.component);
  }
}
