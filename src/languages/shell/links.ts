/** What a command makes run, copies or builds from other files of the repository. */
import type { CommandFact } from '../../model/fact.ts';
import { fileTarget, type Link, type LinkTarget } from '../../model/link.ts';
import type { Site } from '../../model/site.ts';
import { type Folder, insideFolder } from './folders.ts';
import { isShell } from './wrappers.ts';

/** Longer words are no paths. */
const LONGEST = 500;

export function commandLinks(
  { document, program, words, site, pod, ...fact }: CommandFact,
  folder: Folder,
  perhaps: boolean,
): readonly Link[] {
  const texts = words.map(({ text }) => text);
  const conditions = fact.conditions.length > 0 ? fact.conditions : undefined;
  const shared = { from: document, site, pod, conditions, ...(perhaps ? { perhaps } : {}) };
  const link = (to: LinkTarget, kind: Link['kind']): Link => ({ ...shared, to, kind });
  const file = (path: string | undefined, kind: Link['kind'], target?: string) =>
    path !== undefined && path !== '' && path.length < LONGEST
      ? [{ ...link(fileTarget(insideFolder(folder, path)), kind), target }]
      : [];
  const first = texts[0] ?? '';
  if (program === 'source' || first === '.') return file(texts[1], 'sources');
  if (isShell(program))
    return file(
      texts.slice(1).find((text) => !/^[-+]/.test(text)),
      'calls',
    );
  switch (program) {
    case 'make':
    case 'gmake':
      return makeTargets(texts).map((to) => link(to, 'calls'));
    case 'ansible-playbook':
      return texts.slice(1).flatMap((text) => (/\.ya?ml$/.test(text) ? file(text, 'calls') : []));
    case 'cp':
    case 'install':
    case 'scp':
    case 'rsync':
    case 'mv':
    case 'ln':
      return plainWords(texts)
        .slice(0, -1)
        .flatMap((text) => file(text, 'copies', plainWords(texts).at(-1)));
    case 'docker':
    case 'podman':
    case 'nerdctl':
    case 'buildah':
      return imageBuild(texts).map(({ to, image }) => ({ ...link(to, 'builds'), image }));
    default:
      return isScript(program, first) ? file(first, 'calls') : [];
  }
}

/** `ssh node bash -s < setup.sh` */
export function inputLinks(
  { document, pod }: Pick<CommandFact, 'document'> & { readonly pod?: CommandFact['pod'] },
  path: string,
  site: Site | undefined,
): readonly Link[] {
  return path !== '' && path.length < LONGEST
    ? [{ from: document, site, to: fileTarget(path), kind: 'calls', pod }]
    : [];
}

/** `sed … unit.tpl > /etc/systemd/system/x.service`: what is filled in has its place there. */
export function placedLinks(
  { document, site, conditions }: CommandFact,
  from: string,
  targets: readonly string[],
): readonly Link[] {
  if (from === '' || from.length > LONGEST) return [];
  return targets
    .filter((target) => target.startsWith('/') && !target.startsWith('/dev/'))
    .map((target) => ({
      from: document,
      site,
      to: fileTarget(from),
      kind: 'copies',
      target,
      conditions: conditions.length > 0 ? conditions : undefined,
    }));
}

function isScript(program: string, first: string): boolean {
  return /\.(sh|bash|py|pl|rb)$/.test(program) || (first.includes('/') && !/^[/-]|:\/\//.test(first));
}

function plainWords(texts: readonly string[]): readonly string[] {
  return texts.slice(1).filter((text) => !text.startsWith('-'));
}

/** `make -C images push VERSION=1`: the targets, and the folder of their makefile. */
function makeTargets(texts: readonly string[]): readonly LinkTarget[] {
  const folder = optionValue(texts, ['-C', '--directory']);
  const valued = /^(-C|-f|-o|-W|-I|--directory|--file|--makefile)$/;
  return texts
    .filter((text, i) => i > 0 && /^[\w./-]+$/.test(text) && !text.startsWith('-') && !valued.test(texts[i - 1] ?? ''))
    .map((name) => ({ kind: 'make-target', name, folder }));
}

/** `docker build -t IMAGE -f FILE FOLDER`. */
function imageBuild(texts: readonly string[]): readonly { readonly to: LinkTarget; readonly image: string }[] {
  const verb = texts.findIndex((text) => /^(build|build-using-dockerfile|bud)$/.test(text));
  if (verb < 0 || texts.slice(1, verb).some((text) => !/^(-|image$|buildx$|builder$)/.test(text))) return [];
  const rest = texts.slice(verb);
  const images = optionValues(rest, ['-t', '--tag']);
  const file = optionValue(rest, ['-f', '--file']);
  const context = rest.at(-1) ?? '.';
  const to = fileTarget(file ?? (/^[-]|:\/\//.test(context) ? 'Dockerfile' : `${context}/Dockerfile`));
  return images.map((image) => ({ to, image }));
}

function optionValue(texts: readonly string[], names: readonly string[]): string | undefined {
  return optionValues(texts, names)[0];
}

function optionValues(texts: readonly string[], names: readonly string[]): readonly string[] {
  return texts.flatMap((text, i) => {
    if (names.includes(texts[i - 1] ?? '')) return [text];
    const name = names.find((one) => one.startsWith('--') && text.startsWith(`${one}=`));
    return name === undefined ? [] : [text.slice(name.length + 1)];
  });
}
