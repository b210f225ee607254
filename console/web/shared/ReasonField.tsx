interface Props {
  id: string
  label: string
  hint?: string
  reason: string
  onReason: (reason: string) => void
}

/** Why something is done, in a person's own words. */
export function ReasonField({ id, label, hint, reason, onReason }: Props) {
  return (
    <div class="govuk-form-group">
      <label class="govuk-label govuk-label--s" for={id}>
        {label}
      </label>
      {hint && (
        <div class="govuk-hint" id={`${id}-hint`}>
          {hint}
        </div>
      )}
      <textarea
        class="govuk-textarea"
        id={id}
        rows={2}
        maxLength={2_000}
        aria-describedby={hint && `${id}-hint`}
        value={reason}
        onInput={event => onReason(event.currentTarget.value)}
      />
    </div>
  )
}
