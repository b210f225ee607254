import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

/** What a practice talk shows is what was said in it, never what somebody can do: no page or paper of it may say so. */
describe('the words of the practice room', () => {
  it.each([
    ['en', /compet|qualifi|certif|accredit|\bpass(ed)? the\b/i],
    ['cy', /cymwys|cymhwys|cymhwyst|tystysgrif|achredu/i],
  ] as const)('call nobody competent or qualified in %s', (language, claims) => {
    const words = JSON.parse(readFileSync(`locales/${language}/console.json`, 'utf8')) as Record<string, string>
    const ours = Object.entries(words).filter(([key]) => /^(practice|debrief|drills|over-time|cohort)\b/.test(key))
    expect(ours.length).toBeGreaterThan(100)
    expect(ours.filter(([, text]) => claims.test(text))).toEqual([])
  })

  it.each(['models.json', 'drills.json'])('call nobody competent in %s', file => {
    expect(readFileSync(`locales/en/${file}`, 'utf8')).not.toMatch(/compet/i)
  })
})
