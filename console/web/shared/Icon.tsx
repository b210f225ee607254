const paths = {
  eye: 'M3 3l18 18M10.6 5.1A9.8 9.8 0 0 1 12 5c5 0 8.6 4.3 9.8 7a15 15 0 0 1-3 4.1M6.5 6.7A15 15 0 0 0 2.2 12c1.2 2.7 4.8 7 9.8 7a9.6 9.6 0 0 0 5.3-1.7M9.9 9.9a3 3 0 0 0 4.2 4.2',
  alert: 'M12 8v5m0 3.5v.1M12 3 2 20h20z',
  more: 'M4 6h16M4 12h16M4 18h16',
  tick: 'M4 12.5l5 5L20 6.5',
  cross: 'M6 6l12 12M18 6L6 18',
  speaker: 'M4 9v6h4l5 4V5L8 9zM16 9a4 4 0 0 1 0 6M18.5 6.5a8 8 0 0 1 0 11',
  pen: 'M4 20l1-4L16 5l3 3L8 19zM14 7l3 3M3 3l18 18',
} as const

/** A small picture beside words, never instead of them. */
export function Icon({ name }: { name: keyof typeof paths }) {
  return (
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={paths[name]} />
    </svg>
  )
}
