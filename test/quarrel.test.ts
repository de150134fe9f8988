/** The page on which a person judges what the linter says about a repository. */
import { expect, test } from 'vitest';
import { quarrelPage } from '../scripts/quarrel.mjs';
import { jsonReport } from '../src/report/json.ts';
import { lintTexts } from './support/in-memory.ts';
import { sampleRun } from './support/sample-run.ts';

test('shows each error and warning with its lines, and the lines that nothing explains', () => {
  const text = '#!/bin/bash\nkubeadm join\ndocker rm -f k8s_etcd\nfrob docker ``` x\n';
  const result = lintTexts({ 'join.sh': text });
  const page = quarrelPage('acme/nodes', jsonReport(sampleRun(result)), () => text);
  expect(page.split('\n')).toEqual(
    expect.arrayContaining([
      '## acme/nodes',
      '1 errors, 0 warnings, 0 notices, 1 lines unexplained',
      '### error docker-cli-command join.sh:3',
      'Place: node (line 2 calls kubeadm join); confidence high',
      '>     3 docker rm -f k8s_etcd',
      '- [ ] true  - [ ] too loud  - [ ] false:',
      'join.sh:4 frob docker ``` x',
    ]),
  );
  expect(page.match(/^````$/gm)).toHaveLength(4);
});
