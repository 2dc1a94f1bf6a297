'use strict';
/** noble as it is, on top of the virtual radio: the look-alike takes the addon's place in the module cache. */
const { createRequire } = require('node:module');

module.exports = function loadNoble() {
  const fromNoble = createRequire(require.resolve('@abandonware/noble/package.json'));
  const filename = fromNoble.resolve('@abandonware/bluetooth-hci-socket');
  const exports = require('./hci-socket.cjs');
  require.cache[filename] = {
    id: filename,
    filename,
    loaded: true,
    exports,
    children: [],
    paths: [],
  };
  return require('@abandonware/noble/with-custom-binding')({});
};
