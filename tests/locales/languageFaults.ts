// Moved; here until whoever imports it from here has done.
export { languageFaults } from '../../locales/languageFaults.ts'
