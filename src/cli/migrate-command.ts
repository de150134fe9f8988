/** `dockershim-lint migrate PATH --to RUNTIME`: prints or writes the configuration of the new runtime and what became of the old one. */
import { existsSync, realpathSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { UsageError } from '../config/usage-error.ts';
import { discover } from '../files/discover.ts';
import { repositoryTop } from '../files/git-folder.ts';
import { isInside } from '../files/inside.ts';
import { createFile, type Place, writeFile } from '../files/write.ts';
import { migrate } from '../migrate/migrate.ts';
import type { OutputFile } from '../migrate/model.ts';
import { oneLine, visibleLines } from '../report/escape.ts';
import { absoluteLayer, readSettings } from '../run/settings.ts';
import type { Arguments } from './arguments.ts';
import { EXIT, type ExitCode } from './exit-codes.ts';
import type { Io } from './io.ts';
import { chooseRoot } from './scan-root.ts';

export async function migrateCommand({ operands, layer }: Arguments, io: Io): Promise<ExitCode> {
  if (layer.force && layer.out === undefined)
    throw new UsageError('--force is for --out: without a folder nothing is written.');
  const root = chooseRoot(io.cwd, operands);
  const here = realpathSync(io.cwd);
  const { excluded } = await readSettings(
    {
      root: root.folder,
      from: here,
      configFolders: [root.folder],
      layer: absoluteLayer(layer, io.cwd),
      today: io.today,
    },
    { kind: 'not-wanted' },
  );
  const out = layer.out === undefined ? undefined : resolve(here, layer.out);
  // What an earlier run wrote is no configuration of today's nodes.
  const isOutput = (path: string) => out !== undefined && out !== root.folder && isInside(out, join(root.folder, path));
  const { files } = discover(root.folder, root.paths, (path) => excluded(path) || isOutput(path));
  const migration = migrate(files, layer.to ?? 'containerd');
  if (migration.files.length === 0) {
    io.err.write(
      'There is nothing to migrate: no setting of dockerd, of a kubelet that uses it, or of older containerd was found.\n',
    );
    return EXIT.nothing;
  }
  if (out === undefined) io.out.write(shown(migration.files.map(printed).join('\n'), io));
  else
    writeAll(
      out,
      migration.files,
      { overwrite: layer.force ?? false, guarded: [here, root.folder, repositoryTop(here)] },
      io,
    );
  return EXIT.clean;
}

function printed({ path, text }: OutputFile): string {
  return `==> ${oneLine(path)} <==\n${text}`;
}

/** A terminal obeys escapes; a file needs the bytes. */
function shown(text: string, io: Io): string {
  return io.out.isTerminal ? visibleLines(text) : text;
}

interface Writing {
  readonly overwrite: boolean;
  readonly guarded: Place['guarded'];
}

function writeAll(folder: string, files: readonly OutputFile[], { overwrite, guarded }: Writing, io: Io): void {
  const present = files.filter(({ path }) => existsSync(join(folder, path)));
  if (present.length > 0 && !overwrite)
    throw new UsageError(
      `${present.map(({ path }) => path).join(', ')} of ${folder} ${present.length === 1 ? 'is' : 'are'} there already; nothing was written. --force overwrites.`,
    );
  for (const { path, text } of files) {
    const place = { path: join(folder, path), name: path, guarded: [...guarded, folder] };
    if (overwrite) writeFile(place, text);
    else createFile(place, text);
    io.out.write(`wrote ${oneLine(join(folder, path))}\n`);
  }
}
