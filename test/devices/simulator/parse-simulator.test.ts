import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { FAULT_KINDS } from '../../../devices/simulator/fault.ts';
import { parseSimulator } from '../../../devices/simulator/parse-simulator.ts';
import { PERSONS, UNTRAINED } from '../../../devices/simulator/persons.ts';

const older = PERSONS.find(({ name }) => name === 'older');

describe('parseSimulator', () => {
  test.each([
    ['simulator', { person: UNTRAINED, seed: 1, faults: [] }],
    ['simulator:', { person: UNTRAINED, seed: 1, faults: [] }],
    ['simulator:seed=4294967295', { person: UNTRAINED, seed: 4_294_967_295, faults: [] }],
    [
      'simulator:person=older,seed=7,faults=dropout@120s+20s,freeze@300s+70s',
      {
        person: older,
        seed: 7,
        faults: [
          { kind: 'dropout', fromMs: 120_000, untilMs: 140_000 },
          { kind: 'freeze', fromMs: 300_000, untilMs: 370_000 },
        ],
      },
    ],
    [
      'simulator:faults=wide,many-rr@2m,zeros@500ms+1h,person=older',
      {
        person: older,
        seed: 1,
        faults: [
          { kind: 'wide', fromMs: 0, untilMs: Infinity },
          { kind: 'many-rr', fromMs: 120_000, untilMs: Infinity },
          { kind: 'zeros', fromMs: 500, untilMs: 3_600_500 },
        ],
      },
    ],
  ])('reads %s', (text, options) => {
    expect(parseSimulator(text)).toEqual(options);
  });

  it('knows every person and every fault by name', () => {
    for (const person of PERSONS) {
      expect(parseSimulator(`simulator:person=${person.name}`)).toMatchObject({ person });
    }
    for (const kind of FAULT_KINDS) {
      expect(parseSimulator(`simulator:faults=${kind}@1s+1s`)).toMatchObject({
        faults: [{ kind }],
      });
    }
  });

  test.each([
    [
      'simulator:person=old',
      'There is no person for the simulator called "old": choose untrained, sedentary, older',
    ],
    ['simulator:person=__proto__', 'There is no person for the simulator called "__proto__"'],
    ['simulator:person=', 'There is no person for the simulator called ""'],
    [
      'simulator:faults=melt@1s',
      'There is no fault for the simulator called "melt": choose dropout, freeze',
    ],
    ['simulator:faults=', 'cannot be read: write it like dropout@120s+20s'],
    ['simulator:faults=dropout@120', '"dropout@120" cannot be read'],
    ['simulator:faults=dropout+20s', '"dropout+20s" cannot be read'],
    ['simulator:faults=dropout@-1s', '"dropout@-1s" cannot be read'],
    ['simulator:faults=dropout@100h+1s', '"dropout@100h+1s" lies beyond 48 h'],
    ['simulator:faults=dropout@1s,', 'The simulator\'s fault "" cannot be read'],
    ['simulator:sex=f', 'There is no simulator setting called "sex": choose person, seed, faults.'],
    ['simulator:older', 'There is no simulator setting called "older"'],
    ['simulator:seed', 'The simulator\'s "seed" has no value'],
    ['simulator:seed=7,dropout', 'There is no simulator setting called "dropout"'],
    ['simulator:seed=1,seed=2', 'The simulator\'s "seed" is given twice'],
    ['simulator:seed=-1', 'seed "-1" is not one: give a whole number from 0 to 4294967295.'],
    ['simulator:seed=4294967296', 'seed "4294967296" is not one'],
    ['simulator:seed=', 'seed "" is not one'],
    ['simulator:a:b', 'is no simulator: write simulator or simulator:person=older'],
    ['strap', '"strap" is no simulator'],
    ['simulator:person=\u001b[31mred\u202e', 'called "?[31mred?"'],
  ])('answers %j with one sentence', (text, sentence) => {
    const answer = parseSimulator(text);
    expect(answer).toContain(sentence);
    expect(answer).toMatch(/^[ -~…]+\.$/);
  });

  it('never throws, and every answer is options or one printable sentence', () => {
    const part = fc.constantFrom(
      'person',
      'seed',
      'faults',
      '=',
      ',',
      '@',
      '+',
      '1s',
      'zeros',
      '7',
    );
    const text = fc.oneof(
      fc.string(),
      fc.array(part).map((parts) => `simulator:${parts.join('')}`),
    );
    fc.assert(
      fc.property(text, (spec) => {
        const answer = parseSimulator(spec);
        return typeof answer === 'string' ? /^[ -~…]+\.$/.test(answer) : answer.seed >= 0;
      }),
    );
  });
});
