/** Commands that bring images onto the node, name them, and take them away. */
import type { CommandPurpose } from '../../../data/docker-cli/commands.ts';
import type { Token } from '../../../model/document.ts';
import { table } from '../../../text/table.ts';
import { HOLE, hasHole } from '../../../text/view.ts';
import { type DockerCommand, hasOption, valuesOf } from './command.ts';
import { isId } from './containers.ts';
import { type Found, type ImageTools, lostOptions } from './found.ts';
import { listOf, shellQuote, typedWord } from './typed.ts';

type ImagePurpose = Extract<
  CommandPurpose,
  'pull' | 'load' | 'save' | 'tag' | 'push' | 'remove-images' | 'prune-images' | 'prune-system'
>;

const UNPACK = table({ gz: 'gunzip -c', tgz: 'gunzip -c', xz: 'xz -dc', zst: 'zstd -dc' });
/** Anything else is the template of another tool. */
const REFERENCE = /^[\w.][\w./:@-]*$/;

export function imageAnswer(command: DockerCommand, purpose: ImagePurpose, tools: ImageTools): Found {
  switch (purpose) {
    case 'pull':
      return pull(command);
    case 'load':
      return load(command, tools);
    case 'save':
      return save(command, tools);
    case 'tag':
      return two(command, tools === 'ctr' ? 'ctr -n k8s.io images tag' : 'podman tag', tools);
    case 'push':
      return push(command, tools);
    case 'remove-images':
      return remove(command, tools);
    case 'prune-images':
      return prune(command);
    case 'prune-system':
      return hasOption(command, 'all') ? prune(command) : {};
    default:
      return purpose satisfies never;
  }
}

/** `owner/name:$TAG`: the name is written, and no host stands in front of it. */
const OPEN_TAG = new RegExp(`^[a-z0-9][\\w-]*/[\\w.-]+:[\\w.${HOLE}-]*${HOLE}[\\w.${HOLE}-]*$`);

const WITH_VARIABLES = /^(?=[^$]{0,200}\$)(?:[\w.:/@-]|\$\{\w{1,80}\}){1,300}$/;

/** `$registry/app:$tag`, `$env:IMAGE`, `$($app.image)`: as PowerShell writes them. */
const WITH_BARE_VARIABLES = /^(?=[^$]{0,200}\$)(?:[\w.:/@-]|\$\w|\$\{[\w:]{1,80}\}|\$\([$\w.:[\]-]{1,80}\)){1,300}$/;

/** With its registry, which ctr and podman do not guess: `docker.io/library/app`. */
export function imageName(token: Token): string {
  const { text, typed, variable } = typedWord(token, 'IMAGE');
  if (typed === 'IMAGE') return typed;
  if (OPEN_TAG.test(text)) return between('docker.io/', typed, '');
  if (hasHole(text) || isId(text)) return typed;
  // A unit fills its variables in itself: `registry.example.com/app:${VERSION}`.
  if (WITH_VARIABLES.test(text)) return text;
  // PowerShell fills in its own where the word stands bare, or between double quotes.
  if (WITH_BARE_VARIABLES.test(text)) return /^\$\w+$/.test(text) ? text : shellQuote(text);
  if (!REFERENCE.test(text)) return variable ? typed : 'IMAGE';
  const tag = /[:@]/.exec(text.slice(text.lastIndexOf('/') + 1));
  return between(registryFor(text), typed, tag || text === '' ? '' : ':latest');
}

