/** What virt-customize, virt-builder and guestfish do in the disk of a machine that is not running. */
import { DISK_OPTIONS, DISK_TOOLS, type DiskOption, HOST_PLACES } from '../../data/remote-runners.ts';
import { viewOf } from '../../text/placed.ts';
import { listedNames } from '../flags.ts';
import { sub } from './flags.ts';
import { type Part, type Step, standingFor } from './runners.ts';
import type { ShellToken } from './words.ts';

export function changesDisks(program: string): boolean {
  return DISK_TOOLS.has(program) || program === 'guestfish';
}

/** Undefined where it does nothing inside. */
export function unwrapDisk(program: string, line: readonly ShellToken[]): Step | undefined {
  const parts = program === 'guestfish' ? commandsOfShell(line) : line.flatMap((word, i) => partsAt(line, word, i));
  return parts.length > 0
    ? { kind: 'parts', parts, words: [...line.slice(0, 1), ...diskOf(program, line)] }
    : undefined;
}

/** The option that names the disk, and its value. */
function diskOf(program: string, line: readonly ShellToken[]): readonly ShellToken[] {
  const place = HOST_PLACES.get(program);
  const at = line.findIndex(({ text }) => Array.isArray(place) && place.includes(text));
  return at < 0 ? [] : line.slice(at, at + 2);
}

function partsAt(line: readonly ShellToken[], word: ShellToken, i: number): readonly Part[] {
  const equals = word.text.startsWith('--') ? word.text.indexOf('=') : -1;
  const kind = DISK_OPTIONS.get(equals < 0 ? word.text : word.text.slice(0, equals));
  const value = equals < 0 ? line[i + 1] : sub(word, equals + 1);
  return kind && value ? partsOf(kind, value) : [];
}

function partsOf(kind: DiskOption, value: ShellToken): readonly Part[] {
  switch (kind) {
    case 'command':
      return [{ kind: 'script', view: viewOf(value) }];
    case 'script':
      return [standingFor(value, 'bash', value)];
    case 'install':
    case 'remove':
      return [standingFor(value, 'apt-get', kind, ...listedNames(value, sub))];
    case 'delete':
      return [standingFor(value, 'rm', '-rf', value)];
    case 'write':
    case 'copy': {
      const colon = value.text.indexOf(':');
      if (colon <= 0) return [];
      const [first, second] = [sub(value, 0, colon), sub(value, colon + 1)];
      if (kind === 'copy') return [standingFor(first, 'cp', first, second)];
      return [{ kind: 'command', words: [{ ...first, text: 'tee' }, first], input: viewOf(second) }];
    }
    default:
      return kind satisfies never;
  }
}

/** `guestfish -a disk.img -i sh 'systemctl enable docker' : upload a b` */
function commandsOfShell(line: readonly ShellToken[]): readonly Part[] {
  return line.flatMap((word, i): Part[] => {
    const [first, second] = [line[i + 1], line[i + 2]];
    if (!first || i === 0) return [];
    if (word.text === 'sh' || word.text === 'command') return [{ kind: 'script', view: viewOf(first) }];
    return word.text === 'upload' && second ? [standingFor(first, 'cp', first, second)] : [];
  });
}
