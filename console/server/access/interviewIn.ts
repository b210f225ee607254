import type { Request } from 'express'

/** The interview that a route under `/api/interviews/:id` is about. Whatever is no id is an interview that is not there. */
export const interviewIn = ({ params }: Request): string => String(params.id)
