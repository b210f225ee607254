import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import type { Page } from 'playwright-core'
import { io, type Socket } from 'socket.io-client'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ClientToServer, ServerToClient } from '../../console/contract/sockets.ts'
import { createTokens } from '../../console/server/identity/tokens.ts'
import { guide2 } from '../../dialogs/guide/guide.ts'
import type { Intent } from '../../dialogs/intent.ts'
import { belongs } from '../../dialogs/plan/isDue.ts'
import { promptsIn } from '../../dialogs/plan/promptsIn.ts'
import type { RecordedEvent } from '../../dialogs/record/events.ts'
import type { InterviewRecord } from '../../dialogs/record/record.ts'
import { recordFrom } from '../../dialogs/record/recordFrom.ts'
import { createTranslator } from '../../locales/translator.ts'
import { pseudoLanguage } from '../support/pseudoLocale.ts'
import { beginAs, type ConsoleUnderTest, patiently, question, saved, startConsole } from './consoleUnderTest.ts'
import { axe, faultsIn, showAs } from './shownAs.ts'

const at = 'leaving.before-you-went'
const translator = createTranslator()
const spoken = (language: string, prompt = at) => translator.words(language, 'guide')(`prompt/${prompt}`)
const script = (language: string, key: string, into?: Record<string, string | number>) =>
  translator.words(language, 'script')(key, into)
const english = JSON.parse(readFileSync(new URL('../../locales/en/console.json', import.meta.url), 'utf8'))

let console: ConsoleUnderTest
beforeAll(async () => {
  console = await startConsole()
})
afterAll(() => console?.close())

