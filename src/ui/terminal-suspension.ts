/** What a process may be told from outside; `process` is one. */
export type Signals = {
  on(event: 'SIGTSTP' | 'SIGCONT', listener: () => void): unknown;
  off(event: 'SIGTSTP' | 'SIGCONT', listener: () => void): unknown;
};

const ownGroup = 0;
const suspendedAfterMs = 50;

/**
 * Gives the terminal back before the process is suspended and takes it again when it goes on, until `forget`. `suspend`
 * is for Ctrl-Z, which raw mode does not turn into a signal.
 */
export function suspension(
  signals: Signals,
  { leave, comeBack }: { readonly leave: () => void; readonly comeBack: () => void },
) {
  let isForgotten = false;

  function suspend(whom: number): void {
    leave();
    signals.off('SIGTSTP', stopped);
    process.kill(whom, 'SIGTSTP');
    // Once it goes on, or at once where the system does not stop it, the screen is needed again.
    setTimeout(() => {
      if (!isForgotten) signals.on('SIGTSTP', stopped);
      goOn();
    }, suspendedAfterMs);
  }

  function stopped(): void {
    suspend(process.pid);
  }

  function goOn(): void {
    if (isForgotten) return;
    leave();
    comeBack();
  }

  signals.on('SIGCONT', goOn);
  signals.on('SIGTSTP', stopped);
  return {
    suspend: () => suspend(ownGroup),
    forget: () => {
      isForgotten = true;
      signals.off('SIGCONT', goOn);
      signals.off('SIGTSTP', stopped);
    },
  };
}
