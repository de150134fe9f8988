/** Service units, init scripts, Windows services and processes of Docker Engine. */
import { SOURCES } from './source-links.ts';

export interface UnitRow {
  readonly unit: string;
  readonly containerd: string;
  readonly crio: string;
  readonly source: string;
}

export const DOCKER_UNITS: readonly UnitRow[] = [
  { unit: 'docker.service', containerd: 'containerd.service', crio: 'crio.service', source: SOURCES.affected },
  { unit: 'docker.socket', containerd: 'containerd.service', crio: 'crio.service', source: SOURCES.affected },
  { unit: 'docker', containerd: 'containerd', crio: 'crio', source: SOURCES.affected },
];

/** Programs that act on a unit: the verb is before or after the unit's name. */
export const SERVICE_PROGRAMS: readonly { readonly program: string; readonly source: string }[] = [
  { program: 'systemctl', source: SOURCES.affected },
  { program: 'service', source: SOURCES.affected },
  { program: 'rc-service', source: SOURCES.affected },
  { program: 'rc-update', source: SOURCES.affected },
  { program: 'chkconfig', source: SOURCES.affected },
  { program: 'update-rc.d', source: SOURCES.affected },
  { program: 'initctl', source: SOURCES.affected },
  { program: 'invoke-rc.d', source: SOURCES.affected },
  { program: 'restart', source: SOURCES.affected },
  { program: 'sv', source: 'https://smarden.org/runit/sv.8' },
  { program: 's6-rc', source: 'https://skarnet.org/software/s6-rc/s6-rc.html' },
  { program: 's6-svc', source: 'https://skarnet.org/software/s6/s6-svc.html' },
  { program: 's6-svwait', source: 'https://skarnet.org/software/s6/s6-svwait.html' },
  { program: 's6-svstat', source: 'https://skarnet.org/software/s6/s6-svstat.html' },
  { program: 'dinitctl', source: 'https://davmac.org/projects/dinit/man-pages-html/dinitctl.8.html' },
  { program: 'monit', source: SOURCES.affected },
  { program: 'journalctl', source: SOURCES.affected },
  { program: 'restart-service', source: SOURCES.affected },
  { program: 'start-service', source: SOURCES.affected },
  { program: 'stop-service', source: SOURCES.affected },
  { program: 'get-service', source: SOURCES.affected },
  { program: 'set-service', source: SOURCES.affected },
  { program: 'get-eventlog', source: SOURCES.affected },
  { program: 'get-winevent', source: SOURCES.affected },
  { program: 'sc.exe', source: SOURCES.affected },
  { program: 'sc', source: SOURCES.affected },
  { program: 'net', source: SOURCES.affected },
];

/** Programs of PowerShell that read what services log. */
export const READS_EVENT_LOG = /^get-(?:eventlog|winevent)$/;

/** Those that name a service by its folder: `sv up /var/service/docker`. */
export const SUPERVISORS: ReadonlySet<string> = new Set(['sv', 's6-svc', 's6-svwait', 's6-svstat']);

/** Verbs that also work out when Docker is gone, or that undo it. */
export const HARMLESS_VERBS: readonly string[] = [
  'stop',
  'disable',
  'mask',
  'is-active',
  'is-enabled',
  'is-failed',
  'is-running',
  'exists',
  'list-units',
  'list-unit-files',
  'list-dependencies',
  'status',
  'reset-failed',
  'show',
  'cat',
  'remove',
  'delete',
  'del',
  '--del',
  'stop-service',
  's6-svstat',
];

/** Keys of a unit file that make it fail without the other unit. */
export const HARD_DEPENDENCIES: readonly string[] = ['Requires', 'Requisite', 'BindsTo'];

/** Keys of a unit file that only order or wish. */
export const SOFT_DEPENDENCIES: readonly string[] = [
  'After',
  'Before',
  'Wants',
  'PartOf',
  'Upholds',
  'WantedBy',
  'RequiredBy',
];

/** Programs that look for a process by name. */
export const PROCESS_PROGRAMS: readonly string[] = [
  'pkill',
  'pgrep',
  'pidof',
  'killall',
  'check_procs',
  'get-process',
  'stop-process',
];

/** Programs that end a process, unless they are given a signal that it works on with. */
export const KILLERS: readonly string[] = ['pkill', 'killall', 'stop-process'];

/** Signals that ask dockerd for something: to read its configuration again, to write its stacks. */
export const ASKING_SIGNAL = /^(?:-s|--signal(?:=.*)?|-?(?:sig)?(?:hup|usr1|usr2)|-(?:0|1|10|12))$/i;

export const DOCKER_PROCESSES: readonly string[] = ['dockerd', 'docker-containerd', 'docker', 'docker-current'];

/** Modules of Ansible that start and stop what they are given as `name`. */
export const SERVICE_MODULE = /^(?:ansible\.builtin\.)?(?:service|systemd(?:_service)?|win_service)$/;
