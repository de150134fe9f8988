/** All rules, in the order of the catalogue. */
import { rule as chartRuntimeDocker } from './chart-runtime-docker.ts';
import { rule as containerdLegacyConfig } from './containerd-legacy-config.ts';
import { rule as criDockerdAdapter } from './cri-dockerd-adapter.ts';
import { rule as dockerBridgeNetwork } from './docker-bridge-network.ts';
import { rule as dockerCliCommand } from './docker-cli-command.ts';
import { rule as dockerContainerIdPrefix } from './docker-container-id-prefix.ts';
import { rule as dockerDaemonConfig } from './docker-daemon-config.ts';
import { rule as dockerEnginePackage } from './docker-engine-package.ts';
import { rule as dockerEnvDetection } from './docker-env-detection.ts';
import { rule as dockerHostPath } from './docker-host-path.ts';
import { rule as dockerLogFormat } from './docker-log-format.ts';
import { rule as dockerMetricsQuery } from './docker-metrics-query.ts';
import { rule as dockerOnlyAgent } from './docker-only-agent.ts';
import { rule as dockerServiceUnit } from './docker-service-unit.ts';
import { rule as dockerSocketEndpoint } from './docker-socket-endpoint.ts';
import { rule as dockerSocketMount } from './docker-socket-mount.ts';
import { rule as dockerSocketParentMount } from './docker-socket-parent-mount.ts';
import { rule as dockershimSocket } from './dockershim-socket.ts';
import { rule as kubeletContainerRuntimeFlag } from './kubelet-container-runtime-flag.ts';
import { rule as kubeletDockershimFlag } from './kubelet-dockershim-flag.ts';
import { rule as nodeLocalImageBuild } from './node-local-image-build.ts';
import { rule as nodeRegistryCredentials } from './node-registry-credentials.ts';
import { rule as ownCheck } from './own-check.ts';
import { rule as provisionerDockerRuntime } from './provisioner-docker-runtime.ts';
import type { Rule } from './rule.ts';
import { rule as runtimeclassDockerHandler } from './runtimeclass-docker-handler.ts';
import { rule as seccompDockerDefault } from './seccomp-docker-default.ts';

export const RULES: readonly Rule[] = [
  dockerSocketMount,
  dockerSocketParentMount,
  dockerSocketEndpoint,
  dockerHostPath,
  dockerCliCommand,
  dockerServiceUnit,
  dockerEnginePackage,
  dockerDaemonConfig,
  kubeletDockershimFlag,
  kubeletContainerRuntimeFlag,
  dockershimSocket,
  provisionerDockerRuntime,
  runtimeclassDockerHandler,
  seccompDockerDefault,
  dockerLogFormat,
  dockerMetricsQuery,
  dockerContainerIdPrefix,
  dockerEnvDetection,
  chartRuntimeDocker,
  dockerOnlyAgent,
  nodeLocalImageBuild,
  nodeRegistryCredentials,
  containerdLegacyConfig,
  dockerBridgeNetwork,
  criDockerdAdapter,
  ownCheck,
];
