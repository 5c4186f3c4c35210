import { describe, expect, it } from 'vitest';
import { hiddenLink, type MailAudience, readableText } from '../../lib/domain/mail-audience.ts';

const text = 'Bonjour,\n\nSigner :\nhttps://tani.example/lettre/secret?a=1\n\nHTTP://tani.example/autre Mission\n';
const read = (audience: MailAudience, reader: string) => readableText({ audience, to: 'elue@ville.example', text }, reader);

describe('a mail read again in its dossier', () => {
  it('is whole for the team when it was written for the team', () => {
    expect(read('team', 'camille@ville.example')).toBe(text);
  });

  it('is shown without any of its links when it was sent to somebody else', () => {
    expect(read('teamWithoutLinks', 'camille@ville.example')).toBe(`Bonjour,\n\nSigner :\n${hiddenLink}\n\n${hiddenLink} Mission\n`);
    expect(read('teamWithoutLinks', 'elue@ville.example')).toBe(text);
  });

  it('is only for who received it, or for nobody', () => {
    expect(read('addressee', 'camille@ville.example')).toBeNull();
    expect(read('addressee', 'elue@ville.example')).toBe(text);
    expect(read('nobody', 'elue@ville.example')).toBeNull();
  });
});
