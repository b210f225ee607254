import type { AccountSession } from '../../contract/account.ts'

/** The family of a browser, by which its owner knows it again; nothing finer is kept. */
export function browserOf(userAgent: string | undefined): AccountSession['browser'] {
  const agent = userAgent ?? ''
  if (/\bEdg(e|A|iOS)?\//.test(agent)) return 'edge'
  if (/\b(Firefox|FxiOS)\//.test(agent)) return 'firefox'
  if (/\b(Chrome|CriOS|Chromium|HeadlessChrome)\//.test(agent)) return 'chrome'
  return /\bSafari\//.test(agent) ? 'safari' : 'other'
}
