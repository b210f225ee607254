import { useEffect, useState } from 'preact/hooks'
import { localeOf } from '../../../locales/languages.ts'
import { Icon } from './Icon.tsx'

interface Props {
  words: string
  language: string
  labels: { read: string; stop: string }
}

/**
 * Reads words aloud, where this device itself has a voice for the language. A voice that is somebody's service on the internet
 * is never used: what is said here goes nowhere.
 */
export function ReadAloud({ words, language, labels }: Props) {
  const voice = useVoice(language)
  const [reading, setReading] = useState(false)
  useEffect(() => () => globalThis.speechSynthesis?.cancel(), [words])
  if (!voice) return null
  const toggle = () => {
    speechSynthesis.cancel()
    if (reading) return setReading(false)
    const utterance = new SpeechSynthesisUtterance(words.replaceAll(/[\u2066-\u2069]/g, ''))
    utterance.voice = voice
    utterance.lang = voice.lang
    utterance.rate = 0.9
    utterance.onend = () => setReading(false)
    utterance.onerror = () => setReading(false)
    setReading(true)
    speechSynthesis.speak(utterance)
  }
  return (
    <button type="button" class="button button--quiet read-aloud" aria-pressed={reading} onClick={toggle}>
      <Icon name="speaker" />
      {reading ? labels.stop : labels.read}
    </button>
  )
}

/** Browsers tell their voices late, and some tell none. */
function useVoice(language: string): SpeechSynthesisVoice | undefined {
  const [voice, setVoice] = useState<SpeechSynthesisVoice>()
  useEffect(() => {
    const synthesis = globalThis.speechSynthesis
    if (!synthesis) return
    const find = () => setVoice(localVoice(synthesis.getVoices(), language))
    find()
    synthesis.addEventListener?.('voiceschanged', find)
    return () => synthesis.removeEventListener?.('voiceschanged', find)
  }, [language])
  return voice
}

/** A voice of this device for the language, or for the locale it goes by. */
export function localVoice<V extends Pick<SpeechSynthesisVoice, 'lang' | 'localService'>>(
  voices: readonly V[],
  language: string,
): V | undefined {
  const own = voices.filter(({ localService }) => localService)
  const wanted = [localeOf(language), language].map(each => each.toLowerCase())
  const tag = ({ lang }: V) => lang.toLowerCase().replaceAll('_', '-')
  return (
    own.find(each => wanted.includes(tag(each))) ??
    own.find(each => wanted.some(code => tag(each).split('-')[0] === code.split('-')[0]))
  )
}
