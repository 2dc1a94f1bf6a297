import { mkdirSync, readdirSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { findRoutine } from '../../src/library/library.ts';
import { newRoutine } from '../../src/library/new-routine.ts';
import { ownRoutines } from '../../src/library/own-routines.ts';
import { parseRoutine } from '../../src/library/parse-routine.ts';
import { routineJsonSchema } from '../../src/library/routine-file-schema.ts';
import { shippedPath } from '../../src/library/shipped-routines.ts';
import { folder, rightYaml, written } from './folder.ts';

describe('own routines', () => {
  test('are found by the name of their file, and listed with their path', () => {
    const own = folder();
    const path = written(own, 'mine.yaml', rightYaml());
    expect(findRoutine('mine', own).name).toBe('Mine');
    expect(ownRoutines(own)).toEqual([{ id: 'mine', path, routine: findRoutine('mine', own) }]);
  });

  test('without a folder there are none, and what is no YAML file is none either', () => {
    const own = folder();
    written(own, 'notes.txt', 'x');
    expect(ownRoutines(own)).toEqual([]);
    expect(ownRoutines(join(own, 'nowhere'))).toEqual([]);
    expect(ownRoutines(undefined)).toEqual([]);
  });

  test('one that is broken says why and hinders no other', () => {
    const own = folder();
    written(own, 'broken.yaml', 'id: [');
    mkdirSync(join(own, 'folder.yaml'));
    written(own, 'mine.yaml', rightYaml());
    expect(ownRoutines(own).map((each) => ('problem' in each ? each.problem : each.id))).toEqual([
      expect.stringMatching(/broken\.yaml:1:\d+: /),
      expect.stringMatching(/folder\.yaml is not a file/),
      'mine',
    ]);
  });

  test('a file with the name of a shipped routine is never used in its place, and says so', () => {
    const own = folder();
    written(own, 'heart.yaml', rightYaml('heart'));
    expect(findRoutine('heart', own).steps.length).toBe(9);
    expect(ownRoutines(own)).toEqual([
      expect.objectContaining({ problem: expect.stringMatching(/heart comes with pulsepace/) }),
    ]);
  });

  test('a file whose id is not its name is refused: sessions and levels go by it', () => {
    const own = folder();
    written(own, 'mine.yaml', rightYaml('other'));
    expect(() => findRoutine('mine', own)).toThrow(/has the id other/);
  });

  test('by path the id of a shipped routine is refused, but for the shipped file itself', () => {
    const own = folder();
    const copy = written(own, 'x.yaml', readFileSync(shippedPath('heart')));
    expect(() => findRoutine(copy)).toThrow(/has the id heart, which comes with pulsepace/);
    symlinkSync(shippedPath('heart'), join(own, 'link.yaml'));
    expect(findRoutine(join(own, 'link.yaml')).id).toBe('heart');
    expect(findRoutine(written(own, 'any-name.yaml', rightYaml('mine'))).id).toBe('mine');
  });

  test('a slip of the finger is answered with the nearest name, own ones included', () => {
    const own = folder();
    written(own, 'stretching.yaml', rightYaml('stretching'));
    expect(() => findRoutine('streching', own)).toThrow(/Did you mean stretching\?/);
    expect(() => findRoutine('constructor', own)).toThrow(/no routine named "constructor"/);
    expect(() => findRoutine('__proto__', own)).toThrow(/no routine named "__proto__"/);
  });
});

describe('routines new', () => {
  test('writes an example that is right, 0600, and nothing beside it', () => {
    const own = join(folder(), 'deeper', 'routines');
    const path = newRoutine('morning-stretch', own);
    expect(findRoutine('morning-stretch', own).id).toBe('morning-stretch');
    expect(readdirSync(own)).toEqual(['morning-stretch.yaml']);
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(readFileSync(path, 'utf8').match(/#/g)?.length).toBeGreaterThan(12);
  });

  test('never writes over a file, nor through a link that leads nowhere', () => {
    const own = folder();
    written(own, 'mine.yaml', 'precious');
    symlinkSync(join(own, 'elsewhere'), join(own, 'dangling.yaml'));
    expect(() => newRoutine('mine', own)).toThrow(/is there already and is left as it is/);
    expect(() => newRoutine('dangling', own)).toThrow(/is there already/);
    expect(readFileSync(join(own, 'mine.yaml'), 'utf8')).toBe('precious');
    expect(readdirSync(own)).toEqual(['dangling.yaml', 'mine.yaml']);
  });

  test.each(['../x', 'a/b', 'Ä', '', 'UPPER', '$(reboot)', '-x', 'a'.repeat(41), 'x\0y'])(
    'the name %j is refused',
    (name) => expect(() => newRoutine(name, folder())).toThrow(/cannot name a routine/),
  );

  test.each(['con', 'nul', 'prn', 'aux', 'com1', 'lpt9'])(
    'the name %j, which is a device of Windows, is refused',
    (name) => expect(() => newRoutine(name, folder())).toThrow(/cannot name a routine/),
  );

  test('a shipped name is refused, and so is a folder that cannot be', () => {
    expect(() => newRoutine('heart', folder())).toThrow(/comes with pulsepace/);
    expect(() => newRoutine('mine', '/dev/null/routines')).toThrow(/cannot be written \(ENOTDIR\)/);
  });
});

describe('the JSON Schema for editors', () => {
  test('is what docs/routine.schema.json holds', async () => {
    await expect(routineJsonSchema()).toMatchFileSnapshot('../../docs/routine.schema.json');
  });

  test('demands what a file needs and knows every key of the example', () => {
    const schema = JSON.parse(routineJsonSchema());
    expect(schema.required).toEqual(['schemaVersion', 'id', 'name', 'summary', 'steps']);
    expect(schema.additionalProperties).toBe(false);
    const { routine } = parseRoutine(readFileSync(shippedPath('heart'), 'utf8'));
    const keys = Object.keys(routine ?? {});
    expect(keys.length).toBeGreaterThan(6);
    for (const key of keys) expect(Object.keys(schema.properties)).toContain(key);
  });
});
