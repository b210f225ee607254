import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { pseudoLanguage } from '../support/pseudoLocale.ts'
import { beginAs, type ConsoleUnderTest, goTo, patiently, question, saved, startConsole } from './consoleUnderTest.ts'
import { axe, showAs, walks } from './shownAs.ts'

let console: ConsoleUnderTest
beforeAll(async () => {
  console = await startConsole()
})
afterAll(() => console?.close())

describe('every page', () => {
  it.each(walks)('has nothing for axe to find, in $shown', async ({ as, look: faults }) => {
    const page = await console.at('interviewer', { colorScheme: 'light', bypassCSP: true })
    await showAs(page, as ?? {})
    await page.addInitScript(axe)
    const found: string[] = []
    const look = async (where: string) => found.push(...(await faults(page)).map(fault => `${where}: ${fault}`))
    await page.goto('/')
    await page.getByRole('heading', { name: 'Who are you?' }).waitFor()
    await look('who')
    await page.goto('/interviews')
    await page.getByText('Example Finch').waitFor()
    await look('list')
    await page.goto('/interviews/begin')
    await page.getByRole('button', { name: 'Begin', exact: true }).waitFor()
    await look('begin')
    const path = await beginAs(page, 'Example Siskin')
    await look('choices')
    const topics = ['This time', 'What was going on before', 'Asked plainly', 'What happened']
    // Other directions and sizes change the same few parts; other colours may fail in any.
    for (const topic of as ? topics.slice(-2) : topics) {
      await goTo(page, topic)
      await look(topic)
    }
    await goTo(page, 'What was going on before')
    await page
      .getByLabel('What they said, in their words')
      .fill('There was a row with mum and I was bullied at school.')
    await page.getByRole('button', { name: 'Keep', exact: true }).click()
    await page.getByText('Did you hear this?').waitFor()
    await look('heard')
    await page.getByRole('button', { name: 'Keep Bullying' }).click()
    await page.getByRole('button', { name: 'Family break-up' }).first().click()
    await page.getByRole('button', { name: 'Record', exact: true }).click()
    await page.getByRole('button', { name: /^Change Tell me what was/ }).click()
    await look('record being changed')
    await page.getByRole('button', { name: 'Cancel' }).click()
    await page.getByRole('button', { name: 'Chat', exact: true }).click()
    await page.getByRole('region', { name: 'Chat' }).getByRole('button', { name: 'Next' }).waitFor()
    await look('chat')
    await page.getByRole('banner').getByRole('button', { name: 'Concern', exact: true }).click()
    await page.getByRole('heading', { name: 'What is the concern?' }).waitFor()
    await look('concern')
    for (let left = 5; left > 0; left--) {
      const now = await question(page).textContent()
      await page.getByRole('button', { name: 'Skip for now' }).click()
      await expect.poll(() => question(page).textContent(), patiently).not.toBe(now)
    }
    await goTo(page, 'Something else first')
    await page.getByText('Pens down').waitFor()
    await look('pens down')
    await page.getByRole('button', { name: 'More' }).click()
    await look('more')
    await page.getByRole('button', { name: 'Take a break' }).click()
    await page.getByText('Your place is kept.').waitFor()
    await look('break')
    await page.goto(`${path}/record`)
    await page.getByRole('heading', { name: 'Not asked' }).waitFor()
    await look('written record')
    expect(found).toEqual([])
  })

  it.each(walks)('has nothing for axe to find in the auditor’s, in $shown', async ({ as, look }) => {
    const page = await console.at('auditor', { colorScheme: 'light', bypassCSP: true })
    await showAs(page, as ?? {})
    await page.addInitScript(axe)
    await page.goto('/audit')
    await page.getByRole('table', { name: 'Every entry, newest first' }).waitFor()
    const found = await look(page)
    await page.locator('.audit__interview').first().click()
    await page.getByRole('table', { name: 'Who has seen this record' }).waitFor()
    await page.getByRole('table', { name: 'Every entry, newest first' }).waitFor()
    await page.getByRole('button', { name: 'Check the audit' }).click()
    await page.getByText('The audit is whole.').waitFor()
    expect([...found, ...(await look(page))]).toEqual([])
  })

  it('has targets of 44 pixels or more in the room', async () => {
    const page = await console.at('interviewer', { viewport: { width: 820, height: 1180 } })
    await beginAs(page, 'Example Redpoll')
    await goTo(page, 'What was going on before')
    const small = await page.evaluate(() =>
      [...document.querySelectorAll('button, select, textarea, summary, .govuk-radios__input')]
        .filter(each => each.checkVisibility() && !each.classList.contains('govuk-skip-link'))
        .filter(each => each.getBoundingClientRect().height < 43.5)
        .map(each => each.textContent),
    )
    expect(small).toEqual([])
  })

  it('comes in right-to-left when its language does', async () => {
    const page = await console.at('interviewer')
    await showAs(page, { language: pseudoLanguage })
    await page.goto('/interviews')
    await page.locator('.interviews').waitFor()
    expect(await page.evaluate(() => [document.documentElement.dir, document.documentElement.lang])).toEqual([
      'rtl',
      pseudoLanguage,
    ])
    await page.locator('.interviews__name', { hasText: 'Example Wren' }).click()
    await question(page).waitFor()
    // The talk itself is in English still, and reads its own way.
    expect(await question(page).getAttribute('dir')).toBe('ltr')
    const [now, side] = await Promise.all([
      page.locator('.bar__who').boundingBox(),
      page.locator('.bar__actions').boundingBox(),
    ])
    expect(now?.x).toBeGreaterThan(side?.x ?? Number.POSITIVE_INFINITY)
    const across = await page.evaluate(
      () => document.documentElement.scrollWidth <= document.documentElement.clientWidth,
    )
    expect(across).toBe(true)
  })
})

