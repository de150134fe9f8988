/** The workflows that `dockershim-lint init` writes: every action pinned to a commit, no unused permissions. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findGitFolder } from '../files/git-folder.ts';
import { readHead, readReferences } from '../files/git-refs.ts';
import { TOOL, VERSION } from '../model/tool.ts';

export interface WorkflowFile {
  /** Relative to the top of the repository. */
  readonly path: string;
  readonly text: string;
}

interface OwnCommit {
  readonly commit: string;
  /** Whether the tag of this version is on it. */
  readonly isRelease: boolean;
}

export interface InitOptions {
  /** The commit that the linter runs from, when it is known. */
  readonly own: OwnCommit | undefined;
  readonly defaultBranch: string;
}

/** The commit of the clone that the linter runs from; undefined where it was installed in another way. */
export function ownCommit(folder: string): OwnCommit | undefined {
  const search = findGitFolder(folder);
  if (search.kind !== 'found') return undefined;
  try {
    const { name } = JSON.parse(readFileSync(join(search.folder.top, 'package.json'), 'utf8')) as { name?: unknown };
    const commit = name === TOOL ? readHead(search.folder) : undefined;
    if (commit === undefined) return undefined;
    return { commit, isRelease: readReferences(search.folder).get(`refs/tags/v${VERSION}`) === commit };
  } catch {
    return undefined;
  }
}

const CHECKOUT = 'actions/checkout@08c6903cd8c0fde910a37f88322edcfb5dd907a8 # v5.0.0';
const UPLOAD = 'actions/upload-artifact@b7c566a772e6b6bfb58ed0dc250532a479d7789f # v6.0.0';
const DOWNLOAD = 'actions/download-artifact@37930b1c2abaa49bbe596cd826c3c89aef350131 # v7.0.0';

/** The workflow alone; with `forks` also what puts comments on pull requests from forks. */
export function initWorkflows(options: InitOptions, forks: boolean): readonly WorkflowFile[] {
  const lint = { path: '.github/workflows/dockershim.yml', text: lintWorkflow(options, forks) };
  return forks ? [lint, { path: '.github/workflows/dockershim-forks.yml', text: forkWorkflow(options) }] : [lint];
}

function lintWorkflow(options: InitOptions, forks: boolean): string {
  return `name: dockershim
on:
  pull_request:
  merge_group:
  push:
    branches: [${options.defaultBranch}]

permissions: {}

concurrency:
  group: dockershim-\${{ github.ref }}
  cancel-in-progress: \${{ github.event_name == 'pull_request' }}

jobs:
  lint:
    name: what depends on Docker Engine
    runs-on: ubuntu-24.04
    permissions:
      contents: read # the files, and the base that they are compared with
      pull-requests: write # the comment; without it everything is in the job summary
    steps:
      - uses: ${CHECKOUT}
        with:
          persist-credentials: false
      - id: lint
        uses: ${ownAction(options)}
${forks ? UPLOAD_STEP : ''}`;
}

export const UPLOAD_STEP = `      # The token of a fork can only read; the workflow in dockershim-forks.yml writes its comment from this report.
      - if: \${{ !cancelled() && github.event_name == 'pull_request' && github.event.pull_request.head.repo.full_name != github.repository }}
        uses: ${UPLOAD}
        with:
          name: dockershim-lint
          path: \${{ steps.lint.outputs.json-file }}
          retention-days: 1
`;

function forkWorkflow(options: InitOptions): string {
  return `# Runs with the rights of this repository, so it checks nothing out and runs nothing that a pull request brings.
name: dockershim comment on forks
on:
  workflow_run: # zizmor: ignore[dangerous-triggers] -- nothing of the pull request is checked out or run; its report is read as data
    workflows: [dockershim]
    types: [completed]

permissions: {}

concurrency:
  group: dockershim-forks-\${{ github.event.workflow_run.id }}
  cancel-in-progress: false

jobs:
  comment:
    name: comment on the pull request of a fork
    if: \${{ github.event.workflow_run.event == 'pull_request' && github.event.workflow_run.head_repository.full_name != github.repository }}
    runs-on: ubuntu-24.04
    permissions:
      actions: read # the report of the other run
      pull-requests: write # the comment
    steps:
      - uses: ${DOWNLOAD}
        with:
          name: dockershim-lint
          path: \${{ runner.temp }}/dockershim-lint
          run-id: \${{ github.event.workflow_run.id }}
          github-token: \${{ github.token }}
      - uses: ${ownAction(options)}
        with:
          comment-from: \${{ runner.temp }}/dockershim-lint/dockershim-lint.json
`;
}

/** Without a known commit the tag of an immutable release is the next best; it cannot be moved either. */
function ownAction({ own }: InitOptions): string {
  const name = 'dockershim-lint/dockershim-lint';
  if (own === undefined) return `${name}@v${VERSION}`;
  return `${name}@${own.commit} # ${own.isRelease ? `v${VERSION}` : `the clone that wrote this, about v${VERSION}`}`;
}