describe('a talk through an interpreter', () => {
  it('is in Arabic on the phone and in both rooms, which see what the interpreter has and flags', async () => {
    const { rooms, phone, act, interview } = await interpreted('Example Linnet')
    const [room, other] = rooms
    await act({ do: 'go', to: at })
    for (const page of rooms) {
      await expect.poll(() => question(page).textContent(), patiently).toBe(spoken('ar'))
      expect(await question(page).evaluate(shownAs)).toEqual({ lang: 'ar', direction: 'rtl' })
      await page.locator('.interpreters').getByText('Has these words').waitFor()
      await page.locator('.interpreters').getByText('Example dialect').waitFor()
    }
    expect(await room.locator('.spoken-again').textContent()).toBe(spoken('en'))
    expect(await room.locator('.spoken-again').evaluate(shownAs)).toEqual({ lang: 'en', direction: 'ltr' })
    for (const [page, direction] of [
      [room, 'ltr'],
      [other, 'rtl'],
    ] as const)
      expect(await page.evaluate(() => getComputedStyle(document.documentElement).direction)).toBe(direction)
    expect(await said(phone).textContent()).toBe(spoken('ar'))
    expect(await said(phone).evaluate(shownAs)).toEqual({ lang: 'ar', direction: 'rtl' })
    const also = phone.locator('.script__said--also')
    expect(await also.textContent()).toBe(spoken('en'))
    expect(await also.evaluate(shownAs)).toEqual({ lang: 'en', direction: 'ltr' })
    expect(await phone.evaluate(() => [document.documentElement.lang, document.documentElement.dir])).toEqual([
      'ar',
      'rtl',
    ])
    await phone.locator('.script__glossary').getByText(script('ar', 'glossary/missing/note')).waitFor()

    for (const flag of ['said', 'not-understood', 'no-word', 'pause', 'dialect', 'not-me'] as const) {
      await phone.getByRole('button', { name: script('ar', `flag/${flag}`), exact: true }).click()
      if (flag === 'not-me') {
        expect(await faultsIn(phone)).toEqual([])
        await phone.getByRole('button', { name: script('ar', 'flag/not-me-yes') }).click()
      }
      await phone.getByText(script('ar', 'flag/told', { what: script('ar', `flag/${flag}`) })).waitFor()
      for (const page of rooms) await flagged(page, flag).waitFor()
    }
    expect(await faultsIn(phone)).toEqual([])
    for (const page of rooms) expect(await faultsIn(page)).toEqual([])
    await phone.getByRole('button', { name: script('ar', 'flag/undo') }).click()
    await phone.getByText(script('ar', 'flag/taken-back')).waitFor()
    for (const page of rooms) await flagged(page, 'not-me').waitFor({ state: 'detached' })

    await room.getByRole('button', { name: 'Say it in other words' }).click()
    await room.getByLabel('How you said it instead').fill('What was happening at home?')
    await room.getByRole('button', { name: 'Keep with this prompt' }).click()
    await other.locator('.other-words').getByText('What was happening at home?').waitFor()

    await room.getByLabel('What they said, in their words').fill('I was afraid of my uncle.')
    await room.locator('.account__original summary').click()
    await room.locator('.account__original textarea').fill('كنت خائفًا من عمي')
    expect(await room.locator('.account__original textarea').evaluate(shownAs)).toEqual({
      lang: 'ar',
      direction: 'rtl',
    })
    await room.getByRole('button', { name: 'Keep', exact: true }).click()
    const kept = other.locator('.kept')
    await kept.getByText('I was afraid of my uncle.').waitFor()
    expect(await kept.getByText('كنت خائفًا من عمي').evaluate(shownAs)).toEqual({ lang: 'ar', direction: 'rtl' })
    expect((await recordOf(interview)).fields[at]?.entries).toMatchObject([
      {
        voice: 'interpreter',
        language: 'ar',
        value: {
          words: 'I was afraid of my uncle.',
          original: { language: 'ar', words: 'كنت خائفًا من عمي' },
        },
      },
    ])

    await saved(room)
    await room.getByRole('button', { name: 'End the script' }).click()
    await phone.getByRole('heading', { name: script('ar', 'over/title') }).waitFor()
    await room.goto(`/interviews/${interview}/record`)
    const written = room.locator('.written')
    await written.getByText('كنت خائفًا من عمي').waitFor()
    await room.emulateMedia({ media: 'print' })
    const printed = room.getByRole('region', { name: 'Interpreting' })
    await printed.getByText(/Example Interpreter, Example Agency\. Example dialect\. by phone\./).waitFor()
    const text = await printed.innerText()
    expect(text).toMatch(/\d{2}:\d{2} – .*\d{2}:\d{2}/)
    for (const flag of ['not-understood', 'no-word', 'pause', 'dialect'])
      expect(text).toContain(english[`flagged/${flag}`])
    expect(text).not.toContain(english['flagged/not-me'])
    expect(text).toContain('What was happening at home?')
    const whole = await written.innerText()
    expect(whole).toContain('I was afraid of my uncle.')
    expect((await room.pdf({ preferCSSPageSize: true })).length).toBeGreaterThan(10_000)
  })

  it('goes to Tigrinya and back in the middle, and the phone with it, while the record stays as it was', async () => {
    const { rooms, phone, act, interview } = await interpreted('Example Siskin')
    const [room] = rooms
    await act({ do: 'go', to: at })
    await act({ do: 'account', prompt: at, words: 'I was afraid.', original: { language: 'ar', words: 'خفت' } })
    await expect.poll(() => said(phone).textContent(), patiently).toBe(spoken('ar'))
    const before = keptIn(await recordOf(interview))
    for (const [language, direction] of [
      ['ti', 'ltr'],
      ['ar', 'rtl'],
    ] as const) {
      await room.getByRole('button', { name: 'More' }).click()
      await room.getByLabel('Language of the talk').selectOption(language)
      await room.getByRole('button', { name: 'More' }).click()
      for (const words of [...rooms.map(question), said(phone)]) {
        await expect.poll(() => words.textContent(), patiently).toBe(spoken(language))
        await expect.poll(() => words.evaluate(shownAs), patiently).toEqual({ lang: language, direction })
      }
      await expect.poll(() => phone.evaluate(() => document.documentElement.dir), patiently).toBe(direction)
      await phone.getByRole('button', { name: script(language, 'flag/said'), exact: true }).waitFor()
      await room.locator('.interpreters').getByText('Has these words').waitFor()
      expect(await faultsIn(phone)).toEqual([])
      expect(keptIn(await recordOf(interview))).toBe(before)
    }
  })

  it('has a flag wait for a connection, and tells it once', async () => {
    const { rooms, phone, act, interview } = await interpreted('Example Serin')
    await act({ do: 'go', to: at })
    await expect.poll(() => said(phone).textContent(), patiently).toBe(spoken('ar'))
    await phone.context().setOffline(true)
    await phone.getByText(script('ar', 'now/offline')).waitFor()
    await phone.getByRole('button', { name: script('ar', 'flag/pause'), exact: true }).click()
    await phone.getByText(script('ar', 'flag/waiting', { count: 1 })).waitFor()
    expect(await faultsIn(phone)).toEqual([])
    expect((await recordOf(interview)).flags).toEqual([])
    await phone.context().setOffline(false)
    for (const page of rooms) await flagged(page, 'pause').waitFor()
    await phone.getByText(script('ar', 'flag/told', { what: script('ar', 'flag/pause') })).waitFor()
    // Opened again it has nothing left to tell.
    await phone.reload()
    await said(phone).waitFor()
    await rooms[0].locator('.interpreters').getByText('Has these words').waitFor()
    expect((await recordOf(interview)).flags).toMatchObject([{ flag: 'pause', prompt: at }])
  })

  it('asks the child in private, and with a no it stops: the script closes, and what needs their trust is held back', async () => {
    const { rooms, phone, act, interview } = await interpreted('Example Redpoll')
    const [room, other] = rooms
    for (const prompt of ['welcome.who-i-am', 'welcome.independent', 'welcome.interpreter-duty'])
      await act({ do: 'say', prompt })
    await act({ do: 'go', to: 'welcome.interpreter' })
    await room.getByText('Between you and them').waitFor()
    await expect.poll(() => said(phone).textContent(), patiently).toBe(script('ar', 'now/wait'))
    const body = await phone.locator('body').innerText()
    expect(body).not.toContain(spoken('ar', 'welcome.interpreter'))

    const card = room.locator('dialog.private')
    const answer = async (button: string, choice: string) => {
      await room.getByRole('button', { name: button, exact: true }).click()
      await card.getByRole('heading', { name: spoken('ar', 'welcome.interpreter') }).waitFor()
      expect(await card.evaluate(shownAs)).toEqual({ lang: 'ar', direction: 'rtl' })
      const { width, height } = room.viewportSize() ?? { width: 0, height: 0 }
      expect(await card.boundingBox()).toEqual({ x: 0, y: 0, width, height })
      expect(await faultsIn(room)).toEqual([])
      await card.getByRole('button', { name: script('ar', `private/${choice}`) }).click()
      await card.getByText(script('ar', 'private/thanks')).waitFor()
      const shown = await card.innerText()
      expect(await faultsIn(room)).toEqual([])
      await card.getByRole('button', { name: 'Back to the talk' }).click()
      return shown
    }
    expect(await isHeldBack(interview)).toBe(true)
    const afterYes = await answer('Ask them in private about the interpreter', 'yes')
    await expect.poll(() => isHeldBack(interview), patiently).toBe(false)
    // Whoever takes it back sees the same, whatever was chosen.
    expect(await answer('Ask them in private again', 'no')).toBe(afterYes)
    for (const page of rooms) await page.getByText('They do not want this interpreter.').waitFor()
    expect(await phone.locator('body').innerText()).not.toContain(script('ar', 'private/no'))
    await act({ do: 'go', to: at })
    await expect.poll(() => said(phone).textContent(), patiently).toBe(spoken('ar'))

    await room.getByRole('button', { name: 'Stop with this interpreter' }).click()
    await room.getByText('The talk takes a break and the script closes.').waitFor()
    expect(await faultsIn(room)).toEqual([])
    await room.getByRole('button', { name: 'Stop now' }).click()
    await phone.getByRole('heading', { name: script('ar', 'over/title') }).waitFor()
    expect(await faultsIn(phone)).toEqual([])
    await other.getByRole('heading', { name: english['rest/paused'] }).waitFor()
    await expect.poll(() => other.getByText('Example Interpreter').count(), patiently).toBe(0)
    const record = await recordOf(interview)
    expect(record.state).toBe('paused')
    expect(record.flags).toMatchObject([{ flag: 'stopped', by: 'interviewer' }])
    expect(valuesOf(record, 'prepare.interpreter')).toEqual([{ kind: 'choice', option: 'not-cleared' }])
    expect(valuesOf(record, 'welcome.interpreter')).toEqual([{ kind: 'plain', said: 'no' }])
    expect(await isHeldBack(interview)).toBe(true)
    await room.getByRole('button', { name: 'Topics' }).click()
    await room.getByRole('button', { name: 'What was going on before' }).first().waitFor()
    expect(await room.getByRole('button', { name: 'Who can reach them' }).count()).toBe(0)
  })

  it('with a yes that was to this interpreter alone holds back again once they stopped', async () => {
    const { rooms, act, interview } = await interpreted('Example Twite')
    await act({
      do: 'answer',
      prompt: 'welcome.interpreter',
      answer: { kind: 'plain', said: 'yes' },
      voice: 'young-person',
    })
    expect(await isHeldBack(interview)).toBe(false)
    const [room] = rooms
    await room.getByRole('button', { name: 'Stop with this interpreter' }).click()
    await room.getByRole('button', { name: 'Stop now' }).click()
    await room.getByRole('heading', { name: english['rest/paused'] }).waitFor()
    await expect.poll(() => isHeldBack(interview), patiently).toBe(true)
    expect(valuesOf(await recordOf(interview), 'welcome.interpreter')).toEqual([])
  })
})

