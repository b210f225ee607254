import { writeFileSync } from 'node:fs'
import type { Server } from 'node:http'
import { join } from 'node:path'
import express from 'express'
import { Server as Sockets } from 'socket.io'
import { io } from 'socket.io-client'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createEdge, type Edge, thisComputerAlone } from '../../../../console/server/edge/createEdge.ts'
import { createListener } from '../../../../console/server/edge/createListener.ts'
import { type Certificate, certificateFor } from '../../../support/certificate.ts'
import { ask, portOf } from './ask.ts'

// Known to the client by a name that leads to this computer, and by a certificate for it.
const name = 'talk.example.org'
let certificate: Certificate
let server: Server
let sockets: Sockets
let edge: Edge
let port: number
let headers: { Host: string }

beforeAll(async () => {
  certificate = certificateFor(name)
  const app = express()
  server = createListener(certificate).on('request', app)
  port = await portOf(server)
  headers = { Host: `${name}:${port}` }
  const publicUrl = `https://${name}:${port}`
  edge = createEdge({ ...thisComputerAlone, host: '0.0.0.0', tls: certificate, publicUrl, rateLimit: 1000 })
  edge.receive(app)
  app.use(edge.admit)
  app.get('/', (request, response) => void response.json({ secure: request.secure }))
  sockets = new Sockets(server, {
    allowRequest: (request, answer) => void edge.socketRefusal(request).then(why => answer(why, why === undefined)),
  })
})
afterAll(async () => {
  await sockets.close()
  certificate.remove()
})

const get = (other: Parameters<typeof ask>[1] = {}) =>
  ask(`https://127.0.0.1:${port}/`, { ca: certificate.cert, servername: name, headers, ...other })

describe('with its own certificate', () => {
  it('answers over TLS, as whom its certificate says', async () => {
    const { status, body } = await get()
    expect([status, JSON.parse(body)]).toEqual([200, { secure: true }])
    await expect(get({ servername: 'evil.example' })).rejects.toThrow(/altnames|does not match/)
  })

  it('has browsers come back over TLS alone, and open sockets over TLS alone', async () => {
    const { headers: answered } = await get()
    expect(answered['strict-transport-security']).toBe('max-age=31536000; includeSubDomains')
    expect(answered['content-security-policy']).toContain(`connect-src 'self' wss://${name}:${port};`)
  })

  it('speaks nothing older than TLS 1.2, and no plain HTTP', async () => {
    await expect(get({ maxVersion: 'TLSv1.1' })).rejects.toThrow()
    await expect(ask(`http://127.0.0.1:${port}/`, { headers })).rejects.toThrow()
  })

  it('answers by no other name', async () => {
    expect((await get({ headers: { Host: `localhost:${port}` } })).status).toBe(403)
    expect((await get({ headers: { Host: name } })).status).toBe(403)
  })

  it.each([
    { of: 'our own', origin: 'own', connects: true },
    { of: "another site's", origin: 'https://evil.example', connects: false },
    { of: 'no longer protected', origin: `http://${name}`, connects: false },
  ])('connects a socket of $of page: $connects', async ({ origin, connects }) => {
    const client = io(`wss://127.0.0.1:${port}`, {
      transports: ['websocket'],
      reconnection: false,
      forceNew: true,
      ca: certificate.cert,
      servername: name,
      extraHeaders: { ...headers, Origin: origin === 'own' ? `https://${name}:${port}` : origin },
    } as Parameters<typeof io>[1])
    const connected = await new Promise<boolean>(resolve => {
      client.once('connect', () => resolve(true)).once('connect_error', () => resolve(false))
    })
    client.disconnect()
    expect(connected).toBe(connects)
  })
})

describe('a certificate that cannot be used', () => {
  const refusalOf = (files: { certFile: string; keyFile: string }) => {
    try {
      createListener(files)
    } catch (error) {
      return error instanceof Error ? `${error.name}: ${error.message}` : ''
    }
  }

  it('is refused in a sentence that says which', () => {
    const gone = '/nowhere/some.pem'
    expect(refusalOf({ ...certificate, certFile: gone })).toMatch(/TLS_CERT_FILE \/nowhere\/some.pem .*ENOENT\.$/)
    expect(refusalOf({ ...certificate, keyFile: gone })).toMatch(/TLS_KEY_FILE \/nowhere\/some.pem .*ENOENT\.$/)
  })

  it("is refused with another's key, and never quoted", () => {
    const other = certificateFor(name)
    expect(refusalOf({ certFile: certificate.certFile, keyFile: other.keyFile })).toMatch(/its own key.*\.$/)
    const keyFile = join(other.keyFile, '../bad.pem')
    writeFileSync(keyFile, 'Marked Words')
    expect(refusalOf({ certFile: other.certFile, keyFile })).toMatch(/TLS_KEY_FILE/)
    expect(refusalOf({ certFile: other.certFile, keyFile })).not.toMatch(/Marked|BEGIN/)
    other.remove()
  })
})

describe('a client that sends slowly', () => {
  it('is not waited for beyond a minute, and the connection of a proxy is kept longer than its own minute', () => {
    for (const each of [server, createListener(undefined)]) {
      expect(each.headersTimeout).toBeLessThanOrEqual(20_000)
      expect(each.requestTimeout).toBeLessThanOrEqual(60_000)
      expect(each.keepAliveTimeout).toBeGreaterThan(60_000)
    }
  })

  it('or sends headers without end is refused', async () => {
    const { status } = await get({ headers: { ...headers, 'X-Long': 'x'.repeat(20_000) } })
    expect(status).toBe(431)
  })
})