describe('the interviews', () => {
  it('are not for someone who practises, who begins at the talks to practise', async () => {
    const page = await console.at('trainee')
    await page.goto('/interviews')
    await page.getByRole('heading', { name: 'This page is not for your role' }).waitFor()
    expect(await page.getByRole('link', { name: 'Begin' }).count()).toBe(0)
    await page.getByRole('link', { name: 'Go to your part' }).click()
    await page.getByRole('heading', { name: 'Talks', level: 1 }).waitFor()
    expect(new URL(page.url()).pathname).toBe('/practice')
  })
})

describe('the audit', () => {
  it('answers who has seen a record, by the number printed on it and without a name', async () => {
    const interviewer = await console.at('interviewer')
    const path = await beginAs(interviewer, 'Example Whimbrel')
    const number = path.split('/').at(-1) ?? ''
    await saved(interviewer)
    const coordinator = await console.at('coordinator')
    await coordinator.goto(`${path}/record`)
    await coordinator.locator('.written').getByText(number).waitFor()
    const printed = coordinator.waitForResponse(response => response.url().endsWith(`${number}/printed`))
    await coordinator.evaluate(() => dispatchEvent(new Event('beforeprint')))
    expect((await printed).ok()).toBe(true)
    const page = await console.at('auditor')
    await page.goto('/audit')
    await page.getByLabel('Interview number').fill(number.slice(0, 8))
    await page.getByRole('button', { name: 'Find' }).click()
    await page.getByText('Interviews with that number').waitFor()
    await page.locator('.audit__interviews').getByRole('link').click()
    await page.getByText('People who have seen this record: 2.').waitFor()
    const seen = page.getByRole('table', { name: 'Who has seen this record' })
    await seen.getByRole('row', { name: 'Coordinator Coordinator Opened the interview' }).waitFor()
    await seen.getByRole('row', { name: 'Coordinator Coordinator Printed the record 1' }).waitFor()
    await seen.getByRole('row', { name: 'Interviewer Interviewer Wrote in the record' }).waitFor()
    const entries = page.getByRole('table', { name: 'Every entry, newest first' })
    await page.getByLabel('Person').selectOption('Coordinator')
    await entries.getByText('Interviewer').first().waitFor({ state: 'detached' })
    await entries.getByRole('row', { name: 'Coordinator Opened the interview' }).first().waitFor()
    expect(await page.locator('body').innerText()).not.toContain('Whimbrel')
  })
})

