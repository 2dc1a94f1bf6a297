import type { Recording } from './screen-model.ts';

/** One line on whether what happens is kept. */
export function recordingText(recording: Recording): string {
  switch (recording.status) {
    case 'on':
      return '> recording';
    case 'off':
      return '> NOT RECORDING';
    case 'failed':
      return `> NOT RECORDING: ${recording.reason}`;
  }
}
