/** Damages healthy files as a stranger would, the same way each time for the same number. */
import type { InputFile } from '../../src/model/input.ts';

/** Numbers in [0, 1) that depend on the seed and the case alone (mulberry32). */
export function randomOf(seed: number, index: number): () => number {
  let state = (Math.imul(seed, 0x9e3779b1) ^ Math.imul(index + 1, 0x85ebca6b)) >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const WORDS = [
  ...['constructor', '__proto__', 'toString', 'hasOwnProperty', 'valueOf', '\uE000', '\0', '\r', '\r\n', '\uFEFF'],
  ...['\u2028', '\ud800', '\u{1F600}', '{{', '}}', '{{ end }}', '{{- if .x }}', '{%', '<<EOF\n', "'", '"', '`', '$('],
  ...[')', '${', '}', '\\', '\\\n', '[', ']', '- ', ': ', '#', '&a ', '*a', '<<: *a', '|\n', '>-\n', '---\n', '\t'],
  ...['docker', 'docker ps', '/var/run/docker.sock', 'kubelet', '--container-runtime=docker', '$$', '%', '=', ';;'],
  ...['# dockershim: ignore[docker-cli-command] -- x\n', 'dockershim:', 'if ', 'fi\n', 'case x in\n', '$(A)', '@"\n'],
];

const WRAPPERS: readonly (readonly [string, string])[] = [
  ['a:\n', ''],
  ['{{ if .Values.a }}\n', '\n{{ end }}'],
  ['$(', ')'],
  ["sh -c '", "'"],
  ['"', '"'],
  ['cat > /etc/docker/daemon.json <<EOF\n', '\nEOF\n'],
  ['[', ']'],
];

type Random = () => number;

export function mutated(seeds: readonly InputFile[], random: Random): InputFile {
  const { path } = pick(seeds, random);
  // Mostly the text that belongs to the name, sometimes that of another language.
  const own = seeds.filter((seed) => seed.path === path);
  let { text } = pick(random() < 0.9 ? own : seeds, random);
  const times = 1 + Math.floor(random() * 4);
  for (let i = 0; i < times; i++) text = once(text, seeds, random).slice(0, 6000);
  return { path, text };
}

function once(text: string, seeds: readonly InputFile[], random: Random): string {
  const start = Math.floor(random() * (text.length + 1));
  const end = Math.min(text.length, start + Math.floor(random() ** 3 * 200));
  const [before, middle, after] = [text.slice(0, start), text.slice(start, end), text.slice(end)];
  switch (Math.floor(random() * 9)) {
    case 0: {
      const other = pick(seeds, random).text;
      const from = Math.floor(random() * other.length);
      return before + other.slice(from, from + Math.floor(random() * 300)) + after;
    }
    case 1:
      return before + middle.repeat(2 + Math.floor(random() * 4)) + after;
    case 2:
      return before + after;
    case 3: {
      const [open, close] = pick(WRAPPERS, random);
      return before + open + middle.replace(/\n/g, '\n  ') + close + after;
    }
    case 4:
      return before + String.fromCharCode(Math.floor(random() * (random() < 0.8 ? 256 : 65536))) + after;
    case 5:
      return random() < 0.5 ? text.replace(/\r?\n/g, '\r\n') : `\uFEFF${text}`;
    case 6:
      return middle + before + after;
    default:
      return before + pick(WORDS, random) + (random() < 0.5 ? middle : '') + after;
  }
}

function pick<T>(values: readonly T[], random: Random): T {
  const value = values[Math.floor(random() * values.length)];
  if (value === undefined) throw new Error('there is nothing to choose from');
  return value;
}
