'use strict';
/** For NODE_OPTIONS=--require: every loading of the HCI addon gets the look-alike instead. */
const Module = require('node:module');
const path = require('node:path');

const load = Module._load;
Module._load = function loadWithVirtualRadio(request, ...rest) {
  const asked = request === '@abandonware/bluetooth-hci-socket';
  return asked
    ? require(path.join(__dirname, 'hci-socket.cjs'))
    : load.call(this, request, ...rest);
};
