/** Modules of Ansible that talk to dockerd, as the docker commands that do the same. */
import { table } from '../text/table.ts';

export interface DockerModuleRow {
  /** The subcommand, by what the module is asked to do. */
  readonly subcommand: (argument: (name: string) => string | undefined) => readonly string[];
  /** Arguments of the module that are options of the command. */
  readonly options?: readonly (readonly [argument: string, option: string])[];
  /** Arguments that are switches of the command where they are true. */
  readonly switches?: readonly (readonly [argument: string, option: string])[];
  /** Arguments that are maps of names and values. */
  readonly pairs?: readonly (readonly [argument: string, option: string])[];
  /** Arguments that say how the module works, not what is asked of Docker; none of them is an option of the command. */
  readonly manners?: ReadonlySet<string>;
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
  docker_container: {
    subcommand: always('run', '-d'),
    options: [
      ['name', '--name'],
      ['volumes', '--volume'],
      ['published_ports', '--publish'],
      ['ports', '--publish'],
      ['network_mode', '--network'],
      ['restart_policy', '--restart'],
      ['env_file', '--env-file'],
      ['entrypoint', '--entrypoint'],
      ['user', '--user'],
      ['working_dir', '--workdir'],
      ['hostname', '--hostname'],
      ['memory', '--memory'],
      ['cpus', '--cpus'],
      ['pid_mode', '--pid'],
      ['ipc_mode', '--ipc'],
      ['capabilities', '--cap-add'],
      ['cap_drop', '--cap-drop'],
      ['devices', '--device'],
      ['security_opts', '--security-opt'],
      ['dns_servers', '--dns'],
      ['ulimits', '--ulimit'],
      ['tmpfs', '--tmpfs'],
      ['shm_size', '--shm-size'],
      ['log_driver', '--log-driver'],
    ],
    switches: [
      ['privileged', '--privileged'],
      ['read_only', '--read-only'],
      ['auto_remove', '--rm'],
      ['init', '--init'],
      ['tty', '--tty'],
      ['interactive', '--interactive'],
    ],
    pairs: [
      ['env', '--env'],
      ['labels', '--label'],
      ['sysctls', '--sysctl'],
    ],
    operands: ['image', 'command'],
    manners: new Set(
      'state pull recreate restart detach cleanup keep_volumes force_kill timeout debug output_logs comparisons image_comparison image_label_mismatch image_name_mismatch container_default_behavior networks_cli_compatible purge_networks removal_wait_timeout stop_timeout docker_host api_version tls tls_hostname validate_certs ca_path client_cert client_key use_ssh_client'.split(
        ' ',
      ),
    ),
  },
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
