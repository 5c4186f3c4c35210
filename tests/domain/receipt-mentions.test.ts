import { describe, expect, it } from 'vitest';
import { demonstrationCall } from '../../lib/calls/demonstration/call.ts';
import { tani2020 } from '../../lib/calls/tani-2020/call.ts';
import { frenchDay } from '../../lib/domain/dates.ts';
import { contactLines, receiptMentions, silenceRejectsOn } from '../../lib/domain/receipt-mentions.ts';

const closesAt = new Date(tani2020.calendar.closesAt);
const inTime = new Date('2019-10-04T21:58:12Z');

describe('CRPA, R112-11-1', () => {
  const { silence, remedies, contact } = receiptMentions(tani2020, inTime, closesAt);

  it('says that silence accepts nothing, and the day from which it rejects', () => {
    expect(silence.join(' ')).toContain('ne vaut jamais acceptation');
    expect(silence.join(' ')).toContain('le 5 décembre 2019 au plus tard');
    expect(silence.join(' ')).toContain('sous réserve que le dossier soit complet');
  });

  it('says the remedies of the call, and when the time for a silent rejection begins', () => {
    expect(remedies.slice(1)).toEqual(tani2020.remedies);
    expect(remedies[0]).toContain('le délai court du 5 décembre 2019');
  });

  it('names the service and its address; of a telephone the published call does not give, says where to ask', () => {
    expect(contact.map(({ label }) => label)).toEqual(['Service chargé du dossier', 'Adresse électronique', 'Téléphone']);
    expect(contact[1]?.value).toBe('societe.numerique@finances.gouv.fr');
    expect(contact[2]?.value).toBe('L’appel publié n’en donne pas\u00a0: demandez-le par courriel.');
  });

  it('gives the telephone and the postal address of a call that has them', () => {
    const dates = { opensAt: new Date('2030-01-01'), closesAt: new Date('2030-03-01') };
    const lines = contactLines(demonstrationCall({ code: 'essai', promotion: 9, labelYear: 2030, ...dates }));
    expect(lines).toContainEqual({ label: 'Téléphone', value: '01 99 00 00 00' });
    expect(lines).toContainEqual({ label: 'Adresse postale', value: '1 place de l’Exemple, 75000 Paris' });
  });
});

describe('two months of silence', () => {
  it.each([
    ['run from the closing for what came before it', '2019-06-01T10:00:00Z', '2019-10-04T22:00:00Z', '5 décembre 2019'],
    ['run from a reception admitted after the closing', '2019-10-20T10:00:00Z', '2019-10-04T22:00:00Z', '20 décembre 2019'],
    ['end on the last day of a month too short', '2020-12-01T10:00:00Z', '2020-12-31T12:00:00Z', '28 février 2021'],
    ['cross the year', '2020-10-01T10:00:00Z', '2020-11-15T12:00:00Z', '15 janvier 2021'],
    ['are counted on the days of Paris', '2020-07-01T10:00:00Z', '2020-07-31T22:30:00Z', '1er octobre 2020'],
    ['cross the change of hour', '2020-07-01T10:00:00Z', '2020-09-15T21:59:00Z', '15 novembre 2020'],
  ])('%s', (_, receivedAt, closing, expected) => {
    expect(frenchDay(silenceRejectsOn(new Date(receivedAt), new Date(closing)))).toBe(expected);
  });
});
