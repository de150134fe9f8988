import { describe, expect, it } from 'vitest';
import { NO_KNOWLEDGE } from '../src/model/knowledge.ts';
import { filterFor, RULE_FILTER, wordFilter } from '../src/stages/filter.ts';

describe('the word filter', () => {
  it('ignores case and takes words literally', () => {
    const matters = wordFilter(['docker', 'a.b']);
    expect(['FROM Docker', 'xA.By', 'axb', ''].map(matters)).toEqual([true, true, false, false]);
  });

  it('finds the longer of two words too', () => {
    const matters = wordFilter(['docker.sock', 'docker']);
    expect(['/var/run/docker.sock', 'docker ps', 'dock'].map(matters)).toEqual([true, true, false]);
  });

  it('takes a word that stands in half of all comments only where the rest of its command follows', () => {
    const matters = wordFilter([{ word: 'minikube', before: ['image', 'cache'] }]);
    const texts = [
      'minikube -p dev image load a:1',
      'command:\n- Minikube\n- cache\n',
      '# environments with little resources, such as Minikube\n',
      'image of minikube',
    ];
    expect(texts.map(matters)).toEqual([true, true, false, false]);
  });

  it('passes what rules look for, and not what they never do', () => {
    const texts = [
      '--network-plugin=cni',
      'path: /var/run/dockershim.sock',
      'bridge 172.17.0.1',
      'image: nginx:1.27',
      'kubectl get pods',
    ];
    expect(texts.map(RULE_FILTER.hasWord)).toEqual([true, true, true, false, false]);
  });

  it('does not take the registry of an image for a word in what a chart renders', () => {
    const texts = [
      'image: docker.io/bitnami/redis:6',
      'repository: docker.elastic.co/kibana',
      'registry: docker.io',
      'imageRegistry: "docker.io"\n',
      'registry: docker.io.example.com',
      'apt-get install -y docker.io',
      'image: docker.io/library/docker:dind',
      'mountPath: /var/run/docker.sock',
    ];
    expect(texts.map(RULE_FILTER.hasWordInChart)).toEqual([false, false, false, false, true, true, true, true]);
    expect(texts.map(RULE_FILTER.hasWord)).toEqual(texts.map(() => true));
  });

  it('takes the words of checks of one’s own too, in a chart as elsewhere', () => {
    const finds = { kind: 'image', repository: 'acme/Frobber' } as const;
    const check = {
      name: 'frobber',
      finds,
      severity: 'error',
      message: 'it breaks',
      instead: 'use the other',
    } as const;
    const own = filterFor({ ...NO_KNOWLEDGE, checks: [check] });
    const texts = ['image: acme/FROBBER:1', 'engine: Docker', 'image: docker.io/bitnami/redis:6', 'image: nginx:1.27'];
    expect(texts.map(own.hasWordInChart)).toEqual([true, true, false, false]);
    expect(texts.map(own.hasWord)).toEqual([true, true, true, false]);
  });

  it('passes a file whose name is enough, whatever its text', () => {
    const text = '[Service]\nEnvironment=HTTPS_PROXY=http://proxy.example\n';
    expect(RULE_FILTER.matters({ path: 'etc/systemd/system/docker.service.d/proxy.conf', text })).toBe(true);
    expect(RULE_FILTER.matters({ path: 'etc/systemd/system/other.service.d/proxy.conf', text })).toBe(false);
  });
});