describe("the interpreter's page", () => {
  it('loads 80 kB of script or less, Latin and one font of its language, and nothing from elsewhere', async () => {
    const { phone, act, fetched } = await interpreted('Example Crossbill')
    const shows = async (language: string) => {
      await expect.poll(() => said(phone).textContent(), patiently).toBe(spoken(language))
      await phone.getByRole('button', { name: script(language, 'flag/said'), exact: true }).waitFor()
      await phone.waitForLoadState('networkidle')
    }
    const fonts = () =>
      [...fetched.keys()]
        .filter(url => /\.woff2$/.test(url))
        .map(url => /assets\/(.+?)-\d{3}-/.exec(url)?.[1] ?? url)
        .toSorted((a, b) => a.localeCompare(b))
    await act({ do: 'go', to: at })
    await shows('ar')
    expect(fonts()).toEqual(['noto-sans-latin', 'vazirmatn-arabic'])
    const sizes = await Promise.all([...fetched].filter(([url]) => /\.js$/.test(url)).map(([, size]) => size))
    const total = sizes.reduce((sum, size) => sum + size, 0)
    expect(total).toBeGreaterThan(20_000)
    expect(total).toBeLessThanOrEqual(80_000)

    await act({ do: 'language', to: 'ti' })
    await shows('ti')
    expect(fonts()).toEqual(['noto-sans-ethiopic-ethiopic', 'noto-sans-latin', 'vazirmatn-arabic'])
    const ours = /^\/(?:locales\/|assets\/|api\/script$|socket\.io\/|script$|sw\.js$)/
    const elsewhere = [...fetched.keys()]
      .map(url => new URL(url))
      .filter(({ host, pathname }) => host !== new URL(console.url).host || !ours.test(pathname))
    expect(elsewhere.map(({ href }) => href)).toEqual([])
  })

  it('has nothing for axe to find while it is filled in by someone who reads Arabic', async () => {
    const { page } = await openPhone()
    await page.goto('/script')
    await page.locator('#script-language').selectOption('ar')
    await page.getByRole('heading', { name: script('ar', 'join/title'), level: 1 }).waitFor()
    expect(await page.evaluate(() => document.documentElement.dir)).toBe('rtl')
    expect(await faultsIn(page)).toEqual([])
    await page.getByRole('button', { name: script('ar', 'join/open') }).click()
    await page.getByRole('link', { name: script('ar', 'join/agree-missing') }).waitFor()
    expect(await faultsIn(page)).toEqual([])
  })
})

