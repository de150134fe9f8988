import type { Link } from '../../src/model/link.ts';

/** `scripts/setup.sh` · `image acme/agent` · `ConfigMap agent` · `make push` */
export function targetText({ to }: Link): string {
  switch (to.kind) {
    case 'file':
      return to.path;
    case 'image':
      return `image ${to.ref}`;
    case 'object':
      return `${to.object} ${to.name}`;
    case 'make-target':
      return `make ${to.name}`;
    case 'handler':
      return `handler ${to.name}`;
  }
}
