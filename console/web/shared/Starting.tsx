/** Shown for the moment before there are any words to show. */
export const Starting = () => <div class="starting" aria-busy="true" />
