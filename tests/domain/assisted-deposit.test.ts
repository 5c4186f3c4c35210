import { describe, expect, it } from 'vitest';
import {
  assistanceLabels,
  channelLabels,
  channelWords,
  depositChannels,
  maxReference,
  proofFields,
  readParisInstant,
  readReceptionProof,
  wasReceivedInTime,
} from '../../lib/domain/assisted-deposit.ts';

const now = new Date('2019-10-10T12:00:00Z');
const good: Record<string, string> = {
  [proofFields.channel]: 'email',
  [proofFields.day]: '4/10/2019',
  [proofFields.time]: '23 h 58',
  [proofFields.reference]: ' Courriel « Candidature TANI » ',
  [proofFields.contact]: ' Mairie@Pays.FR ',
};
const read = (change: Record<string, string> = {}) => readReceptionProof((name) => ({ ...good, ...change })[name] ?? '', now);

describe('the instant of reception, on the clocks of Paris', () => {
  it.each([
    ['4/10/2019', '23 h 58', '2019-10-04T21:58:00.000Z'],
    ['04-10-2019', '23:58', '2019-10-04T21:58:00.000Z'],
    ['2019-10-04', '23:58', '2019-10-04T21:58:00.000Z'], // as the fields of a browser send them
    ['15.12.2019', '8h', '2019-12-15T07:00:00.000Z'],
    ['27/10/2019', '2:30', '2019-10-27T00:30:00.000Z'],
    ['29/2/2020', '0:00', '2020-02-28T23:00:00.000Z'],
  ])('« %s » « %s » is %s', (day, time, expected) => {
    expect(readParisInstant(day, time)?.toISOString()).toBe(expected);
  });

  it.each([
    ['31/3/2019', '2 h 30'], // the clocks go from 2 to 3 that night
    ['31/4/2019', '10:00'],
    ['29/2/2019', '10:00'],
    ['4/13/2019', '10:00'],
    ['4/10/2019', '24:00'],
    ['4/10/2019', '10:60'],
    ['4/10/2019', ''],
    ['', '10:00'],
    ['hier', 'midi'],
    ['4/10/19', '10:00'],
  ])('« %s » « %s » is no moment', (day, time) => {
    expect(readParisInstant(day, time)).toBeNull();
  });
});

describe('what the agent types', () => {
  it('is read whole, cleaned', () => {
    expect(read()).toEqual({
      proof: {
        channel: 'email',
        receivedAt: new Date('2019-10-04T21:58:00Z'),
        reference: 'Courriel « Candidature TANI »',
        contactEmail: 'mairie@pays.fr',
      },
      problems: null,
    });
  });

  it.each([
    [{ [proofFields.channel]: 'pigeon' }, proofFields.channel],
    [{ [proofFields.day]: 'hier' }, proofFields.day],
    [{ [proofFields.time]: '' }, proofFields.time],
    [{ [proofFields.day]: '31/3/2019', [proofFields.time]: '2 h 30' }, proofFields.time],
    [{ [proofFields.day]: '11/10/2019' }, proofFields.day],
    [{ [proofFields.reference]: '  ' }, proofFields.reference],
    [{ [proofFields.reference]: 'x'.repeat(maxReference + 1) }, proofFields.reference],
    [{ [proofFields.contact]: 'mairie' }, proofFields.contact],
    [{ [proofFields.contact]: `${'x'.repeat(300)}@pays.fr` }, proofFields.contact],
  ])('%o is to be corrected', (change, field) => {
    expect(Object.keys(read(change).problems ?? {})).toEqual([field]);
  });
});

describe('« avant le 5 octobre 2019 », for what came by mail', () => {
  const call = { opensAt: new Date('2019-06-03T00:00:00Z'), closesAt: new Date('2019-10-04T22:00:00Z') };
  it.each([
    ['2019-10-04T21:59:59.999Z', true],
    ['2019-10-04T22:00:00.000Z', false],
    ['2019-06-02T23:59:59.999Z', false],
    ['2019-06-03T00:00:00.000Z', true],
  ])('received %s: %s', (instant, expected) => {
    expect(wasReceivedInTime(call, new Date(instant), now)).toBe(expected);
  });

  it('never in the future', () => {
    expect(wasReceivedInTime({ opensAt: null, closesAt: new Date('2030-01-01') }, new Date(now.getTime() + 1), now)).toBe(false);
  });
});

it('each channel and each state has its words', () => {
  for (const channel of depositChannels) expect([channelLabels[channel], channelWords[channel]]).not.toContain('');
  expect(new Set(Object.values(assistanceLabels)).size).toBe(4);
});
