/** Modules of Ansible that run a command, and the command that they are given. */
import { scalarAt, textAt, type YamlMap, type YamlNode, type YamlScalar } from '../yaml/yaml.ts';

/** `command` for `ansible.builtin.command`. */
export function moduleName(key: string): string {
  return key.slice(key.lastIndexOf('.') + 1);
}

export function isCommandModule(module: string): boolean {
  return /^(?:shell|command|raw|expect|win_shell|win_command)$/.test(module);
}

/** The command line, where it is one text. */
export function commandLine(value: YamlNode): YamlScalar | undefined {
  if (value.kind === 'scalar') return value;
  return scalarAt(value, 'cmd') ?? scalarAt(value, '_raw_params') ?? scalarAt(value, 'command');
}

/** Left to the machine of whoever runs the playbook. */
export function isDelegatedHere(task: YamlMap): boolean {
  return isLocalhost(textAt(task, 'delegate_to') ?? '');
}

export function isLocalhost(host: string): boolean {
  return /^(?:localhost|127\.0\.0\.1)$/.test(host);
}

/** Modules that run the tasks of a role. */
export const INCLUDES_ROLE = /^(?:include|import)_role$/;
