import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { beginAs, type ConsoleUnderTest, goTo, patiently, question, saved, startConsole } from './consoleUnderTest.ts'

let console: ConsoleUnderTest
beforeAll(async () => {
  console = await startConsole()
})
afterAll(() => console?.close())

describe('an interview in the console', () => {
  it('goes from its beginning to a printed record, while someone else watches it fill', async () => {
    const page = await console.at('interviewer')
    const path = await beginAs(page, 'Example Swift')
    const watching = await console.at('manager')
    await watching.goto(path)
    await watching.getByRole('heading', { name: 'Example Swift', level: 1 }).waitFor()

    await goTo(page, 'What was going on before')
    await page
      .getByLabel('What they said, in their words')
      .fill('There was a big row with mum. I was bullied at school.')
    await page.getByRole('button', { name: 'Keep', exact: true }).click()
    await watching.locator('[data-field="leaving.before-you-went"]').getByText('There was a big row with mum').waitFor()

    await page.getByRole('button', { name: 'Keep Bullying' }).click()
    await watching.locator('[data-field="push.bullying"]').getByText('Told yes').waitFor()

    await page.getByRole('button', { name: 'Arguments with parents or carers' }).first().click()
    await page.getByRole('button', { name: 'Chose not to say', exact: true }).click()

    await page.getByRole('button', { name: 'Concern', exact: true }).click()
    await page.getByText('Afterwards the talk goes back to: What was going on before.').waitFor()
    await page.getByRole('radio', { name: 'Not safe where they live' }).check()
    await page.getByRole('button', { name: 'Next' }).click()
    await page.getByLabel('What they said, in their words').fill('I do not want to be there at night.')
    await page.getByRole('button', { name: 'Next' }).click()
    await page.getByRole('button', { name: 'I have said this' }).click()
    await page.getByRole('radio', { name: 'Told', exact: true }).check()
    await page.getByRole('button', { name: 'Next' }).click()
    await page.getByRole('textbox', { name: 'What has been done' }).fill('Duty team told at 14:05.')
    await page.getByRole('button', { name: 'Next' }).click()
    await expect.poll(() => question(page).textContent(), patiently).toBe('Tell me what was going on before you went.')

    await goTo(page, 'This time')
    await page.getByRole('textbox', { name: 'When were they last seen' }).fill('03/04/2026 6.30pm')
    await page.getByText(/^Read as Friday,? 3 April 2026, 18:30$/).waitFor()
    await page.getByRole('button', { name: 'Next' }).click()

    await page.getByRole('button', { name: 'Record', exact: true }).click()
    await page.getByRole('button', { name: 'Change What does the young person like to be called?' }).click()
    await page.getByRole('textbox', { name: 'What does the young person like to be called?' }).fill('Example Swallow')
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    await watching.getByRole('heading', { name: 'Example Swallow', level: 1 }).waitFor()

    await page.getByRole('button', { name: 'More' }).click()
    await page.getByRole('button', { name: 'Stop the talk' }).click()
    await page.getByRole('button', { name: 'The young person’s' }).click()
    await watching.getByText('The talk has stopped').waitFor()
    await saved(page)

    await page.getByRole('link', { name: 'See the record' }).click()
    const record = page.locator('.written')
    await record.getByRole('heading', { name: 'Record of the talk with Example Swallow' }).waitFor()
    const text = await record.innerText()
    expect(text.indexOf('Duty team told at 14:05.')).toBeLessThan(text.indexOf('Before and going'))
    expect(text).toContain('Practice: invented data')
    expect(text).toContain('Put right later')
    expect(text).toContain('Stopped by the young person’s choice')
    const apart = await page.getByRole('region', { name: 'Chose not to say' }).innerText()
    expect(apart).toContain('Arguments with parents or carers')
    const pdf = await page.pdf({ preferCSSPageSize: true })
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
    expect(pdf.length).toBeGreaterThan(10_000)
  })

  it('shows in the room what is answered in the bot, and in the bot what is answered in the room', async () => {
    const conversation = randomUUID()
    const { interview } = await console.toBot(conversation, 'start')
    const page = await console.at('interviewer')
    await page.goto(`/interviews/${interview}`)
    await question(page).waitFor()
    await console.toBot(conversation, 'Example Heron')
    await page.getByRole('heading', { name: 'Example Heron', level: 1 }).waitFor()
    await page.getByText('chat · Saved').waitFor()

    await page.getByRole('radio', { name: 'Under 11' }).check()
    await page.getByRole('button', { name: 'Next' }).click()
    await page.getByRole('heading', { name: 'Which of these are true of them?' }).waitFor()
    await saved(page)
    const told = await console.toBot(conversation, 'where are we')
    expect(told.prompt?.id).toBe('prepare.circumstances')
  })

  it('shows in the chat beside the talk what is filled in, and in the talk what is typed in the chat', async () => {
    const page = await console.at('interviewer')
    await beginAs(page, 'Example Plover')
    await goTo(page, 'What was going on before')
    await page.getByRole('button', { name: 'Chat', exact: true }).click()
    const chat = page.getByRole('region', { name: 'Chat' })
    await chat.getByText('Say: “Tell me what was going on before you went.”').last().waitFor()

    await chat.getByRole('textbox').fill('I had a row with my mum.')
    await chat.getByRole('textbox').press('Enter')
    await chat.getByRole('button', { name: 'Keep: Arguments with parents or carers' }).waitFor()
    await page.getByRole('main').getByText('I had a row with my mum.', { exact: true }).waitFor()

    await page.getByRole('button', { name: 'Keep Arguments with parents or carers' }).click()
    await chat.getByRole('button', { name: 'Keep: Arguments with parents or carers' }).waitFor({ state: 'detached' })
    await chat.getByRole('textbox').fill('next')
    await chat.getByRole('button', { name: 'Send' }).click()
    await expect.poll(() => question(page).textContent(), patiently).toMatch(/^Hello/)
  })

  it('shows both versions when two people change the same thing, and keeps the one that is chosen', async () => {
    const tablet = { viewport: { width: 820, height: 1180 } }
    const [one, other] = [await console.at('interviewer', tablet), await console.at('coordinator')]
    const path = await beginAs(one, 'Example Dipper')
    await saved(one)
    await other.goto(path)
    await other.getByRole('heading', { name: 'Example Dipper', level: 1 }).waitFor()
    await saved(other)

    const rename = async (page: typeof one, name: string) => {
      await page.getByRole('button', { name: 'Record', exact: true }).click()
      await page.getByRole('button', { name: 'Change What does the young person like to be called?' }).click()
      await page.getByLabel('What does the young person like to be called?').fill(name)
      await page.getByRole('button', { name: 'Save', exact: true }).click()
    }
    await one.context().setOffline(true)
    await one.getByText('Offline. Kept on this device').waitFor()
    await rename(one, 'Example Mine')
    await one.locator('.entry').getByText('On this device').first().waitFor()
    await rename(other, 'Example Theirs')
    await other.getByRole('heading', { name: 'Example Theirs', level: 1 }).waitFor()
    await saved(other)
    await one.context().setOffline(false)

    const choice = one.getByRole('alert')
    await choice.getByText('Someone else changed this').waitFor()
    expect(await choice.innerText()).toContain('Example Theirs')
    expect(await choice.innerText()).toContain('Example Mine')
    await choice.getByRole('button', { name: 'Use mine' }).click()
    await other.getByRole('heading', { name: 'Example Mine', level: 1 }).waitFor()
    await saved(one)
    expect(await one.getByRole('alert').count()).toBe(0)
  })
})
