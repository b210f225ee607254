import { describe, expect, it } from 'vitest'
import { localVoice } from '../../../../console/web/shared/ReadAloud.tsx'

const voice = (lang: string, localService: boolean) => ({ lang, localService })

describe('the voice that reads aloud', () => {
  it('is never a service that the words would be sent to', () => {
    expect(localVoice([voice('ar-SA', false)], 'ar')).toBeUndefined()
    expect(localVoice([voice('ar-SA', false), voice('ar-EG', true)], 'ar')?.lang).toBe('ar-EG')
  })

  it.each([
    ['en', ['en-US', 'en-GB'], 'en-GB'],
    ['en', ['en-US'], 'en-US'],
    ['vi', ['vi_VN'], 'vi_VN'],
    ['apd', ['ar-EG', 'ar-SD'], 'ar-SD'],
    ['apd', ['ar-EG'], 'ar-EG'],
    ['prs', ['fa-IR', 'fa-AF'], 'fa-AF'],
    ['kmr', ['ku-TR'], 'ku-TR'],
    ['ti', ['am-ET'], undefined],
    ['so', ['sob-XX'], undefined],
  ])('for %s among %j is %s', (language, langs, expected) => {
    expect(
      localVoice(
        langs.map(lang => voice(lang, true)),
        language,
      )?.lang,
    ).toBe(expected)
  })
})
