import { WrittenRecord } from '../record/WrittenRecord.tsx'
import { InInterview } from './InInterview.tsx'

/** The record as a document: read on the screen, or printed. */
export const RecordPage = () => <InInterview of={WrittenRecord} />
