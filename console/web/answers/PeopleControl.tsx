import { useId } from 'preact/hooks'
import { useApp } from '../session/AppContext.ts'
import type { ControlProps } from './ControlProps.ts'

const nobody = { called: '', relation: '' }

/** People, each with what they are to the young person. */
export function PeopleControl({ draft, onDraft, legend }: ControlProps) {
  const { say } = useApp()
  const id = useId()
  const people = draft.people?.length ? draft.people : [nobody]
  const change = (number: number, part: Partial<typeof nobody>) =>
    onDraft({ ...draft, people: people.map((each, index) => (index === number ? { ...each, ...part } : each)) })
  return (
    <fieldset class="govuk-fieldset">
      <legend class="govuk-visually-hidden">{legend}</legend>
      {people.map((person, index) => (
        // The place in the list is what a row is: rows have nothing else that lasts while they are typed.
        <div class="person" key={index}>
          <div class="person__part">
            <label class="govuk-label" for={`${id}-called-${index}`}>
              {say('people/called')}
            </label>
            <input
              id={`${id}-called-${index}`}
              class="govuk-input"
              dir="auto"
              autocomplete="off"
              value={person.called}
              onInput={event => change(index, { called: event.currentTarget.value })}
            />
          </div>
          <div class="person__part">
            <label class="govuk-label" for={`${id}-relation-${index}`}>
              {say('people/relation')}
            </label>
            <input
              id={`${id}-relation-${index}`}
              class="govuk-input"
              dir="auto"
              autocomplete="off"
              value={person.relation}
              onInput={event => change(index, { relation: event.currentTarget.value })}
            />
          </div>
          {people.length > 1 && (
            <button
              type="button"
              class="button button--quiet"
              onClick={() => onDraft({ ...draft, people: people.filter((_, other) => other !== index) })}
            >
              {say('people/remove')}
              <span class="govuk-visually-hidden"> {person.called || index + 1}</span>
            </button>
          )}
        </div>
      ))}
      <button
        type="button"
        class="button button--quiet"
        onClick={() => onDraft({ ...draft, people: [...people, nobody] })}
      >
        {say('people/another')}
      </button>
    </fieldset>
  )
}
