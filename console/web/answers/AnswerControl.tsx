import { ChoiceControl } from './ChoiceControl.tsx'
import { ChoicesControl } from './ChoicesControl.tsx'
import type { ControlProps } from './ControlProps.ts'
import { PeopleControl } from './PeopleControl.tsx'
import { PlacesControl } from './PlacesControl.tsx'
import { PlainControl } from './PlainControl.tsx'
import { ScaleControl } from './ScaleControl.tsx'
import { TextControl } from './TextControl.tsx'
import { WhenControl } from './WhenControl.tsx'

/** The control for a prompt that asks for a structured answer. Words to speak and accounts have none. */
export function AnswerControl(props: ControlProps) {
  switch (props.prompt.kind) {
    case 'say':
    case 'account':
      return null
    case 'choice':
      return <ChoiceControl {...props} />
    case 'choices':
      return <ChoicesControl {...props} />
    case 'plain':
      return <PlainControl {...props} />
    case 'scale':
      return <ScaleControl {...props} />
    case 'when':
      return <WhenControl {...props} />
    case 'people':
      return <PeopleControl {...props} />
    case 'places':
      return <PlacesControl {...props} />
    case 'text':
      return <TextControl {...props} />
  }
}
