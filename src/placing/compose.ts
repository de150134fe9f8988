/** Files of Compose applications, and files that they mount into their containers. */
import type { InputFile } from '../model/input.ts';
import { folderOf, foldersAbove, joinPath } from '../text/path.ts';

/** `- ./filebeat.yml:/usr/share/filebeat/filebeat.yml:ro`, or `source: ./filebeat.yml`; `./{{ .name }}/daemon.json` of a template. */
const MOUNT =
  /^[ \t]{0,40}(?:-[ \t]{1,10}["']?(\.{1,2}\/(?:\{\{[^{}\n]{0,100}\}\}|[^:\s"']){1,300}):\/|(?:-[ \t]{1,10})?source:[ \t]{1,10}["']?(\.{1,2}\/[^:\s"']{1,300}))/gm;
const LONGEST_FILE = 400_000;
/** What a template or the environment fills in. */
const FILLED = /\{\{[^{}\n]{0,100}\}\}|\$\{[^{}\n]{0,100}\}/g;
const ANY = '*';

const NAME = /(?:^|\/)(?:docker-)?compose[^/]*\.ya?ml$/i;
const YAML = /\.ya?ml$/i;
const SERVICES = /^services:[ \t\r]*$/m;
const SERVICE =
  /^[ \t]{1,8}["']?[\w.-]{1,60}["']?:[ \t\r]*\n(?:[ \t]*#[^\n]*\n){0,5}[ \t]{2,16}(?:image|build|extends|container_name|restart|deploy|environment|ports|volumes|command|hostname|env_file|depends_on|networks):/m;
/** Pipelines have services too, and so have the nodes of RKE. */
const OTHERS = /^(?:apiVersion|kind|steps|pipeline|jobs|stages|nodes):/m;
const FIRST_SERVICE = 2000;

export function isComposeName(path: string): boolean {
  return NAME.test(path);
}

/** `stack.yml` and other names of files that have services of containers. */
export function hasComposeServices({ path, text }: InputFile): boolean {
  const at = YAML.test(path) ? text.search(SERVICES) : -1;
  return at >= 0 && SERVICE.test(text.slice(at, at + FIRST_SERVICE)) && !OTHERS.test(text);
}

/** The files, and the folders whose files, containers of Compose have. */
export function composeMounts(files: readonly InputFile[]): (path: string) => boolean {
  const mounted = new Set(files.flatMap(mountsOf));
  const shapes = new Map([...mounted].flatMap((path) => (path.includes(ANY) ? [shapeOf(path)] : [])));
  return (path) =>
    mounted.has(path) ||
    foldersAbove(path).some((folder) => folder !== '' && mounted.has(folder)) ||
    [...shapes.values()].some((isFilled) => mounted.has(withAny(path, isFilled)));
}

/** Which parts of a mount a template fills in: mounts are many, and their shapes are few. */
function shapeOf(mount: string): readonly [key: string, isFilled: readonly boolean[]] {
  const isFilled = mount.split('/').map((part) => part === ANY);
  return [isFilled.join(), isFilled];
}

/** The path as a mount of the shape would write it. */
function withAny(path: string, isFilled: readonly boolean[]): string {
  const parts = path.split('/');
  // A name is written out at the end, so that not every file of the folder is meant.
  if (parts.length !== isFilled.length || isFilled.at(-1)) return path;
  return parts.map((part, i) => (isFilled[i] ? ANY : part)).join('/');
}

function mountsOf({ path, text }: InputFile): readonly string[] {
  return [...text.slice(0, LONGEST_FILE).matchAll(MOUNT)].map(([, short, long]) =>
    joinPath(folderOf(path), (short ?? long ?? '').replace(FILLED, ANY)),
  );
}
