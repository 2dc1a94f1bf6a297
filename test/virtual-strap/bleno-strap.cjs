'use strict';
/**
 * A second strap that shares no line with ours: @abandonware/bleno in a process of its own, over the same radio.
 * Runs with preload.cjs; tells its parent what happens and sends the packets it is given as hex.
 */
const bleno = require('@abandonware/bleno');

const { Characteristic, Descriptor, PrimaryService } = bleno;
let notify;

const measurement = new Characteristic({
  uuid: '2a37',
  properties: ['notify'],
  descriptors: [new Descriptor({ uuid: '2901', value: 'Heart rate' })],
  onSubscribe: (_maximum, update) => {
    notify = update;
    process.send('subscribed');
  },
  onUnsubscribe: () => {
    notify = undefined;
  },
});
const location = new Characteristic({
  uuid: '2a38',
  properties: ['read'],
  value: Buffer.from([1]),
});
const control = new Characteristic({
  uuid: '2a39',
  properties: ['write'],
  onWriteRequest: (data, _offset, _withoutResponse, callback) => {
    process.send(`written ${data.toString('hex')}`);
    callback(Characteristic.RESULT_SUCCESS);
  },
});
const level = new Characteristic({ uuid: '2a19', properties: ['read'], value: Buffer.from([64]) });

bleno.on('stateChange', (state) => {
  if (state === 'poweredOn') bleno.startAdvertising('Second strap', ['180d']);
});
bleno.on('advertisingStart', () => {
  bleno.setServices(
    [
      new PrimaryService({ uuid: '180d', characteristics: [measurement, location, control] }),
      new PrimaryService({ uuid: '180f', characteristics: [level] }),
    ],
    () => process.send('advertising'),
  );
});
process.on('message', (hex) => notify?.(Buffer.from(hex, 'hex')));
process.on('disconnect', () => process.exit(0));
