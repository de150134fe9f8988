/** Colours of the terminal, or none of them. */

export type Role = 'error' | 'warning' | 'notice' | 'success' | 'strong' | 'dim' | 'related' | 'code';

export interface Style {
  paint(role: Role, text: string): string;
  link(text: string, address: string): string;
}

const CODES: Readonly<Record<Role, string>> = {
  error: '1;31',
  warning: '1;33',
  notice: '1;36',
  success: '1;32',
  strong: '1',
  dim: '2',
  related: '34',
  code: '36',
};

/** Texts are already made visible (escape.ts) when they come here. */
export function createStyle(color: boolean, hyperlinks: boolean): Style {
  return {
    paint: (role, text) => (color && text !== '' ? `\u001b[${CODES[role]}m${text}\u001b[0m` : text),
    link: (text, address) =>
      hyperlinks && /^https:\/\/[!-~]+$/.test(address) ? `\u001b]8;;${address}\u001b\\${text}\u001b]8;;\u001b\\` : text,
  };
}
