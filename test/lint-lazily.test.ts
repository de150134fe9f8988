import { describe, expect, it } from 'vitest';
import { lint } from '../src/lint.ts';
import { lintLazily } from '../src/lint-lazily.ts';
import type { InputFile } from '../src/model/input.ts';
import type { Note } from '../src/model/note.ts';
import { summaries } from './support/in-memory.ts';
import { lintOptions } from './support/lint-options.ts';

const left: readonly Note[] = [{ code: 'too-large', message: 'too large', path: 'huge.yaml', coverage: 'not' }];
const DROP_IN = 'etc/systemd/system/docker.service.d/proxy.conf';

const repositories: Readonly<Record<string, readonly InputFile[]>> = {
  'nothing of interest': [{ path: 'a.yaml', text: 'kind: Pod\n' }],
  'a word that a rule needs': [{ path: 'nodes/join.sh', text: '#!/bin/sh\nkubeadm join\ndocker ps\n' }],
  'only a name that a rule needs': [{ path: DROP_IN, text: '[Service]\nEnvironment=HTTPS_PROXY=http://p.example\n' }],
};

describe('starting only where there is something to read', () => {
  it.each(Object.entries(repositories))('gives what the pipeline gives: %s', async (_name, files) => {
    expect(await lintLazily(files, lintOptions(), left)).toEqual(lint(files, lintOptions(), left));
  });

  it('finds a drop-in of docker.service by its name alone', async () => {
    const { findings } = await lintLazily(repositories['only a name that a rule needs'] ?? [], lintOptions());
    expect(summaries(findings)).toEqual([`${DROP_IN}:2:25 notice docker-daemon-config "http://p.example"`]);
  });
});
