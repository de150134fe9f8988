/** The machines of a Vagrantfile: about which of them a line is. */
import type { Site } from '../model/site.ts';

/** `config.vm.define "db" do |db|`, `node.vm.provision "shell" do |s|`. */
const BLOCK = /^\s*(\w+)\.vm\.(define|provision)\b([^|\n]{1,400}?)\b(?:do|\{)\s*\|\s*(\w+)/;
const RECEIVER = /^\s*(\w+)\./;
/** The first argument: `"db"`, `:db`, `"node-#{i}"`, `name`. */
const NAME = /^\s*(?:\(\s*)?:?(?:"([^"\n]+)"|'([^'\n]+)'|([\w.[\]]+))/;

/** Asked line by line, from the first to the last. Undefined is what all machines of the file get. */
export function createMachines(): (line: string) => Site | undefined {
  const byVariable = new Map<string, Site | undefined>();
  return (line) => {
    const [, owner = '', verb, words = '', variable = ''] = BLOCK.exec(line) ?? [];
    if (verb !== undefined) byVariable.set(variable, verb === 'define' ? machine(words) : byVariable.get(owner));
    return byVariable.get(RECEIVER.exec(line)?.[1] ?? '');
  };
}

function machine(words: string): Site {
  const [, double, single, bare] = NAME.exec(words) ?? [];
  return { kind: 'machine', name: double ?? single ?? `#{${bare ?? ''}}` };
}
