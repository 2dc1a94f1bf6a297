/** What a person asks of the sensor itself, by key: search anew at once, count the energy from zero. */
export type SensorWish = 'retry-link' | 'reset-energy';
