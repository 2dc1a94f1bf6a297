import fc from 'fast-check';

const [firstSurrogate, surrogates] = [0xd800, 0x800];

/** Any character of Unicode, for `fc.string`; its own `binary` builds a table of a million of them in each process first. */
export const anyCharacter: fc.Arbitrary<string> = fc
  .integer({ min: 0, max: 0x10ffff - surrogates })
  .map(
    (nth) => String.fromCodePoint(nth < firstSurrogate ? nth : nth + surrogates),
    (text) => {
      const code = typeof text === 'string' ? text.codePointAt(0) : undefined;
      if (code === undefined || text !== String.fromCodePoint(code))
        throw new Error('no character');
      return code < firstSurrogate ? code : code - surrogates;
    },
  );