/**
 * A talk with someone who may have been trafficked, in another language: two practitioners in its room, one of them with a
 * screen from right to left, and an interpreter with a phone who has been cleared and has come in by the code.
 */
async function interpreted(name: string) {
  const look = { bypassCSP: true }
  const [room, other] = await Promise.all([console.at('interviewer', look), console.at('coordinator', look)])
  for (const page of [room, other]) await page.addInitScript(axe)
  await showAs(other, { language: pseudoLanguage, words: words => words })
  const path = await beginAs(room, name)
  await saved(room)
  const interview = path.split('/').at(-1) ?? ''
  const act = await acting(interview)
  await act({
    do: 'answer',
    prompt: 'prepare.circumstances',
    answer: { kind: 'choices', options: ['may-be-trafficked', 'needs-interpreter'] },
  })
  await act({ do: 'answer', prompt: 'prepare.interpreter', answer: { kind: 'choice', option: 'cleared' } })
  await act({ do: 'language', to: 'ar' })
  await other.goto(path)
  await other.getByRole('heading', { name, level: 1 }).waitFor()

  const { page: phone, fetched } = await openPhone()
  await room.getByRole('button', { name: 'More' }).click()
  await room.getByRole('button', { name: 'Give an interpreter the script' }).click()
  const code = (await room.locator('.invite-interpreter__large').textContent()) ?? ''
  await room.getByRole('button', { name: 'More' }).click()
  await phone.goto(`/script#${code}`)
  for (const [field, words] of Object.entries({ name: 'Interpreter', agency: 'Agency', dialect: 'dialect' }))
    await phone.locator(`#script-${field}`).fill(`Example ${words}`)
  await phone.locator('#script-mode-phone').check()
  await phone.locator('#script-agreed').check()
  await phone.locator('form button[type="submit"]').click()
  await said(phone).waitFor()
  for (const page of [room, other]) await page.getByText('Example Interpreter').waitFor()
  return { rooms: [room, other] as const, phone, fetched, act, interview }
}

