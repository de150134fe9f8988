/** Keeps passwords out of everything that is written. */

const USER_INFO = /(\/\/)[^\s/@]*@/g;

/** The user name and the password in front of a host. */
export function hasCredentials(text: string): boolean {
  return /\/\/[^\s/@]+@/.test(text);
}

export function withoutCredentials(text: string): string {
  return text.replace(USER_INFO, '$1…@');
}
