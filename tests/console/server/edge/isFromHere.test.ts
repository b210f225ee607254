import { describe, expect, it } from 'vitest'
import { thisComputerAlone } from '../../../../console/server/edge/createEdge.ts'
import { isFromHere } from '../../../../console/server/edge/isFromHere.ts'
import { placeOf } from '../../../../console/server/edge/Place.ts'

const publicUrl = 'https://talk.example.org'
const tls = { certFile: 'cert.pem', keyFile: 'key.pem' }
const places = {
  loopback: placeOf(thisComputerAlone),
  tls: placeOf({ ...thisComputerAlone, host: '0.0.0.0', tls, publicUrl: `${publicUrl}:8443` }),
  proxied: placeOf({ ...thisComputerAlone, publicUrl, trustedProxy: ['10.0.0.2', '127.0.0.1'] }),
  exposed: placeOf({ ...thisComputerAlone, host: '0.0.0.0', publicUrl, trustedProxy: ['10.0.0.0/24'] }),
}

const at = (place: keyof typeof places, headers: Record<string, string>, from = '127.0.0.1', method = 'GET') =>
  isFromHere({ method, headers, socket: { remoteAddress: from } }, places[place])

describe('the name it was asked by', () => {
  it.each([
    { place: 'loopback', host: 'localhost:3978', is: true },
    { place: 'loopback', host: '127.0.0.1', is: true },
    { place: 'loopback', host: '[::1]:3978', is: true },
    { place: 'loopback', host: 'localhost.evil.example', is: false },
    { place: 'loopback', host: 'talk.example.org', is: false },
    { place: 'tls', host: 'talk.example.org:8443', is: true },
    { place: 'tls', host: 'TALK.example.org:8443', is: true },
    { place: 'tls', host: 'talk.example.org', is: false },
    { place: 'tls', host: 'localhost:8443', is: false },
    { place: 'proxied', host: 'talk.example.org', is: true },
    { place: 'proxied', host: 'evil.talk.example.org', is: false },
    { place: 'proxied', host: 'localhost:3978', is: true },
    { place: 'exposed', host: 'localhost:3978', is: false },
  ] as const)('$host at $place is ours: $is', ({ place, host, is }) => {
    expect(at(place, { host })).toBe(is)
  })

  it('is needed', () => expect(at('loopback', {})).toBe(false))

  it.each([
    { headers: { 'x-forwarded-host': 'talk.example.org' }, is: true },
    { headers: { 'x-forwarded-host': 'talk.example.org', 'x-forwarded-proto': 'https' }, is: true },
    { headers: { 'x-forwarded-host': 'talk.example.org', 'x-forwarded-proto': 'http' }, is: false },
    { headers: { 'x-forwarded-host': 'talk.example.org', 'x-forwarded-proto': 'https, http' }, is: false },
    { headers: { 'x-forwarded-host': 'evil.example' }, is: false },
    { headers: { 'x-forwarded-host': 'talk.example.org, evil.example' }, is: false },
    { headers: { 'x-forwarded-host': 'localhost:3978' }, is: false },
    { headers: { 'x-forwarded-for': '192.0.2.1' }, is: false },
  ])('is the one a trusted proxy says: $headers', ({ headers, is }) => {
    expect(at('proxied', { host: 'localhost:3978', ...headers }, '10.0.0.2')).toBe(is)
  })

  it('is not the one that anyone else says', () => {
    expect(at('loopback', { host: 'evil.example', 'x-forwarded-host': 'localhost:3978' })).toBe(false)
    const forwarded = { 'x-forwarded-host': 'talk.example.org', 'x-forwarded-proto': 'https' }
    expect(at('exposed', { host: '10.0.1.1:3978', ...forwarded }, '10.0.1.9')).toBe(false)
  })

  it('does not help who comes past the proxy, unprotected', () => {
    expect(at('exposed', { host: 'talk.example.org' }, '10.0.0.7')).toBe(true)
    expect(at('exposed', { host: 'talk.example.org' }, '10.0.1.7')).toBe(false)
  })
})

describe('the page that made it', () => {
  it.each([
    { place: 'loopback', host: 'localhost:3978', origin: 'http://localhost:3978', is: true },
    { place: 'loopback', host: 'localhost:3978', origin: 'https://localhost:3978', is: false },
    { place: 'loopback', host: 'localhost:3978', origin: 'http://localhost:3979', is: false },
    { place: 'loopback', host: 'localhost:3978', origin: 'http://127.0.0.1:3978', is: false },
    { place: 'loopback', host: 'localhost:3978', origin: 'null', is: false },
    { place: 'tls', host: 'talk.example.org:8443', origin: 'https://talk.example.org:8443', is: true },
    { place: 'tls', host: 'talk.example.org:8443', origin: 'https://talk.example.org', is: false },
    { place: 'proxied', host: 'talk.example.org', origin: 'https://talk.example.org', is: true },
    { place: 'proxied', host: 'talk.example.org', origin: 'http://talk.example.org', is: false },
    { place: 'proxied', host: 'talk.example.org', origin: 'http://localhost:3978', is: false },
  ] as const)('at $origin to $host at $place is ours: $is', ({ place, host, origin, is }) => {
    expect(at(place, { host, origin }, '127.0.0.1', 'POST')).toBe(is)
  })

  const open = { 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' }
  it.each([
    { site: 'same-origin', is: true },
    { site: 'none', is: true },
    { site: 'cross-site', is: false },
    { site: 'same-site', is: false },
    { site: 'cross-site', also: open, is: true },
    { site: 'same-site', also: open, is: true },
    { site: 'cross-site', also: open, method: 'POST', is: false },
    { site: 'cross-site', also: { ...open, 'sec-fetch-dest': 'iframe' }, is: false },
    { site: 'cross-site', also: { 'sec-fetch-mode': 'no-cors', 'sec-fetch-dest': 'image' }, is: false },
    { site: 'cross-site', also: { 'sec-fetch-mode': 'websocket', 'sec-fetch-dest': 'websocket' }, is: false },
  ])('from $site with $also by $method is taken: $is', ({ site, also = {}, method = 'GET', is }) => {
    expect(at('loopback', { host: 'localhost', 'sec-fetch-site': site, ...also }, '127.0.0.1', method)).toBe(is)
  })
})
