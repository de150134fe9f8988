import { readFileSync } from 'node:fs';
import { afterAll, describe, expect } from 'vitest';
import { removeTemporaryFolders } from '../support/git-repository.ts';
import { foreignMarkup } from '../support/markdown.ts';
import { createPullRequest, quietPod, runPullRequest } from '../support/scenario.ts';
import { serverTest as it } from '../support/server-test.ts';

afterAll(removeTemporaryFolders);

const LINES = 500;

function script(number: number): string {
  const lines = Array.from({ length: LINES }, (_, index) => `docker rm -f container-${number}-${index}`);
  return `#!/bin/sh\nkubeadm join --config /etc/kubeadm.yaml\n${lines.join('\n')}\n`;
}

describe('100,000 findings', () => {
  it('keep every surface under its limit', async ({ server }) => {
    const files = Object.fromEntries(Array.from({ length: 200 }, (_, index) => [`node/s${index}.sh`, script(index)]));
    const pull = createPullRequest({ 'deploy/quiet.yaml': quietPod('quiet') }, files);
    const result = await runPullRequest(pull, server);
    expect(result.code).toBe(1);
    expect(result.outputs).toMatchObject({ new: '100000', total: '100000' });
    expect(result.annotations.length).toBeLessThanOrEqual(30);
    expect(Buffer.byteLength(result.summary)).toBeLessThan(1024 * 1024);
    expect(result.output.length).toBeLessThan(2_000_000);
    const body = server.state.comments[0]?.body ?? '';
    expect(body.length).toBeLessThanOrEqual(65_536);
    expect(body).toContain('100000 new problems');
    expect(foreignMarkup(body)).toEqual([]);
    const json = JSON.parse(readFileSync(result.outputs['json-file'] ?? '', 'utf8'));
    expect(json.findings).toHaveLength(100_000);
  });
});
