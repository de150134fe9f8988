/** Modules of Ansible that talk to dockerd, as the docker commands that do the same. */
import { table } from '../text/table.ts';

export interface DockerModuleRow {
  /** The subcommand, by what the module is asked to do. */
  readonly subcommand: (argument: (name: string) => string | undefined) => readonly string[];
  /** Arguments of the module that are options of the command. */
  readonly options?: readonly (readonly [argument: string, option: string])[];
  /** Arguments of the module that name what the command works on, in order. */
  readonly operands: readonly string[];
  /** The module only removes what Docker holds, whatever it is told. */
  readonly removes?: true;
}

const always =
  (...words: readonly string[]) =>
  () =>
    words;

/** Source of all rows: https://docs.ansible.com/ansible/latest/collections/community/docker/ */
export const DOCKER_MODULES = table<DockerModuleRow>({
  docker_image: {
    subcommand: (argument) => {
      const source = argument('source');
      return source === 'build' || source === 'load' ? [source] : [argument('load_path') ? 'load' : 'pull'];
    },
    operands: ['name'],
  },
  docker_image_pull: { subcommand: always('pull'), operands: ['name'] },
  docker_image_build: { subcommand: always('build'), operands: ['path'] },
  docker_image_load: { subcommand: always('load', '-i'), operands: ['path'] },
  docker_image_tag: { subcommand: always('tag'), operands: ['name', 'repository'] },
  docker_image_export: { subcommand: always('save', '-o'), operands: ['path', 'names'] },
  docker_image_remove: { subcommand: always('rmi'), operands: ['name'], removes: true },
  docker_image_info: { subcommand: always('image', 'inspect'), operands: ['name'] },
  docker_container: { subcommand: always('run', '-d'), options: [['name', '--name']], operands: ['image', 'command'] },
  docker_container_exec: { subcommand: always('exec'), operands: ['container', 'command'] },
  docker_container_copy_into: { subcommand: always('cp'), operands: ['path', 'container'] },
  docker_container_info: { subcommand: always('inspect'), operands: ['name'] },
  docker_host_info: { subcommand: always('info'), operands: [] },
  docker_prune: { subcommand: always('system', 'prune', '-f'), operands: [] },
  docker_network: { subcommand: always('network', 'create'), operands: ['name'] },
  docker_volume: { subcommand: always('volume', 'create'), operands: ['name'] },
  docker_login: { subcommand: always('login'), operands: ['registry_url', 'registry'] },
  docker_compose: { subcommand: always('compose', 'up', '-d'), operands: [] },
  docker_compose_v2: { subcommand: always('compose', 'up', '-d'), operands: [] },
});
