import { describe, expect, it } from 'vitest'
import { passwordFault } from '../../../../console/server/identity/passwordFault.ts'

const names = ['Robin Carter', 'robin.carter@council.example']

describe('a password', () => {
  it.each([
    ['elevenchars', 'too-short'],
    ['é'.repeat(11), 'too-short'],
    [`gravel lantern orbit ${'x'.repeat(108)}`, 'too-long'],
    ['passwordpassword', 'repeats'],
    ['aaaaaaaaaaaaaaaa', 'repeats'],
    ['abcdefghijklmnop', 'keys-in-a-row'],
    ['administrator1', 'guessable'],
    ['qwertyuiop12', 'common'],
    ['robincarter1984', 'about-you'],
    ['Robin.Carter@council.example', 'about-you'],
    ['Return Talk 2026', 'about-you'],
  ])('%s: %s', async (password, fault) => {
    expect(await passwordFault(password, names)).toBe(fault)
  })

  it.each([
    'gravel lantern orbit mustard',
    'correct horse battery staple',
    'n7$Kq-2vPz!w4',
    'gwely llwyd ceffyl deuddeg',
  ])('is taken whatever it is made of: %s', async password =>
    expect(await passwordFault(password, names)).toBeUndefined(),
  )

  it('does not hold up everyone else while it is looked at', async () => {
    let longest = 0
    let last = performance.now()
    const timer = setInterval(() => {
      longest = Math.max(longest, performance.now() - last)
      last = performance.now()
    }, 5)
    await passwordFault('l1l1l1l1l1l1!!@@4430s5z2'.repeat(5), names)
    clearInterval(timer)
    expect(longest).toBeLessThan(500)
  })
})
