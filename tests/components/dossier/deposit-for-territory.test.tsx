import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { AssistedFacts } from '../../../components/dossier/assisted-facts.tsx';
import { DepositForTerritory } from '../../../components/dossier/deposit-for-territory.tsx';
import { InvitationList } from '../../../components/dossier/invitation-list.tsx';
import type { Gap } from '../../../lib/domain/completeness.ts';

const words = (html: string) => html.replace(/<[^>]*>/g, ' ').replace(/[\s\u00a0]+/g, ' ');
const received = { channel: 'email' as const, receivedAt: new Date('2019-10-04T21:58:00Z'), contactEmail: 'mairie@pays.fr' };
const gap = (sectionCode: string): Gap => ({ sectionCode, sectionTitle: 'Page', questionCode: sectionCode, message: 'À remplir.' }) as Gap;
const deposit = (gaps: Gap[]) =>
  words(renderToStaticMarkup(<DepositForTerritory dossierId="x" assisted={received} gaps={gaps} deposit={async () => {}} />));

describe('a deposit for a territory', () => {
  it('is confirmed under what is missing, how and when it was received, and whom it will be confirmed by', () => {
    const said = deposit([gap('a'), gap('b')]);
    expect(said).toContain('Il manque 2 éléments : le dossier sera déposé incomplet.');
    expect(said).toContain('reçu par courriel le vendredi 4 octobre 2019 à 23 h 58 (heure de Paris).');
    expect(said).toContain('Un courriel demandera aussitôt à mairie@pays.fr');
    expect(said).toContain('Déposer maintenant');
    expect(deposit([])).toContain('Il ne manque aucun élément.');
  });

  it('says that the territory is asked only once it has been', () => {
    const facts = {
      ...received,
      reference: 'n° 118',
      enteredBy: 'Agathe',
      original: null,
      depositedAt: null,
      answeredAt: null,
      reason: '',
    };
    const said = (state: 'entering' | 'awaiting') => words(renderToStaticMarkup(<AssistedFacts assisted={{ ...facts, state }} />));
    expect(said('entering')).toContain('Confirmation à demander à mairie@pays.fr');
    expect(said('awaiting')).toContain('Confirmation demandée à mairie@pays.fr');
  });
});

it('the person who confirms is told what the Mission did and what to do; anybody else, who invites them', () => {
  const invitation = { id: 'x', organisationName: 'Pays', callTitle: 'Appel', role: 'lead' as const, inviter: 'Agathe' };
  const said = (toConfirm: boolean) =>
    words(renderToStaticMarkup(<InvitationList invitations={[{ ...invitation, toConfirm }]} answer={async () => {}} />));
  expect(said(true)).toMatch(/La Mission a saisi et déposé ce dossier à partir de votre envoi\..*Ouvrir le dossier.*Refuser l’invitation/);
  expect(said(true)).not.toContain('Agathe');
  expect(said(false)).toMatch(/Agathe vous invite à participer à ce dossier\. Appel\..*Rejoindre le dossier.*Refuser /);
});
