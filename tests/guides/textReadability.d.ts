// The package ships no types; these are the ones used here.
declare module 'text-readability' {
  interface Readability {
    fleschKincaidGrade(text: string): number
    sentenceCount(text: string): number
  }
  const readability: Readability
  export default readability
}
