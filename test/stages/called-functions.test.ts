/** What a function of a sourced file does counts where scripts call it. */
import { describe, expect, it } from 'vitest';
import type { Files } from '../support/in-memory.ts';
import { lintTexts } from '../support/in-memory.ts';

const LIB = 'lib/engine.sh';
const ENGINE = 'install_engine() {\n  apt-get install -y docker-ce\n}\n';
const NODE = 'kubeadm join --config /etc/join.yaml\n';
const CHOSEN = 'if [ "$RUNTIME" = docker ]; then\n  install_engine\nfi\n';

/** How loud the installed engine is. */
function loudness(files: Files): string | undefined {
  const { findings } = lintTexts({ [LIB]: ENGINE, ...files });
  return findings.find(({ rule }) => rule === 'docker-engine-package')?.severity;
}

const main = (calls: string) => `#!/bin/bash\n. lib/engine.sh\n${calls}${NODE}`;

describe('a function of a file that a script sources counts only where the runtime is chosen', () => {
  it.each([
    ['where each call asks for it', { 'node.sh': main(CHOSEN) }],
    [
      'where a call asks for a version of Docker',
      { 'node.sh': main('if [ -n "$DOCKER_VERSION" ]; then install_engine; fi\n') },
    ],
    ['where two scripts ask', { 'node.sh': main(CHOSEN), 'again.sh': main(`${CHOSEN}echo docker\n`) }],
    [
      'where a function between them asks',
      { 'node.sh': main(`. lib/common.sh\nset_up\n`), 'lib/common.sh': `set_up() {\n${CHOSEN}}\n` },
    ],
    [
      'where a function between them is called so',
      {
        'node.sh': main(`. lib/common.sh\n${CHOSEN.replace('install_engine', 'report_docker')}`),
        'lib/common.sh': 'report_docker() {\n  echo docker\n  install_engine\n}\n',
      },
    ],
    [
      'behind a text with a brace of its own',
      {
        'node.sh': main(CHOSEN),
        [LIB]: 'install_engine() {\n  cat > /tmp/a.json <<EOF\n{\n}\nEOF\n  apt-get install -y docker-ce\n}\n',
      },
    ],
    ['where it calls itself besides', { 'node.sh': main(CHOSEN), [LIB]: ENGINE.replace('}', '  install_engine\n}') }],
  ])('%s', (_name, files: Files) => {
    expect(loudness(files)).toBe('notice');
  });

  it.each([
    ['a script calls it without', { 'node.sh': main(CHOSEN), 'again.sh': main('install_engine # docker\n') }],
    [
      'a script does that has no word of Docker',
      { 'node.sh': main(CHOSEN), 'again.sh': '#!/bin/bash\n. lib/engine.sh\ninstall_engine\n' },
    ],
    ['the file calls it', { 'node.sh': main(CHOSEN), [LIB]: `${ENGINE}install_engine\n` }],
    ['arguments name what is called', { 'node.sh': main(CHOSEN), [LIB]: `${ENGINE}"$@"\n` }],
    ['the call asks for something else', { 'node.sh': main('if [ -n "$FORCE" ]; then install_engine; fi\n') }],
    [
      'the call is for a function of that name in another file',
      {
        'node.sh': main('install_engine\n'),
        'other.sh': `#!/bin/bash\ninstall_engine() {\n  echo docker\n}\n${CHOSEN}`,
      },
    ],
  ])('and not where %s', (_name, files: Files) => {
    expect(loudness(files)).toBe('warning');
  });
});
