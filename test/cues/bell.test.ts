import { expect, test } from 'vitest';
import { bellFor } from '../../src/cues/bell.ts';
import type { Fact } from '../../src/session/facts.ts';

type Level = 'caution' | 'over';
const raised = (level: Level): Fact => ({ type: 'warning-raised', atMs: 1000, level, bpm: 101 });
const repeated = (level: Level): Fact => ({
  type: 'warning-repeated',
  atMs: 1000,
  level,
  bpm: 101,
});
const measured: Fact = { type: 'measured', atMs: 1000, bpm: 101, rrIntervalsMs: [] };

test('§2: sounds differ by level: one stroke for caution, three for over, raised or repeated', () => {
  for (const sounds of [raised, repeated]) {
    expect(bellFor([measured, sounds('caution')])).toBe('\u0007');
    expect(bellFor([measured, sounds('over')])).toBe('\u0007\u0007\u0007');
  }
});

test('easy straight to over begins both, and rings as over', () => {
  expect(bellFor([raised('caution'), raised('over')])).toBe('\u0007\u0007\u0007');
});

test('what is no warning, and a warning that ends, is silent', () => {
  const cleared: Fact = {
    type: 'warning-cleared',
    atMs: 9000,
    level: 'over',
    onsetMs: 1000,
    peakBpm: 104,
    bpm: 95,
  };
  expect(bellFor([])).toBe('');
  expect(bellFor([measured, cleared])).toBe('');
});

test('§2: muted, caution and repeats are silent and escalation still sounds', () => {
  const muted = { muted: true };
  expect(bellFor([raised('caution')], muted)).toBe('');
  expect(bellFor([repeated('over')], muted)).toBe('');
  expect(bellFor([raised('over')], muted)).toBe('\u0007\u0007\u0007');
});
