import { guideOfVersion, publishedGuides } from '../../../dialogs/guide/guide.ts'

/** The guide that a talk begins with today. */
export const newestGuide = publishedGuides[publishedGuides.length - 1] ?? guideOfVersion(1)
