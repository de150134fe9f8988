/** Reads the reports that a run is asked to write into files. */
import { FORMATS, type Format } from './options.ts';
import { UsageError, unknownName } from './usage-error.ts';

/** `sarif=out.sarif` → the format and the file. */
export function readOutputs(lines: readonly string[]): readonly { readonly format: Format; readonly file: string }[] {
  return lines.map((line) => {
    const at = line.indexOf('=');
    const name = line.slice(0, Math.max(0, at));
    const file = line.slice(at + 1).trim();
    if (at < 1 || file === '')
      throw new UsageError(`Write outputs as FORMAT=FILE, for example sarif=out.sarif; not "${line}".`);
    const format = FORMATS.find((f) => f === name.trim());
    if (!format) throw new UsageError(unknownName('format', name, FORMATS));
    return { format, file };
  });
}
