/** The files that a node needs with either runtime: of the kubelet, kubeadm, crictl, systemd and the kernel. */
import { stringify } from 'yaml';
import { socketOf } from './kubelet.ts';
import type { OutputFile } from './model.ts';
import type { Plan } from './plan.ts';
import { secretFile, unitOf } from './proxies.ts';

export function nodeFiles(plan: Plan): readonly OutputFile[] {
  return [
    {
      path: 'etc/crictl.yaml',
      text: stringify({ 'runtime-endpoint': socketOf(plan), 'image-endpoint': socketOf(plan) }),
    },
    ...kubelet(plan),
    ...proxy(plan),
    ...(plan.forwarding ? [{ path: 'etc/sysctl.d/99-kubernetes.conf', text: 'net.ipv4.ip_forward = 1\n' }] : []),
  ];
}

/** The patch is for `kubeadm … --patches`, the other one to be merged into the file of a kubelet that kubeadm does not manage. */
function kubelet(plan: Plan): readonly OutputFile[] {
  const text = stringify({
    apiVersion: 'kubelet.config.k8s.io/v1beta1',
    kind: 'KubeletConfiguration',
    containerRuntimeEndpoint: socketOf(plan),
    ...(plan.cgroupDriver === undefined ? {} : { cgroupDriver: plan.cgroupDriver }),
    ...(plan.logMaxSize === undefined ? {} : { containerLogMaxSize: plan.logMaxSize }),
    ...(plan.logMaxFiles === undefined ? {} : { containerLogMaxFiles: plan.logMaxFiles }),
  });
  return [
    { path: 'kubelet/kubelet-configuration.yaml', text },
    { path: 'kubeadm/patches/kubeletconfiguration+merge.yaml', text },
  ];
}

function proxy(plan: Plan): readonly OutputFile[] {
  if (plan.proxies.size === 0 && !plan.secretProxy) return [];
  const lines = [...plan.proxies].map(([name, value]) => `Environment="${name}=${value}"`);
  if (plan.secretProxy)
    lines.push(
      '# Holds the addresses with a password; mode 0600, and not in a repository.',
      `EnvironmentFile=-${secretFile(plan)}`,
    );
  return [{ path: `etc/systemd/system/${unitOf(plan)}.d/http-proxy.conf`, text: `[Service]\n${lines.join('\n')}\n` }];
}
