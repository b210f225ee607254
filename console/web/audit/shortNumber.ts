/** What an interview is called where no child's name may be: the beginning of its number. */
export const shortNumber = (interview: string) => interview.slice(0, 8)
