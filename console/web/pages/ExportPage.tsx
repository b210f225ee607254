import { Export } from '../keeping/Export.tsx'
import { InInterview } from './InInterview.tsx'

/** What is held about a young person, prepared for them. */
export const ExportPage = () => <InInterview of={Export} />
