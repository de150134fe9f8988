/** A pull request against a small repository, and the runs of the Action on it. */
import { eventPayload } from './events.ts';
import { createRepository, type Files, type TestRepository } from './git-repository.ts';
import type { GithubServer } from './github-server.ts';
import { runStep, type Step, type StepResult } from './runner.ts';

/** A pod that mounts docker.sock: one error. */
export function socketPod(name: string): string {
  return `apiVersion: v1
kind: Pod
metadata:
  name: ${name}
spec:
  containers:
    - name: agent
      image: acme/${name}:1
      volumeMounts:
        - name: sock
          mountPath: /var/run/docker.sock
  volumes:
    - name: sock
      hostPath:
        path: /var/run/docker.sock
`;
}

/** A pod that needs nothing of Docker. */
export function quietPod(name: string): string {
  return `apiVersion: v1
kind: Pod
metadata:
  name: ${name}
spec:
  containers:
    - name: agent
      image: acme/${name}:1
`;
}

export function socketPods(prefix: string, amount: number): Files {
  return Object.fromEntries(
    Array.from({ length: amount }, (_, index) => [`deploy/${prefix}${index}.yaml`, socketPod(`${prefix}${index}`)]),
  );
}

export interface PullRequest {
  readonly repository: TestRepository;
  readonly base: string;
  readonly head: string;
  /** The merge commit that is checked out. */
  readonly merge: string;
}

export function createPullRequest(base: Files, change: Files): PullRequest {
  const repository = createRepository(base);
  const baseCommit = repository.git('rev-parse', 'HEAD');
  repository.git('checkout', '--quiet', '-b', 'feature');
  const head = repository.commit(change);
  return { repository, base: baseCommit, head, merge: repository.merge(baseCommit, head) };
}

/** Another commit on the branch of the pull request. */
export function pushCommit({ repository, base }: PullRequest, change: Files): PullRequest {
  repository.git('checkout', '--quiet', 'feature');
  const head = repository.commit(change);
  return { repository, base, head, merge: repository.merge(base, head) };
}

export interface RunOptions extends Partial<Omit<Step, 'event' | 'payload' | 'server'>> {
  readonly fork?: boolean;
  readonly event?: string;
}

export function runPullRequest(
  { repository, base, head, merge }: PullRequest,
  server: GithubServer | undefined,
  { fork = false, event = 'pull_request', ...options }: RunOptions = {},
): Promise<StepResult> {
  const headOwner = fork ? 'stranger' : 'acme';
  const payload = eventPayload('pull_request', { base, head, headOwner, headRepository: fork ? 2 : 1 });
  return runStep({ event, payload, workspace: repository.folder, sha: merge, server, ...options });
}
