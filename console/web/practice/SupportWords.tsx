import { useApp } from '../session/AppContext.ts'

/** Who a trainee can turn to when a talk is hard for them. No number is given: nobody has checked one for every place. */
export function SupportWords() {
  const { say } = useApp()
  return (
    <section class="support" aria-labelledby="support">
      <h3 class="govuk-heading-s support__title" id="support">
        {say('practice/support')}
      </h3>
      <p class="support__words">{say('practice/support-why')}</p>
      <p class="support__words">{say('practice/support-who')}</p>
    </section>
  )
}
