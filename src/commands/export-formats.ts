/** The formats that sessions are exported as, the usual one first. */
export const exportFormats = ['fit', 'tcx', 'csv', 'json', 'rr'] as const;
export type ExportFormat = (typeof exportFormats)[number];
