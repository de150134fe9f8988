/** What the runner tells an Action in its environment, read once. */
import { createHash } from 'node:crypto';

export interface Environment {
  readonly workspace: string;
  /** A folder that is emptied after the job. */
  readonly temp: string;
  readonly owner: string;
  readonly repo: string;
  readonly serverUrl: string;
  readonly apiUrl: string;
  readonly eventName: string;
  readonly eventPath: string;
  readonly sha: string;
  readonly refName: string;
  /** File name of the workflow, or its name where the file is not told. */
  readonly workflow: string;
  readonly job: string;
  readonly runId: string;
  /** Grows with each run of the workflow; the attempt breaks ties. */
  readonly runNumber: number;
  readonly runAttempt: number;
  readonly summaryFile: string | undefined;
  readonly outputFile: string | undefined;
  /** What answers the API; Gitea stands for Forgejo too. */
  readonly forge: 'github' | 'gitea';
}

export function readEnvironment(env: NodeJS.ProcessEnv): Environment {
  const [owner = '', repo = ''] = (env.GITHUB_REPOSITORY ?? '').split('/');
  const gitea = env.GITEA_ACTIONS === 'true' || env.FORGEJO_ACTIONS === 'true';
  const workspace = env.GITHUB_WORKSPACE || process.cwd();
  return {
    workspace,
    temp: env.RUNNER_TEMP || workspace,
    owner,
    repo,
    serverUrl: trimSlash(env.GITHUB_SERVER_URL || 'https://github.com'),
    apiUrl: trimSlash(env.GITHUB_API_URL || 'https://api.github.com'),
    eventName: env.GITHUB_EVENT_NAME ?? '',
    eventPath: env.GITHUB_EVENT_PATH ?? '',
    sha: env.GITHUB_SHA ?? '',
    refName: env.GITHUB_REF_NAME ?? '',
    workflow: workflowFile(env.GITHUB_WORKFLOW_REF) ?? env.GITHUB_WORKFLOW ?? 'workflow',
    job: env.GITHUB_JOB ?? 'job',
    runId: env.GITHUB_RUN_ID ?? '',
    runNumber: Number(env.GITHUB_RUN_NUMBER) || 0,
    runAttempt: Number(env.GITHUB_RUN_ATTEMPT) || 1,
    summaryFile: env.GITHUB_STEP_SUMMARY || undefined,
    outputFile: env.GITHUB_OUTPUT || undefined,
    forge: gitea ? 'gitea' : 'github',
  };
}

/** Names the comment of one workflow, job and matrix cell: readable, and safe inside an HTML comment. */
export function commentKey(environment: Pick<Environment, 'workflow' | 'job'>, matrix: string): string {
  const cell = matrix.trim() === '' || matrix.trim() === 'null' ? '' : matrix.trim();
  const whole = JSON.stringify([environment.workflow, environment.job, cell]);
  const digest = createHash('sha256').update(whole).digest('hex').slice(0, 12);
  return `${slug(environment.workflow)}/${slug(environment.job)}/${digest}`;
}

export function runUrl(environment: Environment): string {
  const { serverUrl, owner, repo, runId } = environment;
  return `${serverUrl}/${encodeURIComponent(owner)}/${encodeURIComponent(repo)}/actions/runs/${encodeURIComponent(runId)}`;
}

function slug(text: string): string {
  return text
    .replace(/[^A-Za-z0-9._]+/g, '-')
    .replace(/-{2,}/g, '-')
    .slice(0, 60);
}

/** `acme/shop/.github/workflows/lint.yml@refs/heads/main` → `lint.yml` */
function workflowFile(reference: string | undefined): string | undefined {
  const path = reference?.split('@', 1)[0];
  const name = path?.slice(path.lastIndexOf('/') + 1);
  return name ? name : undefined;
}

function trimSlash(url: string): string {
  return url.endsWith('/') ? url.slice(0, -1) : url;
}
