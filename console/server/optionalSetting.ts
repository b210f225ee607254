import { z } from 'zod'

/** Written as unset by many shells and hosts. */
const unlessEmpty = (value: unknown) => (value === '' ? undefined : value)

/** A setting that may be left out, or left empty. */
export const optionalSetting = <T extends z.ZodType>(schema: T) => z.preprocess(unlessEmpty, schema.optional())
