/** What tasks register about Docker: a test of it is a test of Docker, whatever the variable is called. */
import { walkMaps } from '../yaml/walk.ts';
import { textAt, type YamlMap, type YamlNode } from '../yaml/yaml.ts';
import { commandLine, isCommandModule, moduleName } from './modules.ts';

/** `which docker`, `docker --version`, `systemctl is-active docker`; what is piped on answers another question. */
const ASKS =
  /^\s*(?:sudo\s+)?(?:(?:which|type|hash|command\s+-v)\s+docker|docker\s+(?:--version|-v|version|info|ps)|systemctl\s+(?:is-active|is-enabled|status|show)\s[^|;&\n]{0,200}?\bdocker)\b[^|;&\n]{0,200}\s*$/;

/** The variables into which tasks of a file register whether Docker is there. */
export function resultsAboutDocker(root: YamlNode): ReadonlySet<string> {
  const names = new Set<string>();
  walkMaps(root, (map) => {
    const name = textAt(map, 'register');
    if (name !== undefined && /^\w+$/.test(name) && asksForDocker(map)) names.add(name);
  });
  return names;
}

function asksForDocker({ pairs }: YamlMap): boolean {
  return pairs.some(({ key, value }) => {
    const module = moduleName(key.text);
    if (!value) return false;
    if (module === 'stat') return /docker/.test(value.kind === 'scalar' ? value.text : (textAt(value, 'path') ?? ''));
    return isCommandModule(module) && ASKS.test(commandLine(value)?.text.slice(0, LONGEST) ?? '');
  });
}

const LONGEST = 1000;

/** The test, with such a variable written as one that speaks of Docker. */
export function underResults(test: string, results: ReadonlySet<string>): string {
  return results.size === 0
    ? test
    : test.replace(/(?<![\w.'"])[A-Za-z_]\w*/g, (name) => (results.has(name) ? 'docker_result' : name));
}