/** Inside the quotes that stand around a word. */
function between(before: string, typed: string, behind: string): string {
  const quote = /^(["']).*\1$/.exec(typed)?.[1] ?? '';
  return `${quote}${before}${typed.slice(quote.length, typed.length - quote.length)}${behind}${quote}`;
}

/** What docker reads in front of a name without a host. */
function registryFor(text: string): string {
  const [host = ''] = text.split('/');
  if (!text.includes('/')) return 'docker.io/library/';
  return /[.:]|^localhost$/.test(host) ? '' : 'docker.io/';
}

function pull(command: DockerCommand): Found {
  const notes = lostOptions(command, 'crictl pull', new Map());
  if (hasOption(command, 'all-tags')) return { notes };
  return { text: forEachImage(command.operands, (image) => `crictl pull ${image}`), notes };
}

function forEachImage(images: readonly Token[], command: (image: string) => string): string {
  const list = listOf(images);
  if (list !== undefined) return `for image in ${list}; do ${command('"$image"')}; done`;
  return forEach('image', images.map(imageName), command);
}

/** One command, or a loop where the task of a playbook names several. */
function forEach(name: string, words: readonly string[], command: (word: string) => string): string {
  const [first = name.toUpperCase(), ...others] = words;
  if (others.length === 0) return command(first);
  return `for ${name} in ${words.join(' ')}; do ${command(`"$${name}"`)}; done`;
}

function load(command: DockerCommand, tools: ImageTools): Found {
  const input = valuesOf(command, 'input').at(-1);
  const notes = lostOptions(command, tools, new Map([['input', '']]));
  if (!input)
    return {
      text: tools === 'ctr' ? 'ctr -n k8s.io images import -' : 'podman load',
      notes: [...notes, 'it reads the same standard input'],
    };
  const inputs = [input, ...command.operands];
  const files = inputs.map((one) => typedWord(one, 'FILE').typed);
  if (tools === 'podman') return { text: forEach('file', files, (file) => `podman load -i ${file}`), notes };
  const [unpack, ...others] = new Set(inputs.map(({ text }) => UNPACK.get(/\.(\w+)$/.exec(text)?.[1] ?? '')));
  if (others.length > 0) return { notes };
  const text = forEach('file', files, (file) =>
    unpack ? `${unpack} ${file} | ctr -n k8s.io images import -` : `ctr -n k8s.io images import ${file}`,
  );
  return { text, notes };
}

function save(command: DockerCommand, tools: ImageTools): Found {
  const output = valuesOf(command, 'output').at(-1);
  const file = output && typedWord(output, 'FILE').typed;
  const images = command.operands.map(imageName);
  const notes = lostOptions(command, tools, new Map([['output', '']]));
  const id = writtenId(command, tools);
  if (id) return { notes: [...notes, idNote(id)] };
  if (images.length === 0) images.push('IMAGE');
  if (tools === 'ctr') return { text: ['ctr -n k8s.io images export', file ?? '-', ...images].join(' '), notes };
  return {
    text: ['podman save', ...(images.length > 1 ? ['-m'] : []), ...(file ? [`-o ${file}`] : []), ...images].join(' '),
    notes,
  };
}

function two(command: DockerCommand, tool: string, tools: ImageTools): Found {
  const [from, to] = command.operands;
  if (!from || !to) return {};
  if (tools === 'ctr' && isId(from.text)) return { notes: [idNote(from)] };
  return { text: `${tool} ${imageName(from)} ${imageName(to)}` };
}

/** In the place of a command that would not find the image. */
function idNote({ text, start, end }: Token): string {
  return `ctr takes names, not ids: \`crictl inspecti ${end > start ? text : 'ID'}\` prints those of an id`;
}

/** An id that the line writes, and not one that stands for what another command prints. */
function writtenId({ operands }: DockerCommand, tools: ImageTools): Token | undefined {
  return tools === 'ctr' ? operands.find(({ text, start, end }) => end > start && isId(text)) : undefined;
}

function push(command: DockerCommand, tools: ImageTools): Found {
  if (command.operands.length === 0 || hasOption(command, 'all-tags')) return {};
  const tool = tools === 'ctr' ? 'ctr -n k8s.io images push' : 'podman push';
  const id = writtenId(command, tools);
  if (id) return { notes: [idNote(id)] };
  const notes = listOf(command.operands) === undefined ? [] : ['with the full names of the images'];
  return { text: forEachImage(command.operands, (image) => `${tool} ${image}`), notes };
}

/** `crictl rmi` takes every name of the image away, so it is right for ids only. */
function remove(command: DockerCommand, tools: ImageTools): Found {
  const names = command.operands;
  if (names.length > 0 && names.every(({ text }) => isId(text)))
    return { text: `crictl rmi ${names.map(({ text }) => text).join(' ')}` };
  // Nothing says whether they are names or ids, and crictl takes both.
  if (tools === 'ctr' && names.length > 0 && names.every(isPrinted))
    return {
      text: `crictl rmi ${names.map((word) => typedWord(word, 'IMAGE').typed).join(' ')}`,
      notes: ['it takes ids and names, and removes all names of the image'],
    };
  const images = listOf(names) ?? (names.map(imageName).join(' ') || 'IMAGE');
  return {
    text: tools === 'ctr' ? `ctr -n k8s.io images rm ${images}` : `podman rmi ${images}`,
    notes:
      tools === 'ctr' && names.some(({ text }) => hasHole(text))
        ? ['with the full name of the image; `crictl rmi` takes ids and removes all names of the image']
        : [],
  };
}

/** `$(cat unused.txt)`, `$IMAGE_ID` */
function isPrinted(word: Token): boolean {
  const { typed } = typedWord(word, 'IMAGE');
  return (
    /^"?(?:\$\(|`)/.test(typed) || /^"?\$\{?(?:\w*_)?ids?\}?"?$/i.test(typed) || /^"?\$\{?\w+Ids?\}?"?$/.test(typed)
  );
}

/** Without `-a` docker removes images without a name only. */
function prune(command: DockerCommand): Found {
  if (hasOption(command, 'filter') || command.options.some(({ known }) => !known))
    return { notes: ['crictl cannot choose images by these filters'] };
  if (hasOption(command, 'all'))
    return {
      text: 'crictl rmi --prune',
      notes: hasOption(command, 'volumes') ? ['a CRI runtime keeps no volumes'] : [],
    };
  return { text: 'crictl images -q --filter dangling=true | xargs -r crictl rmi' };
}
