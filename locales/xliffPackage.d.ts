// The package ships no types; these are the ones used here.
declare module 'xliff/jsToXliff12' {
  interface Unit {
    source: string
    target?: string
    note?: string | readonly string[]
    additionalAttributes?: Readonly<Record<string, string>>
  }
  interface Document {
    sourceLanguage: string
    targetLanguage: string
    resources: Readonly<Record<string, Readonly<Record<string, Unit>>>>
  }
  function jsToXliff12(document: Document): Promise<string>
  export default jsToXliff12
}
declare module 'xliff/xliff12ToJs' {
  /** Handed on to xml-js. */
  interface Options {
    attributeValueFn?(value: string, name: string): string
    textFn?(text: string): string
    captureSpacesBetweenElements?: boolean
  }
  interface Read {
    sourceLanguage?: unknown
    targetLanguage?: unknown
    resources?: unknown
  }
  function xliff12ToJs(text: string, options: Options): Promise<Read>
  export default xliff12ToJs
}
