import type { AdapterState } from './protocol.ts';

export type RadioListener = {
  readonly state: (state: AdapterState) => void;
  readonly warning: (message: string) => void;
  readonly discover: (sighting: { id: string; name?: string; rssi: number }) => void;
  readonly disconnected: (id: string, code?: number) => void;
  readonly value: (characteristic: string, bytes: Uint8Array) => void;
};

/**
 * All that is asked of a Bluetooth library; one file per library implements it. UUIDs are short lower-case hex.
 * Promises may hang or reject as the library pleases: every deadline is kept by the parent process.
 */
export type Radio = {
  /** Opens the adapter; from now on the listener hears of it. */
  readonly open: (listener: RadioListener) => void;
  /** Heart rate advertisers, every advertisement anew. Forgets all that was connected before. */
  readonly scan: () => Promise<void>;
  /** Ends the scan, then connects to what it has seen. */
  readonly connect: (id: string) => Promise<void>;
  /** The characteristics of one service; none where the service is absent. */
  readonly discover: (service: string) => Promise<string[]>;
  readonly subscribe: (characteristic: string) => Promise<void>;
  readonly read: (characteristic: string) => Promise<Uint8Array>;
  readonly write: (characteristic: string, bytes: Uint8Array) => Promise<void>;
};
