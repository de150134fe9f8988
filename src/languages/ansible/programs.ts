/** Programs of Docker Engine that a task puts on its hosts without a package manager: files, loops of files, an archive. */
import { ENGINE_PROGRAMS } from '../../data/packages.ts';
import type { Token } from '../../model/document.ts';
import { baseName } from '../../text/path.ts';
import { spanText } from '../../text/source.ts';

/** A folder of programs: `/usr/local/bin`, `{{ bin_dir }}`. */
const PROGRAM_FOLDER = /\bs?bin\b|bin_?dir/i;
const ARCHIVE = /(?:^|\/)docker-(?:ce-)?(?:v?\d|\{\{)[^/]*\.(?:tgz|tar\.gz)$/;

/** The words that name what is copied: the items of the loop, or the file itself. */
export function copiedPrograms(
  module: string,
  args: ReadonlyMap<string, readonly Token[]>,
  items: readonly Token[],
): readonly Token[] {
  const [source] = args.get('src') ?? args.get('url') ?? [];
  const [target] = args.get('dest') ?? [];
  if (!source || !target || !PROGRAM_FOLDER.test(written(target))) return [];
  if (module === 'unarchive') return ARCHIVE.test(written(source)) ? [source] : [];
  if (!/^(?:copy|get_url|synchronize)$/.test(module)) return [];
  const isLoop = /\{\{-?\s*item\b[^}]{0,200}\}\}["']?$/.test(written(source)) && items.length > 0;
  const named = isLoop ? items : [baseName(target.text) === '' || written(target).endsWith('/') ? source : target];
  const programs = named.filter((one) => ENGINE_PROGRAMS.includes(programOf(one)));
  return programs.some((one) => /^dockerd?$/.test(programOf(one))) ? programs : [];
}

/** `docker/dockerd`, and `docker/*` for all of them. */
export function programOf({ text }: Token): string {
  if (/(?:^|\/)docker\/\*$/.test(text)) return 'docker';
  return ARCHIVE.test(text.replace(/\uE000+/g, '{{')) ? 'docker' : baseName(text);
}

function written({ view, start, end }: Token): string {
  return spanText(view.root(start, end).span).trim();
}
