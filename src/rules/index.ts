/** All rules, in the order of the catalogue. */
import { rule as dockerCliCommand } from './docker-cli-command.ts';
import { rule as dockerDaemonConfig } from './docker-daemon-config.ts';
import { rule as dockerEnginePackage } from './docker-engine-package.ts';
import { rule as dockerHostPath } from './docker-host-path.ts';
import { rule as dockerServiceUnit } from './docker-service-unit.ts';
import { rule as dockerSocketEndpoint } from './docker-socket-endpoint.ts';
import { rule as dockerSocketMount } from './docker-socket-mount.ts';
import { rule as dockershimSocket } from './dockershim-socket.ts';
import { rule as kubeletContainerRuntimeFlag } from './kubelet-container-runtime-flag.ts';
import { rule as kubeletDockershimFlag } from './kubelet-dockershim-flag.ts';
import type { Rule } from './rule.ts';

export const RULES: readonly Rule[] = [
  dockerSocketMount,
  dockerSocketEndpoint,
  dockerHostPath,
  dockerCliCommand,
  dockerServiceUnit,
  dockerEnginePackage,
  dockerDaemonConfig,
  kubeletDockershimFlag,
  kubeletContainerRuntimeFlag,
  dockershimSocket,
];
