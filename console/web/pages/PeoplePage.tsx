import { useEffect, useState } from 'preact/hooks'
import type { InvitationLink, KnownPerson, PeopleResponse } from '../../contract/people.ts'
import { InviteSection } from '../account/InviteSection.tsx'
import { KnownPersonLine } from '../account/KnownPersonLine.tsx'
import { LinkToHandOver } from '../account/LinkToHandOver.tsx'
import { OpenInvitations } from '../account/OpenInvitations.tsx'
import { useConfirming } from '../account/useConfirming.tsx'
import { useTry } from '../account/useTry.ts'
import { useApp } from '../session/AppContext.ts'
import { ask } from '../session/ask.ts'
import { ErrorSummary } from '../shared/Form.tsx'
import { Page } from '../shared/Page.tsx'

/** What was done last, and how to do it back where that can be. */
interface Done {
  words: string
  undo?: () => void
}

/** Who may come in, as what, and how they get in: for those who look after accounts. */
export function PeoplePage() {
  const { say } = useApp()
  const [known, setKnown] = useState<PeopleResponse>()
  const [done, setDone] = useState<Done>()
  const [link, setLink] = useState<InvitationLink & { name?: string }>()
  const { attempt, faults, busy } = useTry()
  const { confirming, dialog } = useConfirming()
  const read = async () => {
    const came = await attempt(() => ask<PeopleResponse>('GET', '/api/people'))
    if (came) setKnown(came)
  }
  useEffect(() => void read(), [])

  const change = async (method: 'PATCH' | 'DELETE', path: string, words: string, body?: object, undo?: () => void) => {
    setDone(undefined)
    const came = await attempt(() => confirming(() => ask<PeopleResponse>(method, `/api/people/${path}`, body)))
    if (!came) return
    setKnown(came)
    setDone({ words, ...(undo ? { undo } : {}) })
  }
  const makeLink = async (path: string, body?: object, name?: string) => {
    setDone(undefined)
    setLink(undefined)
    const came = await attempt(() => confirming(() => ask<InvitationLink>('POST', `/api/people/${path}`, body)))
    if (!came) return false
    setLink({ ...came, ...(name === undefined ? {} : { name }) })
    await read()
    return true
  }
  const set = (person: KnownPerson, changed: Partial<Pick<KnownPerson, 'role' | 'team' | 'state'>>) => {
    const { id, name, role, team, state } = person
    const before = { role, team, state }
    const back = Object.fromEntries(Object.keys(changed).map(part => [part, before[part as keyof typeof before]]))
    const words = say(changed.state ? `people-list/now-${changed.state}` : 'people-list/changed', { name })
    return change(
      'PATCH',
      encodeURIComponent(id),
      words,
      changed,
      () => void change('PATCH', encodeURIComponent(id), say('people-list/undone', { name }), back),
    )
  }
  return (
    <Page title={say('people-list/title')}>
      {dialog}
      <ErrorSummary faults={faults} />
      {link && <LinkToHandOver link={link} onDone={() => setLink(undefined)} />}
      <div role="status">
        {done && (
          <p class="notice people-done">
            {done.words}
            {done.undo && (
              <button type="button" class="button button--quiet" disabled={busy} onClick={done.undo}>
                {say('people-list/undo')}
              </button>
            )}
          </p>
        )}
      </div>
      {!known && !busy && faults.length > 0 && (
        <button type="button" class="button" onClick={() => void read()}>
          {say('form/try-again')}
        </button>
      )}
      {known && (
        <>
          <InviteSection
            teams={[...new Set(known.people.map(({ team }) => team))]}
            onInvite={invitation => makeLink('invitations', invitation)}
          />
          <OpenInvitations
            invitations={known.invitations}
            nameOf={id => known.people.find(person => person.id === id)?.name}
            onCallBack={id =>
              void change('DELETE', `invitations/${encodeURIComponent(id)}`, say('invitations/called-back'))
            }
          />
          <section class="account-part">
            <h2 class="govuk-heading-m">{say('people-list/accounts')}</h2>
            {known.people.length === 0 && (
              <div class="empty">
                <p class="govuk-body-l">{say('people-list/empty')}</p>
                <p class="govuk-body">{say('people-list/empty-why')}</p>
              </div>
            )}
            <ul class="rows">
              {known.people.map(person => (
                <KnownPersonLine
                  key={person.id}
                  person={person}
                  busy={busy}
                  onChange={changed => void set(person, changed)}
                  onEndSessions={() =>
                    void change(
                      'DELETE',
                      `${encodeURIComponent(person.id)}/sessions`,
                      say('people-list/sessions-ended', { name: person.name }),
                    )
                  }
                  onReset={() => void makeLink(`${encodeURIComponent(person.id)}/reset`, undefined, person.name)}
                />
              ))}
            </ul>
          </section>
        </>
      )}
    </Page>
  )
}