/** A phone on which nobody is signed in, and what it fetches, with its size gzipped. */
async function openPhone(): Promise<{ page: Page; fetched: Map<string, Promise<number>> }> {
  const context = await console.browser.newContext({
    baseURL: console.url,
    viewport: { width: 390, height: 844 },
    reducedMotion: 'reduce',
    bypassCSP: true,
  })
  context.setDefaultTimeout(10_000)
  const page = await context.newPage()
  await page.addInitScript(axe)
  const fetched = new Map<string, Promise<number>>()
  const measured = new Set<string>()
  context.on('request', request => {
    if (!fetched.has(request.url())) fetched.set(request.url(), Promise.resolve(0))
  })
  context.on('response', response => {
    const url = response.url()
    if (!/\.js$/.test(url) || measured.has(url)) return
    measured.add(url)
    fetched.set(
      url,
      response.body().then(body => gzipSync(body).length),
    )
  })
  return { page, fetched }
}

/** Does things in the talk as another device of the practitioner's would. */
async function acting(interview: string): Promise<(intent: Intent) => Promise<void>> {
  const token = await createTokens(console.tokenKey).issue({ id: 'interviewer', role: 'interviewer' })
  const socket: Socket<ServerToClient, ClientToServer> = io(console.url, {
    auth: { token },
    transports: ['websocket'],
    forceNew: true,
  })
  return async intent => {
    if (!socket.connected) await new Promise<void>(resolve => socket.once('connect', () => resolve()))
    const { seq } = await recordOf(interview)
    const deviceAt = new Date().toISOString()
    const reply = await socket.emitWithAck('interview:reply', {
      interview,
      id: randomUUID(),
      deviceAt,
      seen: seq,
      intent,
    })
    if (!reply.ok) throw new Error(`${intent.do}: ${reply.problem}`)
  }
}

async function recordOf(interview: string): Promise<InterviewRecord> {
  const token = await createTokens(console.tokenKey).issue({ id: 'interviewer', role: 'interviewer' })
  const response = await fetch(`${console.url}/api/interviews/${interview}/record`, {
    headers: { authorization: `Bearer ${token}` },
  })
  const { events } = (await response.json()) as { events: readonly RecordedEvent[] }
  return recordFrom(events)
}

/** All of a record but its language and what only counts events. */
const keptIn = ({ language: _, seq: _seq, changedAt: _at, ...record }: InterviewRecord) => JSON.stringify(record)

const valuesOf = ({ fields }: InterviewRecord, field: string) =>
  (fields[field]?.entries ?? []).map(({ value }) => value)

/** Whether what is asked of someone who may have been trafficked does not belong in the talk as it stands. */
async function isHeldBack(interview: string): Promise<boolean> {
  const placed = promptsIn(guide2).get('safety.people-here')
  return placed !== undefined && !belongs(placed, await recordOf(interview))
}

const said = (page: Page) => page.locator('h1.script__said')
const flagged = (page: Page, flag: string) =>
  page.locator('.interpreters__flag').getByText(english[`flagged/${flag}`]).first()
const shownAs = (element: HTMLElement | SVGElement) => ({
  lang: element.getAttribute('lang'),
  direction: getComputedStyle(element).direction,
})
