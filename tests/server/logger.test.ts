import { describe, expect, it } from 'vitest'
import { createLogger } from '../../console/server/logger.ts'

function logged(write: (logger: ReturnType<typeof createLogger>) => void): string {
  const lines: string[] = []
  write(createLogger('info', { write: line => lines.push(line) }))
  return lines.join('')
}

describe('createLogger', () => {
  it('writes ids and codes', () => {
    const line = logged(logger => logger.error({ turn: 'an-id', code: 'ECONNRESET' }, 'turn-failed'))
    expect(JSON.parse(line)).toMatchObject({ turn: 'an-id', code: 'ECONNRESET', msg: 'turn-failed' })
  })

  it.each([
    { words: 'marked' },
    { event: { body: { words: 'marked' } } },
    { request: { headers: { cookie: 'marked' } } },
    { intent: { do: 'reply', text: 'marked' } },
    { err: Object.assign(new Error('marked'), { detail: 'marked', code: '23505', cause: new Error('marked') }) },
    { error: new Error('marked') },
  ])('leaves out what was said, wherever it is: %j', fields => {
    const line = logged(logger => logger.error(fields, 'failed'))
    expect(line).toContain('failed')
    expect(line).not.toContain('marked')
  })

  it('tells a fault by its name, its code and where it arose', () => {
    const line = logged(logger =>
      logger.error({ err: Object.assign(new TypeError('marked'), { code: 'EX' }) }, 'failed'),
    )
    expect(JSON.parse(line).err).toMatchObject({ type: 'TypeError', code: 'EX', at: expect.arrayContaining([]) })
  })

  it('is silent when it is told to be', () => {
    const lines: string[] = []
    createLogger('silent', { write: line => lines.push(line) }).error('failed')
    expect(lines).toEqual([])
  })
})
