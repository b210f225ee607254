/** As much of a PostCSS declaration as is read and changed here. */
interface Declaration {
  prop: string
  value: string
}

const sides: Readonly<Record<string, string>> = { left: 'start', right: 'end' }

/** Left and right become start and end, so that govuk-frontend's components, which know only one direction, follow the text. */
export const logicalCss = {
  postcssPlugin: 'logical-css',
  Declaration(declaration: Declaration) {
    declaration.prop = logicalProperty(declaration.prop)
    if (declaration.prop === 'text-align' || declaration.prop === 'float') {
      const side = sides[declaration.value]
      if (side) declaration.value = declaration.prop === 'float' ? `inline-${side}` : side
    }
  },
}

/** `margin-left` is `margin-inline-start`; what names no side stays as it is. */
export function logicalProperty(property: string): string {
  const alone = sides[property]
  if (alone) return `inset-inline-${alone}`
  const [, box, side = '', rest = ''] = /^(margin|padding|border)-(left|right)(-.+)?$/.exec(property) ?? []
  return box ? `${box}-inline-${sides[side]}${rest}` : property
}
