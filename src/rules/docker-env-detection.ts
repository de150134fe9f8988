/** Finds tests that take Docker's traces for the sign of running in a container. */
import type { Token } from '../model/document.ts';
import type { CommandFact, Fact } from '../model/fact.ts';
import { spanOf } from '../text/placed.ts';
import { lineText, positionAt } from '../text/source.ts';
import type { Report, Rule } from './rule.ts';
import { reportAt } from './shared/reports.ts';
import { quoted } from './shared/words.ts';

const MARKERS = new Set(['/.dockerenv', '/.dockerinit']);
const CGROUP_FILE = /^\/proc\/(1|self|\$\$|[^/]{1,20})\/(cgroup|sched)$/;
const PIPED_FILE = /\/proc\/(1|self)\/cgroup/;
const SEARCHERS = new Set(['grep', 'egrep', 'fgrep', 'rg', 'awk', 'sed', 'cut']);
const INSTEAD = 'Test [ -n "$KUBERNETES_SERVICE_HOST" ], or set a variable of your own in the image or the pod';

export const rule: Rule = {
  id: 'docker-env-detection',
  summary: 'A script looks for traces of Docker to learn that it runs in a container.',
  fix: { none: 'what the program does when it finds no Docker is not known.' },
  triggers: ['/.dockerenv', '/.dockerinit', { word: '/proc/', before: ['/cgroup'] }, '/proc/1/sched'],
  checks: {
    path: (fact) =>
      MARKERS.has(fact.path) && fact.use !== 'write' && fact.polarity !== 'excludes' && !makes(fact.command)
        ? marker(fact, fact.at)
        : undefined,
    command: checkCommand,
  },
};

/** `touch /.dockerenv`: what is made here is there with every runtime. */
function makes(command: CommandFact | undefined): boolean {
  return command !== undefined && /^(?:touch|install|cp|ln|rm|tee)$/.test(command.program);
}

function checkCommand(fact: CommandFact): Report | undefined {
  if (makes(fact)) return undefined;
  const word = fact.words.slice(1).find(({ text }) => MARKERS.has(text));
  if (word) return marker(fact, word);
  if (!SEARCHERS.has(fact.program)) return undefined;
  const names = fact.words.slice(1).some(({ text }) => /docker/.test(text.slice(0, 4096)));
  const file =
    fact.words.slice(1).some(({ text }) => CGROUP_FILE.test(text)) ||
    filesOf(fact).some((text) => PIPED_FILE.test(text));
  const isOneOfSeveral = fact.words.slice(1).some(({ text }) => OTHER_MARKS.test(text.slice(0, 4096)));
  if (!names || !file || isOneOfSeveral) return undefined;
  return reportAt(fact, 'docker-env-detection/cgroup', {
    message: 'This never matches: with cgroup v2, and with other runtimes, the file does not name `docker`',
    because: 'Only Docker with cgroup v1 writes its name there; Kubernetes 1.35 refuses cgroup v1 by default',
    instead: INSTEAD,
  });
}

/** `docker|kubepods|containerd`: what pods leave there is looked for too. */
const OTHER_MARKS = /kubepods|containerd|cri-o|crio|libpod|lxc/;

/** What `cat FILE |` and `< FILE` read in the same statement. */
function filesOf({ statement: { commands, redirects } }: CommandFact): readonly string[] {
  return [...commands.flatMap(({ words }) => words.slice(1)), ...redirects].map(({ text }) => text.slice(0, 4096));
}

/** `[ -n "$KUBERNETES_SERVICE_HOST" ] || [ -f /.dockerenv ]`: the other test of the line finds a pod. */
function isBesideAnother(at: Token): boolean {
  const { source, start } = spanOf(at);
  const line = lineText(source, positionAt(source, start).line).slice(0, 2000);
  return OTHER_TESTS.test(line) || OTHER_PLATFORM.test(line);
}

const OTHER_TESTS = /KUBERNETES_SERVICE_HOST|kubernetes\.io\/serviceaccount|\.containerenv|kubepods/;
/** `|| [ -n "$ECS_CONTAINER_METADATA_URI" ]` */
const OTHER_PLATFORM = /\|\|[^|]{0,80}\$\{?\w{0,40}(?:CONTAINER|KUBERNETES|K8S|POD)\w{0,40}/i;

function marker(fact: Fact, at: Token): Report {
  return reportAt(
    fact,
    isBesideAnother(at) ? 'docker-env-detection/beside-another' : 'docker-env-detection/dockerenv',
    {
      message: `${quoted(at.text)} only exists in containers that Docker Engine made`,
      because: 'Since Kubernetes 1.24 containers of pods come from containerd or CRI-O, which do not write it',
      instead: INSTEAD,
    },
    at,
  );
}
