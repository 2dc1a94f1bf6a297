import { distrustOf } from './distrust.ts';
import type { Fact } from './facts.ts';
import type { Input } from './input.ts';
import { respondToKey } from './keys.ts';
import type { SessionState } from './state.ts';

/** The facts an input states of itself; what they bring about falls due after them. */
export function respond(state: SessionState, input: Input): Fact[] {
  if (state.phase.name === 'ended') return [];
  switch (input.type) {
    case 'tick':
      return [];
    case 'note':
      return [{ type: 'note-added', atMs: input.atMs, text: input.text }];
    case 'source-ended':
      return [{ type: 'source-ended', atMs: input.atMs }];
    case 'slept': {
      const { fromMs, atMs: untilMs, wallAheadMs } = input;
      return [{ type: 'slept', atMs: Math.max(state.atMs, fromMs), untilMs, wallAheadMs }];
    }
    case 'signal':
      return [signalled(state, input)];
    case 'key':
      return [
        { type: 'key-pressed', atMs: input.atMs, key: input.key },
        ...respondToKey(state, input),
      ];
  }
}

function signalled(
  state: SessionState,
  { atMs, signal }: Extract<Input, { type: 'signal' }>,
): Fact {
  switch (signal.type) {
    case 'link':
      return { type: 'link-changed', atMs, link: signal.link };
    case 'malformed':
      return { type: 'malformed', atMs, hex: hexOf(signal.bytes) };
    case 'measurement': {
      const { bpm, rrIntervalsMs, skinContact, energyKj } = signal.measurement;
      const distrust = distrustOf(state, signal.measurement, atMs);
      return {
        type: 'measured',
        atMs,
        bpm,
        rrIntervalsMs: [...rrIntervalsMs],
        ...(skinContact !== undefined && { skinContact }),
        ...(energyKj !== undefined && { energyKj }),
        ...(distrust !== undefined && { distrust }),
      };
    }
  }
}

const hexOf = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
