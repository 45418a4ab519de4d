import fc from 'fast-check'
import { expect, it } from 'vitest'
import { isPublicAddress } from '../../src/check/public-address.js'

it.each(['8.8.8.8', '113.190.240.1', '172.15.0.1', '172.32.0.1', '2401:d800::1', '2606:4700::1111'])(
  '%s is public',
  address => {
    expect(isPublicAddress(address)).toBe(true)
  },
)

it.each([
  ...[
    '127.0.0.1',
    '0.0.0.0',
    '10.1.2.3',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
  ],
  ...[
    '198.18.0.1',
    '224.0.0.1',
    '255.255.255.255',
    '::1',
    '::',
    'fe80::1',
    'fc00::1',
    'fd12::1',
    'ff02::1',
    '2001:db8::1',
  ],
  // IPv4 in the clothes of IPv6.
  ...['::ffff:127.0.0.1', '::ffff:8.8.8.8', '::127.0.0.1', '64:ff9b::7f00:1', '2002:7f00:1::', '2001:0:4136:e378::'],
  ...['', 'localhost', '127.1', '8.8.8.8.8', 'fe80::1%eth0'],
])('%s is not', address => {
  expect(isPublicAddress(address)).toBe(false)
})

it('no address of a private network is public', () => {
  const byte = fc.integer({ min: 0, max: 255 })
  const heads = fc.constantFrom('10', '127', '0', '224', '240')
  fc.assert(
    fc.property(heads, byte, byte, byte, (a, b, c, d) => {
      expect(isPublicAddress(`${a}.${b}.${c}.${d}`)).toBe(false)
    }),
  )
})
