import { randomUUID } from 'node:crypto';

/** An address nobody else has: two tests may begin within the same millisecond. */
export function ownAddress(name: string, domain = 'territoire.example'): string {
  return `${name}-${randomUUID().slice(0, 13)}@${domain}`;
}
