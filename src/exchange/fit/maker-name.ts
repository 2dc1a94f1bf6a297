/** Makers by the numbers the FIT profile gives them; the common ones. */
const makers: Readonly<Record<number, string>> = {
  1: 'Garmin',
  23: 'Suunto',
  32: 'Wahoo',
  89: 'Tacx',
  123: 'Polar',
  260: 'Zwift',
  265: 'Strava',
  294: 'Coros',
};

type Made = {
  readonly manufacturer: number | undefined;
  readonly product: number | undefined;
  readonly productName: string;
};

/** What recorded a file, in words: its own name for itself, or its maker and product number; empty where it says neither. */
export function makerName({ manufacturer, product, productName }: Made): string {
  if (productName !== '') return productName;
  const maker = manufacturer === undefined ? undefined : makers[manufacturer];
  if (maker === undefined) return '';
  return product === undefined ? maker : `${maker} ${product}`;
}
