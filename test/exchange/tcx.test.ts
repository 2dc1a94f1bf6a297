import { execFileSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { carriedFrom } from '../../src/exchange/carried-from.ts';
import { asTcxHolds } from '../../src/exchange/tcx/as-tcx-holds.ts';
import { decodeTcx } from '../../src/exchange/tcx/decode-tcx.ts';
import { encodeTcx } from '../../src/exchange/tcx/encode-tcx.ts';
import { temporaryFolder } from '../journal/samples.ts';
import { law } from '../session/random-session.ts';
import { pacedSession } from './stories.ts';

test('every random session comes back from TCX as TCX can hold it', () => {
  law(({ header }, { facts }) => {
    const session = carriedFrom(header, facts);
    const read = decodeTcx(encodeTcx(session, 'pulsepace 0.1.0'));
    expect(read.damage).toEqual([]);
    expect(read.session).toEqual(asTcxHolds(session));
  });
});
