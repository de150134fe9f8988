/** What tasks register about Docker: a test of it is a test of Docker, whatever the variable is called. */
import { walkMaps } from '../yaml/walk.ts';
import { get, scalarAt, textAt, type YamlMap, type YamlNode } from '../yaml/yaml.ts';

/** `which docker`, `docker --version`, `systemctl is-active docker`; what is piped on answers another question. */
const ASKS =
  /^\s*(?:sudo\s+)?(?:(?:which|type|hash|command\s+-v)\s+docker|docker\s+(?:--version|-v|version|info|ps)|systemctl\s+(?:is-active|is-enabled|status|show)\s[^|;&\n]*\bdocker)\b[^|;&\n]*\s*$/;
const COMMANDS = ['command', 'shell', 'raw', 'ansible.builtin.command', 'ansible.builtin.shell'];
const STATS = ['stat', 'ansible.builtin.stat'];

/** The variables into which tasks of a file register whether Docker is there. */
export function resultsAboutDocker(root: YamlNode): ReadonlySet<string> {
  const names = new Set<string>();
  walkMaps(root, (map) => {
    const name = textAt(map, 'register');
    if (name !== undefined && /^\w+$/.test(name) && asksForDocker(map)) names.add(name);
  });
  return names;
}

function asksForDocker(task: YamlMap): boolean {
  return (
    COMMANDS.some((key) => ASKS.test(commandOf(task, key))) || STATS.some((key) => /docker/.test(pathOf(task, key)))
  );
}

function commandOf(task: YamlMap, key: string): string {
  const module = get(task, key);
  const text = module?.kind === 'map' ? (scalarAt(module, 'cmd')?.text ?? '') : (textAt(task, key) ?? '');
  return text.slice(0, 1000);
}

function pathOf(task: YamlMap, key: string): string {
  const module = get(task, key);
  return (module?.kind === 'map' ? scalarAt(module, 'path')?.text : textAt(task, key)) ?? '';
}

/** The test, with such a variable written as one that speaks of Docker. */
export function underResults(test: string, results: ReadonlySet<string>): string {
  return results.size === 0
    ? test
    : test.replace(/(?<![\w.'"])[A-Za-z_]\w*/g, (name) => (results.has(name) ? 'docker_result' : name));
}
