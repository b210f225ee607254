import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import express from 'express'
import type { Browser, Page } from 'playwright-core'
import { Server as Sockets } from 'socket.io'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createEdge, thisComputerAlone } from '../../console/server/edge/createEdge.ts'
import { createListener } from '../../console/server/edge/createListener.ts'
import { launchBrowser } from '../support/browser.ts'
import { type Certificate, certificateFor } from '../support/certificate.ts'

// Ours is https://localhost, the other site https://127.0.0.1: to a browser two sites. The cookie is one that goes
// everywhere, so that what is refused is refused by the edge and not by SameSite.
let certificate: Certificate
let browser: Browser
let ours: Server
let sockets: Sockets
let theirs: Server
let at: string
let elsewhere: string
let changed = 0
let read = 0

beforeAll(async () => {
  certificate = certificateFor('localhost', '127.0.0.1')
  const app = express()
  ours = createListener(certificate).on('request', app)
  const edge = createEdge({ ...thisComputerAlone, tls: certificate })
  edge.receive(app)
  app.use(edge.admit)
  app.get('/', (_request, response) => {
    response
      .cookie('session', 'a', { sameSite: 'none', secure: true, httpOnly: true })
      .type('html')
      .send('<h1>Ours</h1>')
  })
  app.all('/api/change', (request, response) => {
    if (request.method === 'GET') read += 1
    else changed += 1
    response.json({})
  })
  sockets = new Sockets(ours, {
    allowRequest: (request, answer) => void edge.socketRefusal(request).then(why => answer(why, why === undefined)),
  })
  const other = express()
  other.get('/', (_request, response) => void response.type('html').send('<h1>Theirs</h1>'))
  theirs = createListener(certificate).on('request', other)
  ;[at, elsewhere] = [`https://localhost:${await listening(ours)}`, `https://127.0.0.1:${await listening(theirs)}`]
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser.close()
  await sockets.close()
  theirs.close()
  certificate.remove()
})
beforeEach(() => {
  changed = 0
  read = 0
})

async function listening(server: Server): Promise<number> {
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  return (server.address() as AddressInfo).port
}

/** A browser that is signed in to ours, with a page of either site open. */
async function pageOn(site: string): Promise<Page> {
  const context = await browser.newContext({ ignoreHTTPSErrors: true })
  const page = await context.newPage()
  await page.goto(at)
  if (site !== at) await page.goto(site)
  return page
}

/** What a page asks for with fetch. */
interface Asking {
  method?: string
  mode?: 'no-cors'
  headers?: Record<string, string>
  body?: string
}

/** What the page may do with fetch: the status it sees, or that it sees nothing. */
const fetched = (page: Page, asking: Asking) =>
  page.evaluate(
    ([url, how]) =>
      fetch(url, { credentials: 'include', ...how }).then(
        ({ status }) => status,
        () => 'nothing',
      ),
    [`${at}/api/change`, asking] as const,
  )
/** Whether the browser lets this page open a socket there, and it is answered. */
const opens = (page: Page, to: string) =>
  page.evaluate(
    url =>
      new Promise<boolean>(resolve => {
        const socket = new WebSocket(url)
        socket.onopen = () => resolve(true)
        socket.onerror = () => resolve(false)
      }),
    `${to.replace('https', 'wss')}/socket.io/?EIO=4&transport=websocket`,
  )
const json = { 'Content-Type': 'application/json' }

describe('our own page', () => {
  it('reads and changes what it may', async () => {
    const page = await pageOn(at)
    expect(await fetched(page, {})).toBe(200)
    expect(await fetched(page, { method: 'POST', headers: json, body: '{}' })).toBe(200)
    expect(await fetched(page, { method: 'DELETE' })).toBe(200)
    expect([read, changed]).toEqual([1, 2])
    await page.context().close()
  })

  it('opens a socket to us, and to nobody else', async () => {
    const page = await pageOn(at)
    expect(await opens(page, at)).toBe(true)
    const refused = page.waitForEvent('console', message => /connect-src/.test(message.text()))
    expect(await opens(page, elsewhere)).toBe(false)
    await refused
    await page.context().close()
  })

  it('runs nothing that was written into it', async () => {
    const page = await pageOn(at)
    const ran = await page.evaluate(() => {
      const script = document.createElement('script')
      script.textContent = 'window.ran = true'
      document.body.append(script)
      return 'ran' in window
    })
    expect(ran).toBe(false)
    await page.context().close()
  })
})

describe("another site's page", () => {
  it.each([
    { how: 'reading', init: {} },
    { how: 'reading unseen', init: { mode: 'no-cors' } },
    { how: 'a simple change', init: { method: 'POST', mode: 'no-cors', body: '{}' } },
    { how: 'a change as JSON', init: { method: 'POST', headers: json, body: '{}' } },
    { how: 'a deletion', init: { method: 'DELETE' } },
  ] as const)('cannot do $how', async ({ init }) => {
    const page = await pageOn(elsewhere)
    // Seen or not, it never gets as far as the route.
    await fetched(page, init)
    expect([read, changed]).toEqual([0, 0])
    await page.context().close()
  })

  it('cannot open a socket', async () => {
    const page = await pageOn(elsewhere)
    expect(await opens(page, at)).toBe(false)
    await page.context().close()
  })

  it('cannot send a form', async () => {
    const page = await pageOn(elsewhere)
    await page.setContent(
      `<form method="post" action="${at}/api/change" enctype="text/plain"><button>Win</button></form>`,
    )
    const [answer] = await Promise.all([page.waitForResponse(/api\/change/), page.getByRole('button').click()])
    expect([answer.status(), changed]).toEqual([403, 0])
    await page.context().close()
  })

  it('cannot show ours in a frame, but may link to it', async () => {
    const page = await pageOn(elsewhere)
    const [framed] = await Promise.all([
      page.waitForResponse(`${at}/`),
      page.setContent(`<iframe src="${at}/"></iframe><a href="${at}/">Ours</a>`, { waitUntil: 'commit' }),
    ])
    expect(framed.status()).toBe(403)
    await page.getByRole('link', { name: 'Ours' }).click()
    await page.getByRole('heading', { name: 'Ours' }).waitFor()
    await page.context().close()
  })
})
