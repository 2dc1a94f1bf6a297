/** A program that speaks what it reads on its input; no text ever stands among its arguments, where others could read it. */
export type Voice = {
  readonly program: string;
  readonly args: readonly string[];
  /** Stops what goes on sounding when the program itself has ended. */
  readonly stopArgs?: readonly string[];
};

const speakIn = [
  'Add-Type -AssemblyName System.Speech',
  '[Console]::InputEncoding = [Text.Encoding]::UTF8',
  '$voice = New-Object System.Speech.Synthesis.SpeechSynthesizer',
  '$voice.Speak([Console]::In.ReadToEnd())',
].join('; ');

const linux: readonly Voice[] = [
  {
    // As an argument it would take the text for a format; of this priority the newest message ends the one before.
    program: 'spd-say',
    args: ['--pipe-mode', '--wait', '--priority', 'text', '--language', 'en'],
    stopArgs: ['--stop'],
  },
  { program: 'espeak-ng', args: ['-v', 'en', '--stdin'] },
  { program: 'espeak', args: ['-v', 'en', '--stdin'] },
];

/** The voices a system may have, the best first. */
export function voicesOf(platform: NodeJS.Platform): readonly Voice[] {
  if (platform === 'darwin') return [{ program: 'say', args: ['-f', '-'] }];
  if (platform !== 'win32') return linux;
  const args = ['-NoProfile', '-NonInteractive', '-Command', speakIn];
  return [{ program: 'powershell.exe', args }];
}
