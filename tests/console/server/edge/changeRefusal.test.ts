import { describe, expect, it } from 'vitest'
import { changeRefusal } from '../../../../console/server/edge/changeRefusal.ts'

const json = { 'content-type': 'application/json; charset=utf-8', 'content-length': '2' }
const cookie = 'session=a'
const origin = 'https://talk.example.org'

describe('changeRefusal', () => {
  it.each([
    { method: 'GET', headers: { cookie } },
    { method: 'POST', headers: { ...json } },
    { method: 'POST', headers: { ...json, authorization: 'Bearer a' } },
    { method: 'POST', headers: { ...json, cookie, origin } },
    { method: 'POST', headers: { ...json, cookie, 'sec-fetch-site': 'same-origin' } },
    { method: 'DELETE', headers: { cookie, origin } },
    { method: 'DELETE', headers: { cookie, origin, 'content-length': '0' } },
  ])('lets $method with $headers go on', request => {
    expect(refusalOf(request)).toBeUndefined()
  })

  it.each([
    { method: 'POST', headers: { ...json, cookie }, why: 'not-from-here' },
    { method: 'POST', headers: { ...json, cookie, authorization: 'Bearer a' }, why: 'not-from-here' },
    { method: 'POST', headers: { ...json, cookie, 'sec-fetch-site': 'none' }, why: 'not-from-here' },
    { method: 'PUT', headers: { ...json, cookie }, why: 'not-from-here' },
    { method: 'PATCH', headers: { ...json, cookie }, why: 'not-from-here' },
    { method: 'DELETE', headers: { cookie }, why: 'not-from-here' },
    { method: 'POST', headers: { cookie, origin }, why: 'not-json' },
    { method: 'POST', headers: { cookie, origin, 'content-type': 'text/plain' }, why: 'not-json' },
    { method: 'POST', headers: { origin, 'content-type': 'application/x-www-form-urlencoded' }, why: 'not-json' },
    { method: 'POST', headers: { authorization: 'Bearer a', 'content-type': 'multipart/form-data' }, why: 'not-json' },
    { method: 'POST', headers: { origin, 'content-type': 'application/jsonp' }, why: 'not-json' },
    { method: 'PUT', headers: { origin, 'transfer-encoding': 'chunked' }, why: 'not-json' },
    { method: 'DELETE', headers: { origin, 'content-length': '1' }, why: 'not-json' },
  ])('refuses $method with $headers as $why', ({ why, ...request }) => {
    expect(refusalOf(request)).toBe(why)
  })
})

const refusalOf = (request: { method: string; headers: Record<string, string> }) =>
  changeRefusal({ ...request, socket: {} })
