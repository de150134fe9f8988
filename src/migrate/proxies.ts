/** The proxy through which images are pulled, as variables of the runtime's unit. */
import { SOURCES } from '../data/source-links.ts';
import { hasCredentials } from './credentials.ts';
import type { Named, Row } from './model.ts';
import { type Answer, namedRow, type Plan, person, written } from './plan.ts';

export function proxy(key: string, value: string, plan: Plan): Answer {
  const name = /^(https?|no)[-_]?proxy$/i.exec(key)?.[1]?.toUpperCase();
  if (name === undefined) return person('No such variable of a proxy is known');
  if (hasCredentials(value)) {
    plan.secretProxy = true;
    return person(
      `The address carries a password, which is not copied: put \`${name}_PROXY\` into \`${secretFile(plan)}\` with mode 0600, which the drop-in reads, and take it out of the repository`,
    );
  }
  // Anything else would end the line of the unit, or begin another setting.
  if (!/^[\w.:/,*@[\]-]+$/.test(value))
    return person('The value holds characters that a unit would read differently: write it by hand');
  const known = plan.proxies.get(`${name}_PROXY`);
  if (known !== undefined && known !== value) return person('The files disagree: the drop-in has the first value');
  plan.proxies.set(`${name}_PROXY`, value);
  return written(
    `\`${name}_PROXY\` in \`${dropIn(plan)}\`${name === 'NO' ? '; the addresses of pods and services must be in it' : ''}`,
  );
}

export function proxyRows(proxies: readonly Named[], plan: Plan): readonly Row[] {
  return proxies.map((one) => {
    const answer = one.isLiteral
      ? proxy(one.name, one.value, plan)
      : person(`A template fills this in: set it in \`${dropIn(plan)}\``);
    return namedRow(one, one.name, answer, SOURCES.containerdProxy);
  });
}

export function unitOf(plan: Plan): string {
  return plan.target === 'containerd' ? 'containerd.service' : 'crio.service';
}

function dropIn(plan: Plan): string {
  return `/etc/systemd/system/${unitOf(plan)}.d/http-proxy.conf`;
}

export function secretFile(plan: Plan): string {
  return plan.target === 'containerd' ? '/etc/containerd/proxy.env' : '/etc/crio/proxy.env';
}