describe('the room', () => {
  it('has nowhere to write while pens are down, and still goes anywhere', async () => {
    const page = await console.at('interviewer')
    await beginAs(page, 'Example Linnet')
    await goTo(page, 'Something else first')
    await page.getByText('Pens down').waitFor()
    expect(await page.locator('textarea, input').count()).toBe(0)
    expect(await page.locator('.room__side').count()).toBe(0)
    await goTo(page, 'What was going on before')
    await page.getByLabel('What they said, in their words').waitFor()
  })

  it('keeps its header in one row and its page still, and with large words shows one part at a time', async () => {
    const page = await console.at('interviewer')
    await beginAs(page, 'Example Whinchat')
    await goTo(page, 'What was going on before')
    const heights = () =>
      page.evaluate(() => ({
        header: document.querySelector('.bar')?.clientHeight ?? 0,
        beyond: document.documentElement.scrollHeight - document.documentElement.clientHeight,
      }))
    await page.context().setOffline(true)
    await page.getByText('Offline. Kept on this device').waitFor()
    const { header, beyond } = await heights()
    expect(header).toBeLessThan(70)
    expect(beyond).toBe(0)
    expect(await page.locator('.room__side').isVisible()).toBe(true)
    await page.getByRole('button', { name: 'More' }).click()
    await page.getByRole('button', { name: 'Large words' }).click()
    await expect.poll(() => page.locator('.room__side').isVisible(), patiently).toBe(false)
    expect((await heights()).beyond).toBe(0)
    const bottoms = await page.locator('.move-bar .button').evaluateAll(all =>
      all.map(each => {
        const { top, bottom } = each.getBoundingClientRect()
        return (top + bottom) / 2
      }),
    )
    expect(Math.max(...bottoms) - Math.min(...bottoms)).toBeLessThan(2)
  })

  it('says beside the words what nobody has checked, and says it in the record', async () => {
    const page = await console.at('interviewer')
    const path = await beginAs(page, 'Example Ruff')
    await goTo(page, 'Staying safe')
    await page.getByRole('button', { name: 'Next' }).click()
    await page.getByText('Not checked yet: the helplines. Check before you say it.').waitFor()
    await page.getByRole('button', { name: 'I have said this' }).click()
    await page.getByText('Not checked yet').waitFor({ state: 'hidden' })
    await saved(page)
    await page.goto(`${path}/record`)
    const told = page.getByRole('region', { name: 'Told to them' })
    await told.getByText('Not checked yet: the helplines.').waitFor()
  })

  it('keeps in the record the words as they were said when the age is put right later', async () => {
    const page = await console.at('interviewer')
    const path = await beginAs(page, 'Example Stint')
    await goTo(page, 'Asked plainly')
    const asked = (await question(page).textContent()) ?? ''
    await page.getByRole('radio', { name: '4', exact: true }).check()
    await page.getByRole('button', { name: 'Next' }).click()
    await page.getByRole('button', { name: 'Change How old are they?' }).click()
    await page.locator('.editor').getByRole('radio', { name: 'Under 11' }).check()
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    await page.locator('[data-field="prepare.age"]').getByText('Under 11').waitFor()
    await saved(page)
    await page.goto(`${path}/record`)
    await page.locator('.written').getByText(asked).waitFor()
  })

  it('is covered at once by a button or by Escape twice, stays covered through a reload, and comes back as it was', async () => {
    const page = await console.at('interviewer')
    await beginAs(page, 'Example Knot')
    await goTo(page, 'What was going on before')
    await page.getByLabel('What they said, in their words').fill('kept under the cover')
    await page.keyboard.press('Escape')
    await page.keyboard.press('Escape')
    const nothingSeen = async () => {
      expect((await page.locator('body').innerText()).split(/\s*\n\s*/)).toEqual(['Take your time.', 'Come back'])
      await expect.poll(() => page.title(), patiently).toBe('Covered')
    }
    await page.getByRole('button', { name: 'Come back' }).waitFor()
    await nothingSeen()
    await page.reload()
    await page.getByRole('button', { name: 'Come back' }).waitFor()
    await nothingSeen()
    await page.getByRole('button', { name: 'Come back' }).click()
    await expect.poll(() => page.getByLabel('What they said, in their words').inputValue()).toBe('kept under the cover')
  })

  it('can be worked by the keyboard alone', async () => {
    const page = await console.at('interviewer')
    await beginAs(page, 'Example Teal')
    await goTo(page, 'What was going on before')
    await page.getByLabel('What they said, in their words').focus()
    await page.keyboard.type('typed')
    await page.keyboard.press('Control+Enter')
    await page.locator('.kept').getByText('typed').waitFor()
    await saved(page)
    await page.getByRole('button', { name: 'Next' }).focus()
    await page.keyboard.press('Enter')
    await expect
      .poll(() => question(page).textContent(), patiently)
      .not.toBe('Tell me what was going on before you went.')
    // Goes on from the new words, not from the top of the page.
    await expect.poll(() => question(page).evaluate(words => words === document.activeElement), patiently).toBe(true)
    await page.keyboard.press('Tab')
    expect(await page.evaluate(() => document.activeElement?.closest('.ask') !== null)).toBe(true)
  })

  it('loads 90 kB of script or less', async () => {
    const page = await console.at('interviewer')
    const path = await beginAs(page, 'Example Avocet')
    const fresh = await console.at('interviewer')
    const sizes: Promise<number>[] = []
    fresh.on('response', response => {
      if (new URL(response.url()).pathname.endsWith('.js')) {
        sizes.push(response.body().then(body => gzipSync(body).length))
      }
    })
    await fresh.goto(path)
    await question(fresh).waitFor()
    await saved(fresh)
    const total = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0)
    expect(total).toBeGreaterThan(30_000)
    expect(total).toBeLessThanOrEqual(90_000)
  })
})
