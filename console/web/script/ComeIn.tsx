import { useState } from 'preact/hooks'
import { languages } from '../../../locales/languages.ts'
import type { OpenScript, ScriptResponse } from '../../contract/script.ts'
import { type Answer, ask } from '../session/ask.ts'
import { secretInLink } from '../session/secretInLink.ts'
import type { Fault } from '../shared/Fault.ts'
import { TextField } from '../shared/Field.tsx'
import { Form } from '../shared/Form.tsx'
import { type ScriptKey, useScriptPage } from './ScriptContext.ts'
import { chooseLanguage } from './showing.ts'

const modes = ['in-room', 'phone', 'video'] as const
const duties = ['all', 'private', 'no-tie', 'apart', 'unsure'] as const

/** How an interpreter comes in: the code they were given, who they are, and what they agree to. */
export function ComeIn({ onOpen }: { onOpen: (opened: ScriptResponse) => void }) {
  const { speak, language } = useScriptPage()
  const [written, setWritten] = useState({ code: secretInLink.get() ?? '', name: '', agency: '', dialect: '' })
  const [mode, setMode] = useState<OpenScript['mode']>()
  const [agreed, setAgreed] = useState(false)
  const [faults, setFaults] = useState<readonly Fault[]>([])
  const [busy, setBusy] = useState(false)

  async function open() {
    const missing: Fault[] = [
      ...(['code', 'name', 'agency', 'dialect'] as const)
        .filter(field => written[field].trim() === '')
        .map(field => ({ field: `script-${field}`, words: speak(`join/${field}-missing`) })),
      ...(mode === undefined ? [{ field: 'script-mode-in-room', words: speak('join/mode-missing') }] : []),
      ...(agreed ? [] : [{ field: 'script-agreed', words: speak('join/agree-missing') }]),
    ]
    if (missing.length > 0 || mode === undefined) return setFaults(missing)
    setBusy(true)
    const body: OpenScript = { ...written, mode, agreed: true }
    const answer = await ask<ScriptResponse>('POST', '/api/script', body)
    setBusy(false)
    if (!answer.ok) return setFaults([faultIn(answer)])
    secretInLink.set(undefined)
    onOpen(answer.value)
  }

  function faultIn({ problem }: Extract<Answer<never>, { ok: false }>): Fault {
    if (problem === 'wrong-code') return { field: 'script-code', words: speak('join/wrong-code') }
    if (problem === 'locked-out' || problem === 'too-many') return { words: speak('join/locked-out') }
    return { words: speak(problem === 'no-connection' ? 'join/no-connection' : 'join/failed') }
  }

  const line = (field: keyof typeof written, hint?: ScriptKey) => (
    <TextField
      id={`script-${field}`}
      label={speak(`join/${field}`)}
      {...(hint ? { hint: speak(hint) } : {})}
      value={written[field]}
      onValue={value => setWritten(now => ({ ...now, [field]: value }))}
      faults={faults}
    />
  )
  return (
    <main class="script__plain" id="main">
      <h1 class="govuk-heading-l">{speak('join/title')}</h1>
      <div class="govuk-form-group">
        <label class="govuk-label" for="script-language">
          {speak('join/page-language')}
        </label>
        <select
          id="script-language"
          class="govuk-select"
          value={language}
          onChange={event => chooseLanguage(event.currentTarget.value)}
        >
          {languages.map(({ code, ownName }) => (
            <option key={code} value={code} lang={code}>
              {ownName}
            </option>
          ))}
        </select>
      </div>
      <p class="govuk-body-l">{speak('join/intro')}</p>
      <Form faults={faults} onSubmit={() => void (!busy && open())}>
        {line('code', 'join/code-hint')}
        {line('name')}
        {line('agency')}
        {line('dialect', 'join/kept')}
        <fieldset class={`govuk-fieldset govuk-form-group ${has(faults, 'mode') ? 'govuk-form-group--error' : ''}`}>
          <legend class="govuk-fieldset__legend">{speak('join/mode')}</legend>
          <div class="govuk-radios">
            {modes.map(each => (
              <div class="govuk-radios__item" key={each}>
                <input
                  class="govuk-radios__input"
                  type="radio"
                  name="script-mode"
                  id={`script-mode-${each}`}
                  checked={mode === each}
                  onChange={() => setMode(each)}
                />
                <label class="govuk-label govuk-radios__label" for={`script-mode-${each}`}>
                  {speak(`join/mode-${each}`)}
                </label>
              </div>
            ))}
          </div>
        </fieldset>
        <section class="script__duty" aria-labelledby="script-duty">
          <h2 class="govuk-heading-m" id="script-duty">
            {speak('join/duty')}
          </h2>
          <ul class="govuk-list govuk-list--bullet">
            {duties.map(each => (
              <li key={each}>{speak(`join/duty-${each}`)}</li>
            ))}
          </ul>
        </section>
        <div class={`govuk-checkboxes govuk-form-group ${has(faults, 'agreed') ? 'govuk-form-group--error' : ''}`}>
          <div class="govuk-checkboxes__item">
            <input
              class="govuk-checkboxes__input"
              type="checkbox"
              id="script-agreed"
              checked={agreed}
              onChange={event => setAgreed(event.currentTarget.checked)}
            />
            <label class="govuk-label govuk-checkboxes__label" for="script-agreed">
              {speak('join/agree')}
            </label>
          </div>
        </div>
        <button type="submit" class="button button--next" disabled={busy}>
          {speak('join/open')}
        </button>
      </Form>
    </main>
  )
}

const has = (faults: readonly Fault[], field: string) =>
  faults.some(each => each.field?.startsWith(`script-${field}`) === true)
