/** What an open session can be for. Free of schemas, so that the command table can name them at no cost. */
export const sports = ['walk', 'jog', 'cycle', 'swim'] as const;
export type Sport = (typeof sports)[number];
