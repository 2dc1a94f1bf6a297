import { expect, test } from 'vitest';
import { carriedFrom } from '../../../src/exchange/carried-from.ts';
import { asFitHolds } from '../../../src/exchange/fit/as-fit-holds.ts';
import { decodeFit } from '../../../src/exchange/fit/decode-fit.ts';
import { encodeFit } from '../../../src/exchange/fit/encode-fit.ts';
import { law } from '../../session/random-session.ts';

test('every random session comes back from FIT as FIT can hold it, undamaged', () => {
  law(({ header }, { facts }) => {
    const session = carriedFrom(header, facts);
    if (session.points.length === 0) return;
    const read = decodeFit(encodeFit(session, 10));
    expect(read.damage).toEqual([]);
    const { isDemanding: _, ...held } = asFitHolds(session);
    expect(read.session).toEqual(held);
  });
});
