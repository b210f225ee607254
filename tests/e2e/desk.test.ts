import { randomUUID } from 'node:crypto'
import type { Page } from 'playwright-core'
import { io } from 'socket.io-client'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { BeginCase } from '../../console/contract/cases.ts'
import { createTokens } from '../../console/server/identity/tokens.ts'
import { writtenMoment } from '../../console/web/case/readMoment.ts'
import { beginAs, type ConsoleUnderTest, goTo, patiently, saved, startConsole } from './consoleUnderTest.ts'
import { axe, showAs, walks } from './shownAs.ts'

let console: ConsoleUnderTest
beforeAll(async () => {
  console = await startConsole()
})
afterAll(() => console?.close())

const hour = 3_600_000
let made = 0
/** A name of its own, also where a test is tried again. */
const fresh = (name: string) => `${name} ${++made}`
const ago = (hours: number) => writtenMoment(new Date(Date.now() - hours * hour).toISOString())

/** Records an episode as somebody told it, and is on its case's page. */
async function recordAs(page: Page, name: string, times: Readonly<Record<string, string>> = {}): Promise<string> {
  await page.goto('/cases/new')
  await page.getByLabel('What the young person is called').fill(name)
  await page.getByRole('radio', { name: 'Police' }).check()
  for (const [moment, at] of Object.entries(times)) await page.getByLabel(moment, { exact: true }).fill(at)
  await page.getByRole('button', { name: 'Record it' }).click()
  await page.getByRole('heading', { name, level: 1 }).waitFor()
  return new URL(page.url()).pathname
}

/** Begins a case that an offer is due for so soon that no form could tell the moment. */
async function beginDueIn(ms: number, calledAs: string) {
  const token = await createTokens(console.tokenKey).issue({ id: 'interviewer', role: 'interviewer' })
  const socket = io(console.url, { auth: { token }, transports: ['websocket'] })
  const at = new Date(Date.now() - 24 * hour + ms).toISOString()
  const payload: BeginCase = {
    episode: randomUUID(),
    id: randomUUID(),
    deviceAt: new Date().toISOString(),
    bodies: [
      { type: 'notified', source: 'police' },
      { type: 'named', calledAs },
      { type: 'timed', moment: 'notified', at },
    ],
  }
  expect(await socket.emitWithAck('case:begin', payload)).toMatchObject({ ok: true })
  socket.close()
}

/** Writes down what was done, in a short form: what is chosen in it, and words. */
async function done(page: Page, act: string, chosen: readonly string[] = [], words?: string) {
  await page.getByRole('button', { name: act, exact: true }).click()
  const form = page.getByRole('region', { name: act, exact: true })
  for (const name of chosen) await form.getByRole('radio', { name, exact: true }).check()
  if (words !== undefined) await form.locator('textarea').fill(words)
  await form.getByRole('button', { name: 'Save', exact: true }).click()
  await page.getByText(/^Saved: /).waitFor()
}

/** What a case lacks to be closed so. */
async function lackingFor(page: Page, how: string): Promise<string[]> {
  if (
    (await page.getByRole('button', { name: 'Close the case' }).count()) &&
    !(await page.getByText('How it ended').count())
  )
    await page.getByRole('button', { name: 'Close the case' }).click()
  await page.getByRole('radio', { name: how, exact: true }).check()
  await page.locator('[data-lacking], .case__form [role=status] .govuk-body').first().waitFor()
  return page.locator('[data-lacking] li').allTextContents()
}

async function close(page: Page) {
  await page.getByRole('button', { name: 'Close the case' }).click()
  await page.getByRole('heading', { name: 'Closed', exact: true }).waitFor()
}

const line = (page: Page, name: string) => page.locator('.desk__one', { hasText: name })
const told = 'We were told they were found'
const back = 'Back at home or in care'

