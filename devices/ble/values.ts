import { filter, map, type Observable } from 'rxjs';
import type { RadioChild } from './child.ts';

/** The packets of one characteristic. */
export function values(child: RadioChild, characteristic: string): Observable<Uint8Array> {
  return child.messages$.pipe(
    filter((message) => message.type === 'value'),
    filter((message) => message.characteristic === characteristic),
    map(({ bytes }) => bytes),
  );
}
