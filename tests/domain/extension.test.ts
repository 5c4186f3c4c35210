import { describe, expect, it } from 'vitest';
import {
  authorisationSentence,
  extensionSentence,
  incidentSentence,
  maxReasonLength,
  readAuthorisation,
  readIncident,
  readReason,
} from '../../lib/domain/extension.ts';

const plain = (text: string) => text.replaceAll('\u00a0', ' ');
const times = { closesAt: new Date('2019-10-04T22:00:00Z'), now: new Date('2019-10-04T15:00:00Z') };
const typed = {
  from: { day: '2019-10-04', time: '14:10' },
  to: { day: '2019-10-04', time: '16:00' },
  description: '  Les codes de connexion n’arrivaient plus.\u0000 ',
  closing: { day: '2019-10-07', time: '17:59' },
};
const incident = {
  startedAt: new Date('2019-10-04T12:10:00Z'),
  endedAt: new Date('2019-10-04T14:00:00Z'),
  description: 'Les codes de connexion n’arrivaient plus.',
  closesAt: new Date('2019-10-07T16:00:00Z'),
};

describe('an incident', () => {
  it('is read from what is typed, in Paris', () => {
    expect(readIncident(typed, times)).toEqual({ incident });
  });

  it('with nothing typed says what is missing, field by field', () => {
    const nothing = { day: '', time: '' };
    const read = readIncident({ from: nothing, to: nothing, description: ' ', closing: nothing }, times);
    expect('problems' in read && Object.keys(read.problems).sort()).toEqual(
      ['closingDay', 'closingTime', 'description', 'fromDay', 'fromTime', 'toDay', 'toTime'].sort(),
    );
  });

  it.each([
    ['begins later than now', { from: { day: '2019-10-04', time: '17:01' }, to: { day: '2019-10-04', time: '18:00' } }, ['fromDay']],
    ['ends when it begins', { to: typed.from }, ['toDay']],
    ['ends before it begins', { to: { day: '2019-10-03', time: '16:00' } }, ['toDay']],
    ['does not move the closing', { closing: { day: '2019-10-04', time: '23:59' } }, ['closingDay']],
    ['brings the closing forward', { closing: { day: '2019-10-04', time: '23:00' } }, ['closingDay']],
    ['closes in the past', { closing: { day: '2019-10-04', time: '16:59' } }, ['closingDay']],
    ['closes in another year', { closing: { day: '2020-10-07', time: '18:00' } }, ['closingDay']],
    ['closes in the night when clocks change', { closing: { day: '2019-10-27', time: '02:30' } }, ['closingTime']],
    ['begins in the night when clocks change', { from: { day: '2019-03-31', time: '02:30' } }, ['fromTime']],
    ['is told at too great length', { description: 'a'.repeat(maxReasonLength + 1) }, ['description']],
  ])('that %s is to be corrected there', (_, change, fields) => {
    const read = readIncident({ ...typed, ...change }, times);
    expect('problems' in read && Object.keys(read.problems)).toEqual(fields);
  });

  it('recorded after the closing gives one still to come', () => {
    const late = { ...times, now: new Date('2019-10-07T15:59:59Z') };
    expect(readIncident(typed, late)).toEqual({ incident });
    expect(readIncident(typed, { ...late, now: incident.closesAt })).toMatchObject({ problems: { closingDay: expect.any(String) } });
  });

  it('is told with its hours and its days, and the closing by its last minute', () => {
    expect(plain(extensionSentence(incident))).toBe(
      'Le dépôt a été prolongé jusqu’au lundi 7 octobre 2019 à 17 h 59 inclus, heure de Paris, en raison d’un incident.',
    );
    expect(plain(incidentSentence(incident))).toBe(
      'Le 4 octobre 2019 de 14 h 10 à 16 h 00 (heure de Paris) : Les codes de connexion n’arrivaient plus.',
    );
    expect(plain(incidentSentence({ ...incident, endedAt: new Date('2019-10-05T06:00:00Z') }))).toMatch(
      /^Du 4 octobre 2019 à 14 h 10 au 5 octobre 2019 à 8 h 00 \(heure de Paris\) : /,
    );
  });
});

describe('an individual authorisation', () => {
  const until = { day: '8/10/2019', time: '11 h 59' };

  it('is read from what is typed, given now', () => {
    const read = readAuthorisation({ until, reason: 'Hospitalisation de la responsable.' }, times);
    expect(read).toEqual({
      authorisation: { until: new Date('2019-10-08T10:00:00Z'), givenAt: times.now, reason: 'Hospitalisation de la responsable.' },
    });
    expect('authorisation' in read && plain(authorisationSentence(read.authorisation))).toBe(
      'Autorisation individuelle donnée le vendredi 4 octobre 2019 à 17 h 00 (heure de Paris), pour déposer jusqu’au mardi 8 octobre 2019 à 11 h 59 inclus, heure de Paris. Motif : Hospitalisation de la responsable.',
    );
  });

  it.each([
    [{ until: { day: '', time: '' }, reason: '' }, ['untilDay', 'untilTime', 'reason']],
    [{ until, reason: ' ' }, ['reason']],
    [{ until: { day: '2019-10-04', time: '23:59' }, reason: 'x' }, ['untilDay']],
    [{ until: { day: '2019-10-04', time: '12:00' }, reason: 'x' }, ['untilDay']],
    [{ until: { day: '2021-10-08', time: '12:00' }, reason: 'x' }, ['untilDay']],
    [{ until: { day: '2019-10-27', time: '02:00' }, reason: 'x' }, ['untilTime']],
  ])('%o is to be corrected there', (wrong, fields) => {
    const read = readAuthorisation(wrong, times);
    expect('problems' in read && Object.keys(read.problems)).toEqual(fields);
  });
});

it('a reason is kept clean; missing or too long, it says so', () => {
  expect(readReason(' Fusion de communes.\r\n', 'Écrivez-le.')).toEqual({ text: 'Fusion de communes.', problem: null });
  expect(readReason('\u0000 ', 'Écrivez-le.')).toEqual({ text: '', problem: 'Écrivez-le.' });
  expect(plain(readReason('é'.repeat(1001), '').problem ?? '')).toContain('1 000 caractères');
});
