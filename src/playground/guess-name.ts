/** A name for a text that was pasted: the name of a file tells its language. */

/** Where it is taken to stand matters little: what it says decides. */
export function guessName(text: string): string {
  const start = text.trimStart();
  if (start.startsWith('#!')) return 'pasted.sh';
  if (/^\[(?:Unit|Service|Install)\]/m.test(text)) return 'pasted.service';
  if (/^[{[]/.test(start)) return 'pasted.json';
  if (/^(?:#.*\n|\s)*(?:FROM|ARG)\s/i.test(text)) return 'Dockerfile';
  if (/^(?:resource|module|variable|locals|data|provider|terraform)\b[^\n\r:]*\{/m.test(text)) return 'pasted.tf';
  if (/^(?:sudo |docker |systemctl |kubeadm |apt-get |export |curl )/m.test(text) && !/^apiVersion:/m.test(text))
    return 'pasted.sh';
  return 'pasted.yaml';
}
