import { z } from 'zod'

const Source = z.string().trim().min(1).max(300).describe('A seed item, a page, or the authority itself.')
const lastChecked = z.iso.date().nullable().describe('YYYY-MM-DD; null for never.')

const Rule = z.strictObject({ offered: z.boolean(), source: Source, lastChecked })

export const ScopeSettings = z.strictObject({
  livingHere: Rule.describe('Children who live in the area and were not placed in it by another authority.'),
  livingElsewhere: Rule.describe('Children who live in another area and were not placed there by this authority.'),
  placedHere: Rule.describe('Looked-after children whom another authority placed in the area.'),
  placedElsewhere: Rule.describe('Children looked after by this authority whom it placed in another area.'),
  ages: z
    .strictObject({ from: z.int().min(0).max(25), to: z.int().min(0).max(25), source: Source, lastChecked })
    .refine(({ from, to }) => from <= to, { error: 'has from after to' })
    .describe('In whole years, both ends among them. Nobody is left out by an age that is not known or is disputed.'),
})
/** Which children are offered a talk here. It says what is usual; a person decides for each child. */
export type ScopeSettings = z.infer<typeof ScopeSettings>

/** The wider reading wherever the guidance differs (practice 8.2, C10): a child too many is asked, and none too few. */
export const defaultScope: ScopeSettings = {
  livingHere: { offered: true, source: 'CBC-004', lastChecked: null },
  livingElsewhere: { offered: false, source: 'CBC-004', lastChecked: null },
  placedHere: { offered: true, source: 'CBC-005; TORB-004 leaves them out', lastChecked: null },
  placedElsewhere: { offered: true, source: 'CBC-006', lastChecked: null },
  ages: { from: 0, to: 17, source: 'Department for Education, January 2014: every child', lastChecked: null },
}

/** How the talk comes about with a child who is placed away from the authority that has to offer it. */
export const routes = ['spot-purchase', 'host-authority', 'own-staff'] as const
export type Route = (typeof routes)[number]

export const RoutingSettings = z.strictObject({ usual: z.enum(routes), source: Source, lastChecked })
/** Which of the ways is usual here (ECRC-054 to 056); each is there to be chosen. */
export type RoutingSettings = z.infer<typeof RoutingSettings>

export const defaultRouting: RoutingSettings = {
  usual: 'own-staff',
  source: 'ECRC-054 to 056 name three ways and prefer none',
  lastChecked: null,
}