describe('a case', () => {
  it('goes from its notification to an interview that was held, and is closed when nothing is lacking', async () => {
    const page = await console.at('interviewer')
    const path = await recordAs(page, 'Example Avocet', { [told]: ago(3), [back]: ago(2) })
    await page.locator('.case__next').getByText('Reach them and offer an interview').waitFor()
    await page.locator('.case__next').getByText('20 h left').waitFor()
    await done(page, 'Offered an interview', ['Phone', 'Young person', 'Said yes'])
    await page.locator('.case__next').getByText('Hold the interview').waitFor()
    expect(await lackingFor(page, 'The interview was held and sent on')).toEqual([
      'An interview that was held',
      'When the record was sent',
      'Where it went: under Review, send it to the allocated worker, or to the hub where nobody is allocated',
    ])
    expect(await page.getByRole('button', { name: 'Close the case' }).isDisabled()).toBe(true)

    await page.getByRole('button', { name: 'Begin an interview' }).click()
    await page.getByText('For the case you came from').waitFor()
    // What the young person is called is there already, and neither it nor the case in the address.
    expect(new URL(page.url()).pathname + new URL(page.url()).search).toBe('/interviews/begin')
    expect(await page.getByLabel('What does the young person like to be called?').inputValue()).toBe('Example Avocet')
    await page.reload()
    await page.getByText('For the case you came from').waitFor()
    await page.getByRole('radio', { name: '11 to 15' }).check()
    await page.getByRole('button', { name: 'Begin', exact: true }).click()
    await page.getByRole('heading', { name: 'Example Avocet', level: 1 }).waitFor()
    await goTo(page, 'What was going on before')
    await page.locator('.case-line').getByText('Hold the interview').waitFor()
    await page.getByLabel('What they said, in their words').fill('I was cold.')
    await page.getByRole('button', { name: 'Next', exact: true }).click()
    await page.getByRole('button', { name: 'More' }).click()
    await page.getByRole('button', { name: 'Stop the talk' }).click()
    await page.getByRole('button', { name: 'The young person’s' }).click()
    await page.getByText('The talk has stopped').waitFor()
    await saved(page)
    await page.getByRole('link', { name: 'The case', exact: true }).click()
    await page
      .getByRole('region', { name: 'The interview' })
      .getByText(/^Held /)
      .waitFor()

    await page.getByRole('button', { name: 'Done: Record sent' }).click()
    await page.locator('[data-clock="DL-13"]').getByRole('button', { name: 'Save', exact: true }).click()
    await page.locator('[data-review="forward"]').click()
    const forward = page.getByRole('region', { name: 'Send it on', exact: true })
    await forward.getByRole('radio', { name: 'The allocated social worker' }).check()
    await forward.getByRole('button', { name: 'Save', exact: true }).click()
    await page.locator('[data-clock="DL-16"]').getByText('23 h left').waitFor()
    expect(await lackingFor(page, 'The interview was held and sent on')).toEqual([])
    await close(page)
    await page.goto('/desk')
    await page.getByRole('button', { name: 'Closed', exact: true }).click()
    await line(page, 'Example Avocet').waitFor()
    await page.goto(path)
    await page.getByRole('button', { name: 'Open it again' }).click()
    await page.getByRole('heading', { name: 'Write down what was done' }).waitFor()
  })

  it('is closed when the young person said no, with why', async () => {
    const page = await console.at('interviewer')
    await recordAs(page, 'Example Bittern', { [told]: ago(3) })
    expect(await lackingFor(page, 'The young person said no')).toEqual([
      'That the young person said no',
      'Why they said no',
    ])
    await done(page, 'They said no', ['Young person'], 'I do not want to talk about it.')
    await page.locator('[data-lacking]').waitFor({ state: 'detached' })
    await close(page)
  })

  it('is closed when a parent said no, once they were asked what they could tell', async () => {
    const page = await console.at('interviewer')
    await recordAs(page, 'Example Curlew', { [told]: ago(3) })
    await done(page, 'They said no', ['Parent or carer'], 'Leave her alone.')
    expect(await lackingFor(page, 'A parent or carer said no')).toEqual(['What the parent or carer could tell'])
    await done(page, 'What a parent or carer told', [], 'She was with an aunt.')
    await page.locator('[data-lacking]').waitFor({ state: 'detached' })
    await close(page)
  })

  it('is closed when nobody could reach them: two attempts, children’s services told, a letter', async () => {
    const page = await console.at('interviewer')
    await recordAs(page, 'Example Dotterel', { [told]: ago(30) })
    // A day went by: it is late, and says why.
    const late = page.locator('[data-clock="DL-02"]')
    await late.getByText('late by 6 h').waitFor()
    await late.getByRole('button', { name: 'Say why it is late' }).click()
    await late.getByLabel('Why it is late').selectOption('We were told over a weekend')
    await late.getByRole('button', { name: 'Save', exact: true }).click()
    await late.getByText('Late because: We were told over a weekend').waitFor()
    await late.getByRole('button', { name: 'Change why' }).click()
    await late.getByLabel('What the young person said').fill('Not on a Sunday.')
    await late.getByLabel('Why it is late').selectOption('They need rest first')
    await late.getByRole('button', { name: 'Save', exact: true }).click()
    await late.getByText('Late, as they wanted').waitFor()
    await late.getByText('Not on a Sunday.').waitFor()

    await done(page, 'Tried to reach them', ['Phone', 'Young person', 'No answer'])
    await done(page, 'Tried to reach them', ['Visit', 'Young person', 'Not there'])
    expect(await lackingFor(page, 'Nobody could reach them')).toEqual([
      'When children’s services were told',
      'A letter to the young person',
    ])
    await page.getByRole('button', { name: 'Done: Children’s services told' }).click()
    await page.locator('[data-clock="DL-05"]').getByRole('button', { name: 'Save', exact: true }).click()
    await expect.poll(() => page.locator('[data-lacking] li').count(), patiently).toBe(1)
    await done(page, 'Sent a letter', ['Young person'])
    await page.locator('[data-lacking]').waitFor({ state: 'detached' })
    await close(page)
  })

  it('is closed when they went missing again, which can be taken back at once', async () => {
    const page = await console.at('interviewer')
    await recordAs(page, 'Example Egret', { [told]: ago(3) })
    await done(page, 'Missing again')
    await page.locator('.case__flags').getByText('Missing again').waitFor()
    await page.getByRole('button', { name: 'Undo' }).click()
    await page.locator('.case__flags').getByText('Missing again').waitFor({ state: 'detached' })
    expect(await lackingFor(page, 'They went missing again first')).toEqual(['When they went missing again'])
    await done(page, 'Missing again')
    await close(page)
    await page.getByText('Everything that was written').click()
    await page.locator('.case-history__gone').getByText('Missing again').waitFor()
  })

  it('can be covered by an interview that is open already', async () => {
    const page = await console.at('interviewer')
    const name = fresh('Example Knot')
    const interview = await beginAs(page, name)
    await saved(page)
    await recordAs(page, name, { [told]: ago(3) })
    await page.getByRole('button', { name: 'An open interview covers this too' }).click()
    const choice = page.getByLabel('Which interview')
    await choice.locator('option', { hasText: name }).waitFor({ state: 'attached' })
    await choice.selectOption(new URL(interview, console.url).pathname.split('/').at(-1) ?? '')
    await page.getByRole('region', { name: 'The interview' }).getByRole('button', { name: 'Save' }).click()
    await page.getByRole('link', { name: 'Go to the interview' }).click()
    await page.getByRole('heading', { name, level: 1 }).waitFor()
    await page.locator('.case-line').getByText('Reach them and offer an interview').waitFor()
  })

  it('keeps what was typed over a reload, and nothing of it where it can be read', async () => {
    const page = await console.at('interviewer')
    await page.goto('/cases/new')
    await page.getByLabel('What the young person is called').fill('Example Fulmar')
    await page.getByLabel('Last seen', { exact: true }).fill('Friday after lunch')
    await page.getByText('Kept in these words. No clock runs').waitFor()
    await expect
      .poll(async () => (await page.evaluate(() => indexedDB.databases())).length, patiently)
      .toBeGreaterThan(0)
    await page.waitForTimeout(200)
    await page.reload()
    await expect
      .poll(() => page.getByLabel('What the young person is called').inputValue(), patiently)
      .toBe('Example Fulmar')
    const kept = await page.evaluate(() =>
      JSON.stringify([Object.entries(localStorage), Object.entries(sessionStorage), location.href]),
    )
    expect(kept).not.toContain('Fulmar')
    await page.context().setOffline(true)
    await page.getByRole('button', { name: 'Record it' }).click()
    await page.getByText('This is not saved: the server did not answer.').waitFor()
    await page.context().setOffline(false)
    await expect
      .poll(async () => {
        const button = page.getByRole('button', { name: 'Record it' })
        if (await button.count()) await button.click({ timeout: 1_000 }).catch(() => {})
        return page.getByRole('heading', { name: 'Example Fulmar', level: 1 }).count()
      }, patiently)
      .toBe(1)
    await page.getByText('Friday after lunch').waitFor()
    // Begun once, however often it was sent.
    await page.goto('/desk')
    await line(page, 'Example Fulmar').waitFor()
    expect(await line(page, 'Example Fulmar').count()).toBe(1)
    await page.goto('/cases/new')
    expect(await page.getByLabel('What the young person is called').inputValue()).toBe('')
  })

  it('has each of its parts in what is on the page, in order, and leads to each', async () => {
    const page = await console.at('coordinator')
    await recordAs(page, fresh('Example Whinchat'))
    const contents = page.getByRole('navigation', { name: 'On this page' })
    const links = await contents.getByRole('link').evaluateAll(all => all.map(each => each.getAttribute('href')))
    const headings = page.locator('.case__parts h2')
    expect(await headings.evaluateAll(all => all.map(({ id }) => `#${id}`))).toEqual(links)
    await contents.getByRole('link', { name: 'People and places' }).click()
    await expect.poll(() => page.locator('#people-places').isVisible()).toBe(true)
    const top = async () => (await page.locator('#people-places').boundingBox())?.y ?? -1
    await expect.poll(top).toBeLessThan(400)
    expect(await top()).toBeGreaterThanOrEqual(0)
  })

  it('can have what was left filled in later, and keeps apart not known from not told', async () => {
    const page = await console.at('interviewer')
    await recordAs(page, 'Example Gannet')
    await page.getByText('No clock runs yet.').waitFor()
    await page.getByRole('button', { name: 'Fill in or change' }).click()
    await page.getByRole('group', { name: 'Looked after', exact: true }).getByRole('radio', { name: 'Yes' }).check()
    await page.getByRole('checkbox', { name: 'Not known (Went missing)' }).check()
    await page.getByLabel(back, { exact: true }).fill(ago(-48))
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    await page.getByRole('alert').getByText('That is still to come.').waitFor()
    await page.getByLabel(back, { exact: true }).fill(ago(1))
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    await page.locator('.case__flags').getByText('Looked after').waitFor()
    await page.getByText('Nobody knows the time: Went missing').waitFor()
    await page.locator('.case__next').getByText('Hold the interview').waitFor()
  })
})

