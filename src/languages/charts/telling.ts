/** Whether a word stands where a chart can bring it to a cluster, or where a rule reads it as it is. */
import { isChartSettings, isManifest, isMetadata, isNotes, isTemplate } from '../../recognise/chart-layout.ts';

interface ChartFile {
  readonly path: string;
  readonly text: string;
}

type HasWord = (text: string) => boolean;

/** `files` are those that have a word at all, of `all` that the chart has. */
export function mayTell(files: readonly ChartFile[], all: readonly ChartFile[], hasWord: HasWord): boolean {
  const telling = files.filter(({ text }) => hasWord(withoutComments(text)));
  const prints = (what: RegExp) =>
    all.some(({ path, text }) => (isTemplate(path) || isMetadata(path)) && what.test(text));
  return (
    telling.some((file) => isToldAsItIs(file, hasWord)) ||
    (telling.some(({ path }) => isMetadata(path)) && prints(OTHER_METADATA)) ||
    (telling.some(({ path }) => !isMetadata(path) && !isNotes(path)) && prints(FILES))
  );
}

/** Whether nothing else has to print the file for its word to count. */
function isToldAsItIs({ path, text }: ChartFile, hasWord: HasWord): boolean {
  if (isMetadata(path)) return hasWord(withoutComments(withoutDescription(text)));
  if (isNotes(path)) return DEFINES.test(text);
  return isTemplate(path) || isManifest(path) || isChartSettings(path);
}

/** What a file of a chart says to a cluster: comments of YAML, and of the templates in it, are for people. */
export function withoutComments(text: string): string {
  return text.replace(/\{\{-?\s*\/\*[^{]*?\*\/\s*-?\}\}|^[ \t]*#(?!!).*$/gm, '');
}

/** A template that reads its chart otherwise than by what each object is labelled with. */
const OTHER_METADATA = /\bChart\b(?!\.(?:Name|Version|AppVersion|ApiVersion|KubeVersion|Type|yaml)\b)/;
/** A template that prints files, or a chart that takes its helpers from one beside it, which may. */
const FILES = /\bFiles\b|\bfile:\/\//;
const DEFINES = /\{\{-?[ \t]*define\b/;

/** The text for people who look for a chart: no rule reads it. */
function withoutDescription(text: string): string {
  return text.replace(/^(?:annotations|description|home|icon|keywords|maintainers|sources):.*(?:\r?\n[ \t-].*)*/gm, '');
}
