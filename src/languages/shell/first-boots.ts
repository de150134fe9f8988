/** Files that a script hands to the tool of a cloud for the machines which it makes: what stands in them runs there, at the first boot. */
import type { Token } from '../../model/document.ts';
import { once } from '../../text/once.ts';
import { spanOf } from '../../text/placed.ts';
import { spanText } from '../../text/source.ts';
import { hasHole, type View } from '../../text/view.ts';

/** `aws ec2 run-instances --user-data "file://$boot"`, `gcloud … --metadata-from-file startup-script=boot.sh`; `script` is the text with both. */
export function isForNewMachine(file: Token, script: View): boolean {
  const handed = handedOn(script);
  return handed.size > 0 && spellings(file).some((name) => handed.has(name));
}

/** The name as it is written; that of the variable where it comes out of one: `boot=$(mktemp)`. */
function spellings(file: Token): readonly string[] {
  const span = spanOf(file);
  const before = span.source.text.slice(Math.max(0, span.start - 90), span.start);
  const variable = /(?<!\w)([A-Za-z_]\w{0,80})=["']?$/.exec(before)?.[1];
  const known = hasHole(file.text) ? [] : [file.text];
  return variable === undefined
    ? [plainly(spanText(span).slice(0, LONGEST_NAME)), ...known]
    : [`$${variable}`, ...known];
}

const LONGEST_NAME = 200;

const handedOn = once(
  ({ text }: View): ReadonlySet<string> =>
    new Set([...text.matchAll(HANDED)].flatMap(([, name = '']) => (name.length > 1 ? plainly(name) : []))),
);

const HANDED =
  /(?<=\s)--(?:user-?data(?:-from-file|-file)?|custom-data|metadata-from-file)(?:=|\s{1,9})["']?(?:[\w-]{1,40}=)?["']?(?:fileb?:\/\/|@)?["']?([$\w.{}/-]{1,200})/g;

/** `$boot` for `"${boot}"`. */
function plainly(name: string): string {
  return name.replace(/["']/g, '').replace(/^\$\{(\w+)\}$/, '$$$1');
}