describe('a reminder', () => {
  it('comes by itself to whoever the case is with, wherever they are, and goes when they look at the desk', async () => {
    const page = await console.at('interviewer')
    await page.goto('/interviews')
    await page.locator('.interviews').waitFor()
    const path = await recordAs(await console.at('interviewer'), fresh('Example Merlin'), { [told]: ago(22) })
    const reminder = page.locator(`.reminder a[href="${path}"]`).first()
    await reminder.waitFor({ timeout: 45_000 })
    await reminder.click()
    await page.getByRole('heading', { name: 'What is due', exact: true }).waitFor()
    await page.locator('.reminder').first().waitFor()
    await page.getByRole('link', { name: 'See what needs me now' }).last().click()
    await page.getByRole('heading', { name: 'What needs me now' }).waitFor()
    await page.getByRole('link', { name: 'Interviews', exact: true }).click()
    await page.getByRole('heading', { name: 'Interviews', exact: true }).waitFor()
    expect(await page.locator('.reminder').count()).toBe(0)
  }, 90_000)
})

describe('the desk', () => {
  it('is where an interviewer begins, and leads to the interviews', async () => {
    const page = await console.at('interviewer')
    await page.goto('/interviews')
    await page.getByRole('link', { name: 'Return Talk' }).click()
    await page.getByRole('heading', { name: 'What needs me now' }).waitFor()
    expect(new URL(page.url()).pathname).toBe('/desk')
    await page.getByRole('link', { name: 'Interviews', exact: true }).click()
    await page.getByRole('heading', { name: 'Interviews', exact: true }).waitFor()
  })

  it.each([
    ['a browser that moves lines with their focus, and holds the page by itself', false],
    ['one that does neither', true],
  ])(
    'changes in another’s browser as it happens, and takes from nobody the focus or the place, in %s',
    async (_, isOld) => {
      const page = await console.at('interviewer')
      const [heronName, ibisName] = [fresh('Example Heron'), fresh('Example Ibis')]
      await recordAs(page, heronName, { [told]: ago(20) })
      const watching = await console.at('coordinator', { viewport: { width: 1280, height: 420 }, bypassCSP: true })
      if (isOld) await watching.addInitScript(() => Reflect.deleteProperty(Element.prototype, 'moveBefore'))
      await watching.goto('/desk')
      if (isOld) await watching.addStyleTag({ content: '* { overflow-anchor: none !important; }' })
      const heron = line(watching, heronName)
      await heron.getByText('3 h left').waitFor()
      await heron.getByRole('link').focus()
      await heron.evaluate(each => scrollBy(0, each.getBoundingClientRect().top - 200))
      await watching.waitForTimeout(200)
      const top = await heron.evaluate(each => each.getBoundingClientRect().top)
      // More urgent than it, and so above.
      const ibis = await recordAs(page, ibisName, { [told]: ago(22) })
      await line(watching, ibisName).waitFor()
      await expect.poll(() => heron.evaluate(each => each.getBoundingClientRect().top), patiently).toBeCloseTo(top, -1)
      expect(await heron.getByRole('link').evaluate(each => each === document.activeElement)).toBe(true)
      // The one with the focus is moved itself, down and up again: it keeps the focus.
      const link = line(watching, ibisName).getByRole('link')
      await link.focus()
      const isAfterHeron = async () => {
        const names = await watching.locator('.desk__name').allTextContents()
        return names.indexOf(ibisName) > names.indexOf(heronName)
      }
      const hasFocus = () => link.evaluate(each => each === document.activeElement)
      await page.goto(ibis)
      await done(page, 'Offered an interview', ['Phone', 'Young person', 'Said yes'])
      await line(watching, ibisName).getByText('Offers: 1.').waitFor()
      await expect.poll(isAfterHeron, patiently).toBe(true)
      expect(await hasFocus()).toBe(true)
      await page.getByRole('button', { name: 'Undo' }).click()
      await expect.poll(isAfterHeron, patiently).toBe(false)
      expect(await hasFocus()).toBe(true)
    },
  )

  it('tells by itself that a clock ran out, without anybody doing anything', async () => {
    const name = fresh('Example Jackdaw')
    // Sooner than a connection is given up, which would ask for the lines again.
    await beginDueIn(20_000, name)
    const watching = await console.at('coordinator')
    await watching.clock.install()
    await watching.goto('/desk')
    const jackdaw = line(watching, name)
    await jackdaw.getByText('due now').waitFor()
    await watching.clock.fastForward('00:25')
    await jackdaw.getByText('late since just now').waitFor()
    await watching.getByText(`${name}: this is late now. Reach them and offer an interview`).waitFor()
    await watching.getByRole('button', { name: 'Late only' }).click()
    await jackdaw.waitFor()
    expect(await line(watching, 'Example Gannet').count()).toBe(0)
    await watching.getByLabel('What is due').selectOption('Hold the interview')
    await jackdaw.waitFor({ state: 'detached' })
  })

  it('is gone through by the keyboard, finds a name without putting it in the address, and shows one’s own', async () => {
    const page = await console.at('interviewer')
    await recordAs(page, 'Example Kestrel', { [told]: ago(5) })
    const requests: string[] = []
    page.on('request', request => requests.push(request.url()))
    await page.goto('/desk')
    await line(page, 'Example Kestrel').waitFor()
    const names = await page.locator('.desk__name').allTextContents()
    expect(names.length).toBeGreaterThan(2)
    const focused = () => page.evaluate(() => document.activeElement?.textContent)
    await page.keyboard.press('j')
    expect(await focused()).toBe(names[0])
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('j')
    expect(await focused()).toBe(names[2])
    await page.keyboard.press('k')
    expect(await focused()).toBe(names[1])
    await page.keyboard.press('/')
    await page.keyboard.type('kestrel')
    await page.keyboard.press('Enter')
    await page.getByText('Found: 1').waitFor()
    expect(await page.locator('.desk__name').allTextContents()).toEqual(['Example Kestrel'])
    expect([...requests, page.url()].filter(url => /kestrel/i.test(url))).toEqual([])
    await page.getByRole('button', { name: 'Show all cases' }).click()
    await page.getByRole('button', { name: 'Mine', exact: true }).click()
    await line(page, 'Example Kestrel').waitFor()
    await page.keyboard.press('Escape')
    await page.locator('body').press('j')
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/cases\//)
    // Given to the hub, it is nobody's own any more.
    await page.goto('/desk')
    await line(page, 'Example Kestrel').getByRole('link').click()
    await page.getByLabel('Who it is with').selectOption('Nobody yet: the hub looks at it')
    await page.locator('.case__who').getByText('Nobody yet').waitFor()
    await page.goto('/desk')
    await page.getByRole('button', { name: 'Mine', exact: true }).click()
    await page.locator('.desk__one, .empty').first().waitFor()
    expect(await line(page, 'Example Kestrel').count()).toBe(0)
  })

  it.each(walks)(
    'has nothing for axe to find, nor have a case and its form, in $shown',
    async ({ as, look: faults }) => {
      const maker = await console.at('interviewer')
      const path = await recordAs(maker, 'Example Lapwing', { [told]: ago(30), [back]: 'Friday evening' })
      const page = await console.at('interviewer', { colorScheme: 'light', bypassCSP: true })
      await showAs(page, as ?? {})
      await page.addInitScript(axe)
      const found: string[] = []
      const look = async (where: string) => found.push(...(await faults(page)).map(fault => `${where}: ${fault}`))
      await page.goto('/desk')
      await line(page, 'Example Lapwing').first().waitFor()
      await look('desk')
      await page.goto('/cases/new')
      await page.getByRole('button', { name: 'Record it' }).waitFor()
      await page.getByLabel('Found', { exact: true }).fill('31/02/2026 10:00')
      await page.getByRole('button', { name: 'Record it' }).click()
      await page.getByRole('alert').waitFor()
      await look('new case')
      await page.goto(path)
      await page.getByRole('heading', { name: 'What is due', exact: true }).waitFor()
      await look('case')
      await page.getByRole('button', { name: 'Say why it is late' }).first().click()
      await page.getByRole('button', { name: 'Offered an interview', exact: true }).click()
      await lackingFor(page, 'Nobody could reach them')
      await page.getByText('Everything that was written').click()
      await look('case with its forms')
      const across = await page.evaluate(
        () => document.documentElement.scrollWidth <= document.documentElement.clientWidth,
      )
      const small = await page.evaluate(() =>
        [...document.querySelectorAll('main :is(button, select, textarea, summary, .govuk-radios__input)')]
          .filter(each => each.checkVisibility() && each.getBoundingClientRect().height < 43.5)
          .map(each => `small ${each.textContent}`),
      )
      expect([...found, ...small, ...(across ? [] : ['wider than the screen'])]).toEqual([])
    },
  )
})
