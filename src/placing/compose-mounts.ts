/** Files that a Compose application mounts into its containers. */
import type { InputFile } from '../model/input.ts';
import { folderOf, foldersAbove, joinPath } from '../text/path.ts';

/** `- ./filebeat.yml:/usr/share/filebeat/filebeat.yml:ro`, or `source: ./filebeat.yml` */
const MOUNT =
  /^[ \t]{0,40}(?:-[ \t]{1,10}["']?(\.{1,2}\/[^:\s"']{1,300}):\/|(?:-[ \t]{1,10})?source:[ \t]{1,10}["']?(\.{1,2}\/[^:\s"']{1,300}))/gm;
const LONGEST_FILE = 400_000;

/** The files, and the folders whose files, containers of Compose have. */
export function composeMounts(files: readonly InputFile[]): (path: string) => boolean {
  const mounted = new Set(files.flatMap(mountsOf));
  return (path) => mounted.has(path) || foldersAbove(path).some((folder) => folder !== '' && mounted.has(folder));
}

function mountsOf({ path, text }: InputFile): readonly string[] {
  return [...text.slice(0, LONGEST_FILE).matchAll(MOUNT)].map(([, short, long]) =>
    joinPath(folderOf(path), short ?? long ?? ''),
  );
}
