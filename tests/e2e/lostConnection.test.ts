import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { beginAs, type ConsoleUnderTest, goTo, patiently, question, saved, startConsole } from './consoleUnderTest.ts'

let console: ConsoleUnderTest
beforeAll(async () => {
  console = await startConsole()
})
afterAll(() => console?.close())

const box = (page: Page) => page.getByLabel('in their words')
const asked = 'Tell me what was going on before you went.'

describe('when the connection is lost', () => {
  it('keeps words half written through a reload', async () => {
    const page = await console.at('interviewer')
    await beginAs(page, 'Example Wagtail')
    await goTo(page, 'What was going on before')
    await box(page).fill('half a sentence')
    await page.waitForTimeout(100)
    await page.reload()
    await expect.poll(() => box(page).inputValue(), patiently).toBe('half a sentence')
    expect(await question(page).textContent()).toBe(asked)
  })

  it('goes on when the server is killed, opens without it, and sends everything once when it is back', async () => {
    const page = await console.at('interviewer')
    const path = await beginAs(page, 'Example Plover')
    await goTo(page, 'What was going on before')
    await saved(page)
    await expect.poll(() => page.evaluate(pageIsKept), patiently).toBe(true)

    await console.kill()
    onTestFinished(() => console.restart())
    await page.getByText('Offline. Kept on this device').waitFor()
    await box(page).fill('written while the server was down')
    await page.getByRole('button', { name: 'Keep', exact: true }).click()
    await page.getByText('On this device').first().waitFor()
    await box(page).fill('and a draft')
    await page.waitForTimeout(100)

    await page.reload()
    await expect.poll(() => box(page).inputValue(), patiently).toBe('and a draft')
    expect(await question(page).textContent()).toBe(asked)
    expect(await page.locator('.kept').innerText()).toContain('written while the server was down')

    await console.restart()
    await saved(page)
    const record = await page.context().request.get(`/api${path}/record`)
    const { events } = (await record.json()) as { events: readonly { type: string; words?: string }[] }
    expect(events.filter(event => event.words === 'written while the server was down')).toHaveLength(1)
    expect(await box(page).inputValue()).toBe('and a draft')
  })

  it('begins and holds a talk with no network at all', async () => {
    const page = await console.at('interviewer')
    await page.goto('/interviews/begin')
    await page.getByRole('button', { name: 'Begin', exact: true }).waitFor()
    await page.context().setOffline(true)
    await page.getByLabel('What does the young person like to be called?').fill('Example Curlew')
    await page.getByRole('button', { name: 'Begin', exact: true }).click()
    await page.getByRole('heading', { name: 'Example Curlew', level: 1 }).waitFor()
    await goTo(page, 'What was going on before')
    await box(page).fill('all of it offline')
    await page.getByRole('button', { name: 'Keep', exact: true }).click()
    await page.getByText('Offline. Kept on this device').waitFor()
    await page.context().setOffline(false)
    await saved(page)
    const path = new URL(page.url()).pathname
    const record = await page.context().request.get(`/api${path}/record`)
    expect(JSON.stringify(await record.json())).toContain('all of it offline')
  })

  it('leaves nothing of a child readable in the browser', async () => {
    const page = await console.at('interviewer')
    await beginAs(page, 'MARKED-NAME')
    await goTo(page, 'What was going on before')
    await box(page).fill('MARKED-ACCOUNT')
    await page.getByRole('button', { name: 'Keep', exact: true }).click()
    await page.locator('.kept').getByText('MARKED-ACCOUNT').waitFor()
    await saved(page)
    await box(page).fill('MARKED-DRAFT')
    await page.waitForTimeout(100)
    await page.reload()
    await expect.poll(() => box(page).inputValue(), patiently).toBe('MARKED-DRAFT')
    const kept = await page.evaluate(storedHere)
    expect(kept.stores).toContain('drafts')
    expect(kept.text).not.toMatch(/MARKED/)
  })
})

/** Whether this page could be opened with no server. Runs in the page. */
async function pageIsKept(): Promise<boolean> {
  const needed = performance.getEntriesByType('resource').map(each => new URL(each.name))
  const kept = await Promise.all(
    needed.filter(url => /^\/(assets|locales)\//.test(url.pathname)).map(url => caches.match(url)),
  )
  return needed.some(url => url.pathname.endsWith('guide.json')) && kept.every(each => each !== undefined)
}

/** Everything this page's browser storage holds, as text. Runs in the page. */
async function storedHere(): Promise<{ stores: string[]; text: string }> {
  const opened = <T>(request: IDBRequest<T>) =>
    new Promise<T>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result)
      request.onerror = () => reject(request.error)
    })
  const readable = (value: unknown): string => {
    if (value instanceof ArrayBuffer) return new TextDecoder('latin1').decode(value)
    if (ArrayBuffer.isView(value)) return new TextDecoder('latin1').decode(value as Uint8Array<ArrayBuffer>)
    if (Array.isArray(value)) return value.map(readable).join(' ')
    if (value && typeof value === 'object') return Object.values(value).map(readable).join(' ')
    return String(value)
  }
  const stores: string[] = []
  const texts = [...Object.entries(localStorage).flat(), ...Object.entries(sessionStorage).flat()]
  for (const { name } of await indexedDB.databases()) {
    const db = await opened(indexedDB.open(name ?? ''))
    for (const store of db.objectStoreNames) {
      const objects = db.transaction(store).objectStore(store)
      texts.push(readable(await opened(objects.getAll())), readable(await opened(objects.getAllKeys())))
      stores.push(store)
    }
    db.close()
  }
  for (const name of await caches.keys()) {
    const cache = await caches.open(name)
    for (const request of await cache.keys())
      texts.push(request.url, (await (await cache.match(request))?.text()) ?? '')
  }
  return { stores, text: texts.join('\n') }
}
