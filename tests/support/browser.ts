import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core'

/** A real Chromium, from npm alone. Close it when the tests are done. */
export async function launchBrowser(): Promise<Browser> {
  const { playwright, ...options } = await chromium()
  return playwright.launch(options)
}

/** The same with its profile in this folder, as a browser on somebody's laptop has one. */
export async function launchProfile(folder: string, url: string): Promise<BrowserContext> {
  const { playwright, ...options } = await chromium()
  return playwright.launchPersistentContext(folder, { ...options, baseURL: url })
}

async function chromium() {
  // Makes the package unpack the libraries that a bare machine lacks. Read at its import.
  process.env.AWS_LAMBDA_JS_RUNTIME = 'nodejs22.x'
  const [{ default: packed }, { chromium: playwright }] = await Promise.all([
    import('@sparticuz/chromium'),
    import('playwright-core'),
  ])
  return { playwright, executablePath: await packed.executablePath(), args: ['--no-sandbox'] }
}

/** A fresh browser, as another person's computer would be, in which this person has been chosen. */
export async function personAt(
  browser: Browser,
  url: string,
  person: string,
  options: BrowserContextOptions = {},
): Promise<{ context: BrowserContext; page: Page }> {
  const context = await browser.newContext({
    baseURL: url,
    viewport: { width: 1280, height: 800 },
    reducedMotion: 'reduce',
    ...options,
  })
  // Short of a test's own limit, so that what fails is the step and not the test.
  context.setDefaultTimeout(10_000)
  await context.request.post('/api/session', { data: { person } })
  return { context, page: await context.newPage() }
}
