import { isLoopback } from './loopback.js';

describe('an address', () => {
  it.each(['127.0.0.1', '127.1.2.3', '::1', '::ffff:127.0.0.1'])('%s is this machine', (address) => {
    expect(isLoopback(address)).toBe(true);
  });

  it.each(['192.168.1.7', '::ffff:10.0.0.1', 'fe80::1', '1127.0.0.1', '::ffff:12.7.0.0', '', undefined])('%s is not', (address) => {
    expect(isLoopback(address)).toBe(false);
  });
});
