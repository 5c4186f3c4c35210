import { describe, expect, it } from 'vitest';
import { fieldText, offlineFields, shownCategories } from '../../../lib/domain/offline-form/fields.ts';
import { smallAnswers, smallCall } from '../../support/small-call.ts';

describe('places to answer without a network', () => {
  it('are every question but files, and three for each criterion', () => {
    const fields = offlineFields(smallCall, smallCall.categories);
    expect(fields.filter(({ criterion }) => criterion)).toHaveLength(6 * 3);
    expect(fields.map(({ question }) => question.code)).not.toContain('plan');
  });

  it('show the criteria of the chosen category, or all of them before it is chosen', () => {
    expect(shownCategories(smallCall, smallAnswers).map(({ code }) => code)).toEqual(['reseaux']);
    expect(shownCategories(smallCall, {})).toHaveLength(2);
  });

  it('say what is answered: a label for a choice', () => {
    const field = offlineFields(smallCall, []).find(({ question }) => question.code === 'ouverture');
    expect(field && fieldText(smallAnswers, field)).toBe('Une fois par semaine');
    expect(field && fieldText({}, field)).toBe('');
  });
});
