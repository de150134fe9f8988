import { afterAll, describe, expect, it as plainIt } from 'vitest';
import { blobId, createSuggestion } from '../../src/github/suggestions.ts';
import { createSource } from '../../src/text/source.ts';
import { removeTemporaryFolders } from '../support/git-repository.ts';
import { MONA, WORKFLOW_BOT } from '../support/github-server.ts';
import { sampleFinding, spanOf } from '../support/sample-run.ts';
import { createPullRequest, runPullRequest } from '../support/scenario.ts';
import { serverTest as it } from '../support/server-test.ts';

afterAll(removeTemporaryFolders);

const BEFORE = '#!/bin/sh\nkubeadm join --config /etc/kubeadm.yaml\nsystemctl enable kubelet\n';
const UNIT = '[Service]\nExecStart=/usr/bin/kubelet --config=/var/lib/kubelet/config.yaml --network-plugin=cni\n';

function pull(unit = UNIT) {
  return createPullRequest({ 'node/join.sh': BEFORE }, { 'node/kubelet.service': unit });
}

function diffOf(unit: string) {
  const lines = unit.trimEnd().split('\n');
  const patch = [`@@ -0,0 +1,${lines.length} @@`, ...lines.map((line) => `+${line}`)].join('\n');
  return { filename: 'node/kubelet.service', status: 'added', sha: blobId(unit), patch } as const;
}

const ON = { inputs: { suggestions: 'true' } };

describe('suggestions', () => {
  it('are off by default', async ({ server }) => {
    server.state.files = [diffOf(UNIT)];
    const result = await runPullRequest(pull(), server);
    expect(result.code).toBe(1);
    expect(server.calls('create review')).toEqual([]);
  });

  it('write the whole line without what must go', async ({ server }) => {
    server.state.files = [diffOf(UNIT)];
    const result = await runPullRequest(pull(), server, ON);
    expect(result.output).toContain('1 suggestion made');
    expect(server.state.reviewComments.map(({ path, line }) => [path, line])).toEqual([['node/kubelet.service', 2]]);
    const body = server.state.reviewComments[0]?.body ?? '';
    const block = /```suggestion\n([\s\S]*?)\n```/.exec(body)?.[1];
    expect(block?.trimEnd()).toBe('ExecStart=/usr/bin/kubelet --config=/var/lib/kubelet/config.yaml');
    expect(body).toContain('kubelet-dockershim-flag');
  });

  it('are made once, also when the first was resolved', async ({ server }) => {
    server.state.files = [diffOf(UNIT)];
    const once = pull();
    await runPullRequest(once, server, ON);
    await runPullRequest(once, server, { ...ON, runNumber: 2 });
    expect(server.state.reviewComments).toHaveLength(1);
    expect(server.calls('create review')).toHaveLength(1);
  });

  it('are made although a stranger has copied the marker', async ({ server }) => {
    server.state.files = [diffOf(UNIT)];
    const once = pull();
    await runPullRequest(once, server, ON);
    const ours = server.state.reviewComments[0];
    if (!ours) throw new Error('no suggestion was made');
    const stranger = { login: MONA.login, type: 'User' } as typeof ours.user;
    server.state.reviewComments = [{ ...ours, user: stranger }];
    await runPullRequest(once, server, { ...ON, runNumber: 2 });
    expect(server.state.reviewComments).toHaveLength(2);
    expect(server.state.reviewComments[1]?.user?.login).toBe(WORKFLOW_BOT.login);
  });

  it('stay away from lines outside the diff, and from files that the merge has changed', async ({ server }) => {
    server.state.files = [{ ...diffOf(UNIT), patch: '@@ -0,0 +1,1 @@\n+[Service]' }];
    await runPullRequest(pull(), server, ON);
    server.state.files = [{ ...diffOf(UNIT), sha: 'a'.repeat(40) }];
    await runPullRequest(pull(), server, ON);
    expect(server.calls('create review')).toEqual([]);
  });

  it('stop at 20', async ({ server }) => {
    const lines = Array.from(
      { length: 30 },
      (_, index) => `ExecStart=/usr/bin/kubelet --v=${index} --network-plugin=cni`,
    );
    const unit = `[Service]\n${lines.join('\n')}\n`;
    server.state.files = [diffOf(unit)];
    await runPullRequest(pull(unit), server, ON);
    expect(server.state.reviewComments).toHaveLength(20);
  });

  it('cost nothing else when the API refuses them', async ({ server }) => {
    server.state.files = [diffOf(UNIT)];
    server.fail('create review', { status: 403, message: 'Resource not accessible by integration', times: 9 });
    const result = await runPullRequest(pull(), server, ON);
    expect(result.code).toBe(1);
    expect(result.output.match(/The suggestions could not be written: .*pull-requests: write/g)).toHaveLength(1);
    expect(server.state.comments).toHaveLength(1);
  });

  it.for([
    ['list files', 403],
    ['list files', 500],
    ['list review comments', 404],
    ['create review', 422],
    ['create review', 502],
  ] as const)('are left out when %s ends in %i', async ([call, status], { server }) => {
    server.state.files = [diffOf(UNIT)];
    server.fail(call, { status, times: 9 });
    const result = await runPullRequest(pull(), server, ON);
    expect(result.code).toBe(1);
    expect(result.output.match(/The suggestions could not be written/g)).toHaveLength(1);
    expect(server.state.comments).toHaveLength(1);
    expect(server.state.reviewComments).toEqual([]);
  });

  it('are not tried on forks', async ({ server }) => {
    const result = await runPullRequest(pull(), server, { ...ON, fork: true });
    expect(result.output).toContain('No suggestions were made');
    expect(server.requests).toEqual([]);
  });
});

describe('one suggestion', () => {
  const suggest = (text: string, found: string, replacement: string) => {
    const source = createSource('a.sh', text);
    const span = spanOf(source, found);
    return createSuggestion(sampleFinding({ span, fix: { span, replacement, safety: 'safe', also: [] } }));
  };

  plainIt('keeps what stands around it on the line', () => {
    expect(suggest('one\n\tdocker ps | wc\nthree\n', 'docker', 'crictl')?.body).toContain(
      '```suggestion\n\tcrictl ps | wc\n```',
    );
  });

  plainIt('deletes a line of which nothing is left', () => {
    expect(suggest('a \\\n  --flag \\\n  b\n', '--flag', '')?.body).toContain('```suggestion\n```');
  });

  plainIt('fences what holds back-ticks', () => {
    expect(suggest('x=```docker```\n', 'docker', 'crictl')?.body).toContain('````suggestion\nx=```crictl```\n````');
  });

  plainIt('is not made where a reader would not see all of it', () => {
    expect(suggest('a \u202edocker ps\n', 'docker', 'crictl')).toBeUndefined();
    expect(suggest('docker ps\r\n', 'docker', 'crictl')).toBeUndefined();
  });

  plainIt('is not made without a fix', () => {
    expect(createSuggestion(sampleFinding())).toBeUndefined();
  });
});
