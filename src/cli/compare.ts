/** `--compare REF`: the commit where this branch left a reference, set against the work tree. */
import { UsageError } from '../config/usage-error.ts';
import { readCommitFiles, readTextBefore, type Scope } from '../files/base.ts';
import { readPatch } from '../files/changes.ts';
import { openRepository, type Repository } from '../files/git.ts';
import { prefixFrom } from '../files/paths.ts';
import { type Base, type BaseSearch, textReader } from '../run/base.ts';

/** The repository is open until `close`. */
export interface Reference {
  readonly search: BaseSearch;
  close(): void;
}

export async function openReference(reference: string, root: string): Promise<Reference> {
  const search = openRepository(root);
  switch (search.kind) {
    case 'none':
      throw new UsageError(`--compare needs a git work tree, and ${root} is in none.`);
    case 'refused':
      throw new UsageError(`--compare does not read the git repository of ${root}: ${search.reason}.`);
    case 'found': {
      const { repository } = search;
      try {
        return {
          search: { kind: 'found', base: await readReference(repository, reference, root) },
          close: repository.close,
        };
      } catch (error) {
        repository.close();
        throw error;
      }
    }
  }
}

async function readReference(repository: Repository, reference: string, root: string): Promise<Base> {
  const { top } = repository;
  const commit = await repository.resolve(reference);
  if (commit === undefined) throw new UsageError(`--compare: git has no commit or branch named "${reference}".`);
  const from = (await repository.mergeBase(commit, repository.head)) ?? commit;
  const prefix = prefixFrom(top, root);
  const patch = await repository.patch(from, repository.head);
  const changes = readPatch(patch ?? '');
  return {
    label: `${reference} at ${from.slice(0, 7)}`,
    top,
    prefix,
    changes,
    remarks: patch === undefined ? [NO_RENAMES] : [],
    async files(_head, scope) {
      const base = await readCommitFiles(repository, from, below(prefix, scope), changes.renames);
      if (!base)
        throw new UsageError(`--compare: the files of ${reference} are not all in this clone, or are too many.`);
      return { ...base, files: base.files.map(({ path, text }) => ({ path: path.slice(prefix.length), text })) };
    },
    text: textReader(top, (path) => readTextBefore(repository, from, path)),
  };
}

const NO_RENAMES = 'git could not tell which files were renamed: findings in renamed files count as new';

/** The scope of a folder as the repository sees it. */
function below(prefix: string, { paths, excluded }: Scope): Scope {
  return {
    paths: paths.map((path) => (path === '.' ? prefix.slice(0, -1) || '.' : prefix + path)),
    excluded: (path) => path.startsWith(prefix) && excluded(path.slice(prefix.length)),
  };
}
