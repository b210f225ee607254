import { createServer, request as pass } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import type { Server } from 'node:net'
import express from 'express'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createEdge, thisComputerAlone } from '../../../../console/server/edge/createEdge.ts'
import { createListener } from '../../../../console/server/edge/createListener.ts'
import { type Certificate, certificateFor } from '../../../support/certificate.ts'
import { ask, portOf } from './ask.ts'

const name = 'talk.example.org'
let certificate: Certificate
let server: Server
let proxy: Server
/** One that takes plain HTTP from anyone, as a proxy does that was set up without a redirect. */
let careless: Server
let ports: { server: number; proxy: number; careless: number }

beforeAll(async () => {
  certificate = certificateFor(name)
  const app = express()
  server = createListener(undefined).on('request', app)
  proxy = createTlsServer(certificate, passingOn('https'))
  careless = createServer(passingOn('http'))
  ports = { server: await portOf(server), proxy: await portOf(proxy), careless: await portOf(careless) }
  const edge = createEdge({
    ...thisComputerAlone,
    host: '0.0.0.0',
    publicUrl: `https://${name}`,
    trustedProxy: ['127.0.0.1'],
    rateLimit: 10,
  })
  edge.receive(app)
  app.use(edge.admit)
  app.get('/api/who', (request, response) => {
    response.json({ from: edge.addressOf(request), ip: request.ip, secure: request.secure })
  })
  app.post('/api/change', (_request, response) => void response.json({}))
})
afterAll(() => {
  for (const each of [server, proxy, careless]) each.close()
  certificate.remove()
})

/** What nginx does with the lines of the README. */
function passingOn(proto: string): Parameters<typeof createServer>[1] {
  return (request, response) => {
    const { remoteAddress = '' } = request.socket
    const given = request.headers['x-forwarded-for']
    const headers = {
      ...request.headers,
      'x-forwarded-host': request.headers.host,
      'x-forwarded-proto': proto,
      'x-forwarded-for': given === undefined ? remoteAddress : `${given.toString()}, ${remoteAddress}`,
    }
    const { method, url: path } = request
    const onward = pass({ host: '127.0.0.1', port: ports.server, method, path, headers }, answer => {
      response.writeHead(answer.statusCode ?? 500, answer.headers)
      answer.pipe(response)
    })
    request.pipe(onward)
  }
}

const through = (path: string, { headers = {}, ...other }: Parameters<typeof ask>[1] = {}) =>
  ask(`https://127.0.0.1:${ports.proxy}${path}`, {
    ca: certificate.cert,
    servername: name,
    localAddress: '127.0.0.2',
    ...other,
    headers: { Host: name, ...(headers as Record<string, string>) },
  })

describe('behind a trusted proxy', () => {
  it('a request is that of whoever made it, over TLS', async () => {
    const { status, body, headers } = await through('/api/who', { localAddress: '127.0.0.3' })
    expect([status, JSON.parse(body)]).toEqual([200, { from: '127.0.0.3', ip: '127.0.0.3', secure: true }])
    expect(headers['strict-transport-security']).toMatch(/^max-age=31536000/)
    expect(headers['content-security-policy']).toContain(`wss://${name};`)
  })

  it('nobody passes for another address', async () => {
    const headers = { 'X-Forwarded-For': '192.0.2.99' }
    const { body } = await through('/api/who', { localAddress: '127.0.0.4', headers })
    expect(JSON.parse(body)).toMatchObject({ from: '127.0.0.4' })
  })

  it('one address that asks too often is told how long to wait, and others go on', async () => {
    const asked = await Promise.all(
      Array.from({ length: 11 }, () => through('/api/who', { localAddress: '127.0.0.5' })),
    )
    expect(asked.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([...Array(10).fill(200), 429])
    const refused = asked.find(({ status }) => status === 429)
    expect(Number(refused?.headers['retry-after'])).toBeGreaterThan(0)
    expect(Number(refused?.headers['retry-after'])).toBeLessThanOrEqual(60)
    expect(JSON.parse(refused?.body ?? '')).toEqual({ error: expect.stringMatching(/^Too many .+\.$/) })
    expect((await through('/api/who', { localAddress: '127.0.0.6' })).status).toBe(200)
  })

  it('a request by another name is refused', async () => {
    const headers = { Host: 'evil.example' }
    expect((await through('/api/who', { localAddress: '127.0.0.7', headers })).status).toBe(403)
  })

  it('a request that came to the proxy unprotected is refused', async () => {
    const asked = await ask(`http://127.0.0.1:${ports.careless}/api/who`, { headers: { Host: name } })
    expect(asked.status).toBe(403)
  })

  it('a request past the proxy is refused, whatever it says of itself', async () => {
    const headers = {
      Host: name,
      'X-Forwarded-Host': name,
      'X-Forwarded-Proto': 'https',
      'X-Forwarded-For': '127.0.0.1',
    }
    const direct = await ask(`http://127.0.0.1:${ports.server}/api/who`, { headers, localAddress: '127.0.0.8' })
    expect(direct.status).toBe(403)
  })

  it.each([
    { origin: `https://${name}`, type: 'application/json', status: 200 },
    { origin: undefined, type: 'application/json', status: 403 },
    { origin: 'https://evil.example', type: 'application/json', status: 403 },
    { origin: `https://${name}`, type: 'multipart/form-data; boundary=a', status: 415 },
    { origin: `https://${name}`, type: 'text/plain', status: 415 },
  ])('a change with a cookie, $type from a page of $origin, is answered $status', async ({ origin, type, status }) => {
    const headers = { Cookie: 'session=a', 'Content-Type': type, ...(origin ? { Origin: origin } : {}) }
    const asked = await through('/api/change', { method: 'POST', body: '{}', localAddress: '127.0.0.9', headers })
    expect(asked.status).toBe(status)
  })
})
