/** A file of the repository that a command fills in and prints: `sed "s/@IP@/$IP/" unit.tpl`, `envsubst < daemon.json.tpl`. */
import type { ShellToken } from './words.ts';
import { programOf } from './wrappers.ts';

/** Options whose value is the next word, where it is none of the files. */
const VALUED: ReadonlyMap<string, RegExp> = new Map([
  ['sed', /^(?:-e|-f|-l|--expression|--file|--line-length)$/],
  ['awk', /^(?:-F|-v|-f|--assign|--field-separator|--file)$/],
  ['perl', /^-[a-zA-Z]*[eE]$/],
  ['jq', /^(?:-f|--from-file|--indent|-L)$/],
  ['yq', /^(?:-e|-P|--indent)$/],
]);

/** Options that say the text of the program, which is the first word where none of them is there. */
const TEXTS: ReadonlyMap<string, RegExp> = new Map([
  ['sed', /^(?:-e|-f|--expression|--file)/],
  ['awk', /^(?:-f|--file)/],
  ['perl', /^-[a-zA-Z]*[eE]$/],
  ['jq', /^(?:-f|--from-file)/],
  ['yq', /^(?:-f|--from-file)/],
]);

/** The one file that the command prints, changed or not; what it reads from standard input is `inputFile`. */
export function renderedFile(words: readonly ShellToken[], inputFile: ShellToken | undefined): ShellToken | undefined {
  const program = programOf(words);
  switch (program) {
    case 'cat':
    case 'j2':
    case 'jinja2':
    case 'mo':
    case 'esh':
      return fileOf(plainWords(words), inputFile);
    case 'envsubst':
    case 'tr':
      return inputFile;
    case 'sed':
    case 'awk':
    case 'perl':
    case 'jq':
    case 'yq': {
      if (words.some(({ text }) => /^(?:-i|--in-place)/.test(text))) return undefined;
      const plain = plainWords(words, VALUED.get(program));
      const saysText = words.some(({ text }) => TEXTS.get(program)?.test(text) === true);
      return fileOf(saysText ? plain : plain.slice(1), inputFile);
    }
    default:
      return undefined;
  }
}

function fileOf(plain: readonly ShellToken[], inputFile: ShellToken | undefined): ShellToken | undefined {
  const [first, other] = plain.filter(({ text }) => text !== '-' && text !== '/dev/stdin');
  return other ? undefined : (first ?? inputFile);
}

function plainWords(words: readonly ShellToken[], valued?: RegExp): readonly ShellToken[] {
  return words.filter(
    ({ text }, i) => i > 0 && !text.startsWith('-') && valued?.test(words[i - 1]?.text ?? '') !== true,
  );
}
