import { firstValueFrom, take, toArray } from 'rxjs';
import { expect, test } from 'vitest';
import { strap } from '../../../devices/ble/strap.ts';

test.runIf(process.platform === 'linux')(
  'a driver that the system will not start is a loss with its reason, and is tried again (Linux: more environment than it takes)',
  async () => {
    const signals$ = strap({
      env: { PULSEPACE_TOO_MUCH: 'x'.repeat(1 << 20) },
      deadlines: { backOffMs: [1] },
    }).pipe(take(2), toArray());
    const reason = expect.stringMatching(/driver could not be started \(E2BIG\)/);
    expect(await firstValueFrom(signals$)).toEqual([
      { type: 'link', link: { status: 'lost', reason } },
      { type: 'link', link: { status: 'lost', reason } },
    ]);
  },
);
