import type { Service } from './gatt-table.ts';

export type StrapBuild = {
  readonly batteryPercent?: number;
  readonly bodyLocation?: number;
  readonly manufacturer?: string;
  readonly model?: string;
  readonly controlPoint?: boolean;
  /** A strap whose measurement has no client configuration descriptor. */
  readonly withoutConfiguration?: boolean;
  /** A strap that advertises heart rate and does not have it. */
  readonly withoutHeartRate?: boolean;
};

export const UUID = {
  heartRate: 0x180d,
  measurement: 0x2a37,
  bodyLocation: 0x2a38,
  controlPoint: 0x2a39,
  battery: 0x180f,
  batteryLevel: 0x2a19,
  deviceInformation: 0x180a,
  manufacturer: 0x2a29,
  model: 0x2a24,
} as const;

const text = (value: string) => new TextEncoder().encode(value);

/** GAP, GATT and whatever of the heart rate, battery and device information services is built in. */
export function strapServices(name: string, build: StrapBuild): Service[] {
  const services: Service[] = [
    {
      uuid: 0x1800,
      characteristics: [
        { uuid: 0x2a00, can: ['read'], value: text(name) },
        { uuid: 0x2a01, can: ['read'], value: Uint8Array.of(0x41, 0x03) },
      ],
    },
    { uuid: 0x1801, characteristics: [] },
  ];
  if (!build.withoutHeartRate) services.push(heartRate(build));
  if (build.batteryPercent !== undefined) {
    const value = Uint8Array.of(build.batteryPercent);
    const level = { uuid: UUID.batteryLevel, can: ['read', 'notify'] as const, value };
    services.push({ uuid: UUID.battery, characteristics: [level] });
  }
  const about = [
    { uuid: UUID.manufacturer, value: build.manufacturer },
    { uuid: UUID.model, value: build.model },
  ].flatMap(({ uuid, value }) =>
    value === undefined ? [] : [{ uuid, can: ['read'] as const, value: text(value) }],
  );
  if (about.length > 0) services.push({ uuid: UUID.deviceInformation, characteristics: about });
  return services;
}

function heartRate(build: StrapBuild): Service {
  const withoutConfiguration = build.withoutConfiguration ?? false;
  const { bodyLocation, controlPoint } = build;
  return {
    uuid: UUID.heartRate,
    characteristics: [
      { uuid: UUID.measurement, can: ['notify'], withoutConfiguration },
      ...(bodyLocation === undefined
        ? []
        : [
            {
              uuid: UUID.bodyLocation,
              can: ['read'] as const,
              value: Uint8Array.of(bodyLocation),
            },
          ]),
      ...(controlPoint ? [{ uuid: UUID.controlPoint, can: ['write'] as const }] : []),
    ],
  };
}
