declare module '*.scss'
declare module '*.css'
interface ImportMeta {
  readonly env: { readonly PROD: boolean }
  glob(pattern: string, options: { query: '?url'; import: 'default'; eager: true }): Record<string, string>
}
