/** What a policy of content security calls a script or a style by. */
import { sha256 } from '../../helm/functions/digest.ts';

export function digest(text: string): string {
  const bytes = sha256(new TextEncoder().encode(text));
  return `sha256-${btoa(String.fromCharCode(...bytes))}`;
}
