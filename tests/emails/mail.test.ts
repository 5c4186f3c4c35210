import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type MailAudience, readableText } from '../../lib/domain/mail-audience.ts';
import { layOut } from '../../lib/emails/mail.ts';
import { everyMail, hostile, hostileInHtml, words, wordsOfHtml } from './samples.ts';

describe('a mail', () => {
  const mail = layOut({
    audience: 'team',
    subject: 'Sujet',
    body: ['Un paragraphe.', ['premier', 'second'], 'Fin\u00a0:'],
    action: { label: 'Ouvrir', url: 'https://tani.example/?a=1&b=2' },
    signature: 'Alix Exemple\nMission',
  });

  it('is laid out in plain text, block by block', () => {
    expect(mail.text).toBe(
      'Bonjour,\n\nUn paragraphe.\n\n- premier\n- second\n\nFin\u00a0:\n\nOuvrir\u00a0:\nhttps://tani.example/?a=1&b=2\n\nAlix Exemple\nMission\n',
    );
  });

  it('is laid out in HTML with the same blocks, the list as a list, the link as a link and in full', () => {
    expect(mail.html).toMatch(/^<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>Sujet<\/title>/);
    expect(mail.html.match(/<li>[^<]*<\/li>/g)).toEqual(['<li>premier</li>', '<li>second</li>']);
    expect(mail.html).toContain('<a href="https://tani.example/?a=1&amp;b=2"');
    expect(mail.html).toContain('>https://tani.example/?a=1&amp;b=2</p>');
    expect(mail.html).toContain('Alix Exemple<br>Mission');
  });

  it('without an action has no link', () => {
    const plain = layOut({ audience: 'team', subject: 'Sujet', body: ['Texte.'], signature: 'Mission' });
    expect(plain.text).toBe('Bonjour,\n\nTexte.\n\nMission\n');
    expect(plain.html).not.toContain('<a ');
  });

  it('greets by their name whoever is named', () => {
    const named = layOut({
      audience: 'nobody',
      subject: 'Sujet',
      greeting: 'Bonjour Alix Exemple,',
      body: ['Texte.'],
      signature: 'Mission',
    });
    expect(named.text).toBe('Bonjour Alix Exemple,\n\nTexte.\n\nMission\n');
    expect(named.html).toMatch(/>Bonjour Alix Exemple,<\/p><p [^>]*>Texte\./);
  });

  it('shows what people typed as text, wherever it stands', () => {
    const typed = layOut({
      audience: 'team',
      subject: hostile,
      greeting: hostile,
      body: [hostile, [hostile]],
      action: { label: hostile, url: hostile },
      signature: hostile,
    });
    expect(typed.html.split(hostileInHtml)).toHaveLength(9);
    expect(typed.html).not.toMatch(/<script|"x"|'Cie/);
    expect(typed.text).toContain(hostile);
  });
});

describe.each(everyMail)('the mail « $name »', ({ name, mail }) => {
  it('says the same words in plain text and in HTML', () => {
    const action = mail.html.match(/<a [^>]*>([^<]*)<\/a>/)?.[1];
    expect(wordsOfHtml(mail).join(' ')).toBe(words(mail.text.replace(`${action}\u00a0:\n`, `${action}\n`)).join(' '));
  });

  it('has a subject that says what it is about, with the number of the dossier, its structure, the closing or the code', () => {
    const told: Record<string, RegExp> = {
      'sign-in': /^012345\s: \S/,
      'corrections received': /^\[TANI-2020-0042\] Vos corrections sont déposées/,
      'corrections answered': /^\[TANI-2020-0042\] Les corrections demandées/,
      invitation: /^Vous êtes invité .*Pays d’Exemple/,
      'access request': /^Une personne demande .*Pays d’Exemple/,
      'access accepted': /^Vous participez .*Pays d’Exemple/,
      'access refused': /^Votre demande .*Pays d’Exemple.*n’est pas acceptée/,
      'section assigned': /^Une page .*Pays d’Exemple.*vous est confiée$/,
      'visa asked': /^Votre visa est demandé .*Pays d’Exemple/,
      'visa given': /^Visa donné .*Pays d’Exemple/,
      'visa refused': /^Visa refusé .*Pays d’Exemple/,
      'message to the Mission': /^Message de «\sPays d’Exemple\s»$/,
      'message of the Mission': /^La Mission vous écrit .*Pays d’Exemple/,
      'closing moved': /^Le dépôt est prolongé .*7 octobre/,
      'late authorisation': /^Vous pouvez déposer .*8 octobre/,
      'letter request': /^Votre lettre de soutien .*Pays d’Exemple/,
      'letter reminder': /^Rappel\s.*Pays d’Exemple.*attendue/,
      'letter code': /^012 345\s: \S.*lettre de soutien/,
      'letter confirmed': /^Votre lettre .*Pays d’Exemple.*confirmée/,
      'letter arrived': /^La lettre .*Pays d’Exemple.*confirmée/,
      'letter arrived after the deposit': /^La lettre .*Pays d’Exemple.*confirmée/,
      'letter refused': /^La lettre .*Pays d’Exemple.*refusée/,
      'other signer': /^Une autre personne .*Pays d’Exemple/,
      'letter address': /^La lettre .*Pays d’Exemple.*adresse à corriger/,
      'letter awaited': /^La lettre .*Pays d’Exemple.*pas encore arrivée/,
      'question answered': /^Votre question .*TANI.*réponse$/,
      'question left aside': /^Votre question .*TANI.*pas publiée$/,
      'assisted deposit, asked again': /^\[TANI-2020-0042\] Relisez et confirmez/,
      'assisted deposit confirmed': /^\[TANI-2020-0042\] Le territoire confirme/,
      'assisted deposit refused': /^\[TANI-2020-0042\] Le territoire refuse/,
      'draft deleted': /^Le brouillon .*Pays d’Exemple.*supprimé/,
      reminder: /^Votre dossier n’est pas encore déposé.*4 octobre/,
      'reminder, modified since': /^Des modifications ne sont pas déposées.*4 octobre/,
    };
    expect(mail.subject).toMatch(told[name] ?? /^\[TANI-2020-0042\] Votre \S+ \S/);
  });

  it('has no block without words, nor anything left to fill in', () => {
    expect(
      mail.text
        .trim()
        .split('\n\n')
        .filter((block) => !/\p{L}/u.test(block) && !/^\d{3} \d{3}$/.test(block)),
    ).toEqual([]);
    expect(mail.text).not.toMatch(/undefined|null|NaN|\[object|\n{3}|^- *$/m);
  });

  it('greets once', () => {
    expect(mail.text.split('\n\n').filter((block) => /^(Bonjour\b.*|\p{Lu}[\p{L}-]* \p{Lu}[\p{L}-]*),$/u.test(block))).toHaveLength(1);
  });

  it('follows French typography: curly apostrophes, guillemets, « courriel »', () => {
    const written = `${mail.subject}\n${mail.text}`.replace(/https:\S+/g, '');
    expect(written).not.toMatch(/['"]|e-?mail\b|«\S|\S»|\S[?!;](\s|$)|\w :\S/i);
  });
});

it('every mail is read again in the dossier by those it is for, and by nobody else', () => {
  const told: Record<string, MailAudience> = {
    'sign-in': 'nobody',
    'submission receipt': 'team',
    'submission receipt, again': 'team',
    'draft deleted': 'team',
    inadmissible: 'team',
    laureate: 'team',
    reserve: 'team',
    'not selected': 'team',
    'charter ready': 'team',
    invitation: 'teamWithoutLinks',
    'access request': 'addressee',
    'access accepted': 'addressee',
    'access refused': 'addressee',
    'corrections asked': 'team',
    'corrections begun': 'team',
    'corrections prolonged': 'team',
    'corrections reminded': 'team',
    'corrections withdrawn': 'team',
    'corrections received': 'team',
    'corrections answered': 'nobody',
    'letter request': 'teamWithoutLinks',
    'letter reminder': 'teamWithoutLinks',
    'letter code': 'nobody',
    'letter confirmed': 'teamWithoutLinks',
    'letter arrived': 'team',
    'letter arrived after the deposit': 'team',
    'letter refused': 'team',
    'other signer': 'team',
    'letter address': 'team',
    'letter awaited': 'team',
    'letter joined': 'team',
    'question answered': 'nobody',
    'question left aside': 'nobody',
    'assisted deposit': 'teamWithoutLinks',
    'assisted deposit, asked again': 'teamWithoutLinks',
    'assisted deposit confirmed': 'nobody',
    'assisted deposit refused': 'nobody',
    reminder: 'team',
    'reminder, modified since': 'team',
    'section assigned': 'team',
    'visa asked': 'teamWithoutLinks',
    'visa given': 'team',
    'visa refused': 'team',
    'message to the Mission': 'nobody',
    'message of the Mission': 'team',
    'closing moved': 'team',
    'late authorisation': 'team',
    withdrawn: 'team',
    'withdrawn for good': 'team',
    'withdrawal cancelled': 'team',
  };
  expect(Object.fromEntries(everyMail.map(({ name, mail }) => [name, mail.audience]))).toEqual(told);
});

it('an official is greeted by their name, and a service is written to whatever its name', () => {
  const textOf = (name: string) => everyMail.find((sample) => sample.name === name)?.mail.text ?? '';
  for (const name of ['letter request', 'letter reminder', 'letter confirmed'])
    expect(textOf(name)).toMatch(/^Bonjour Dominique Exemple,\n\n/);
  expect(textOf('access refused')).toContain('écrivez au service chargé de l’appel (Mission) en répondant');
});

it('no mail that the whole team reads carries a code or a personal link', () => {
  for (const { name, mail } of everyMail) {
    const shown = readableText({ ...mail, to: 'somebody@else.example' }, 'member@team.example') ?? '';
    expect(shown, name).not.toMatch(/jeton|token|\b\d{3} ?\d{3}\b/i);
    if (mail.audience !== 'team') expect(shown, name).not.toMatch(/https?:/);
  }
});

it('every mail of the folder is among those', () => {
  const files = readdirSync('lib/emails').filter((file) => file !== 'mail.ts');
  expect(files.sort()).toEqual([
    'assisted-deposit.ts',
    'call-question.ts',
    'charter-ready.ts',
    'closing.ts',
    'corrections.ts',
    'decision.ts',
    'draft-deleted.ts',
    'inadmissible.ts',
    'letter-team.ts',
    'letter.ts',
    'message.ts',
    'reminder.ts',
    'section-assigned.ts',
    'sign-in.ts',
    'submission-receipt.ts',
    'team.ts',
    'visa.ts',
    'withdrawal.ts',
  ]);
});
