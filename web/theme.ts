import { createTheme } from '@mantine/core';

/** Mantine in our own clothes: one accent, little rounding, the page's own type. */
export const theme = createTheme({
  fontFamily: "'Inter Variable', system-ui, sans-serif",
  primaryColor: 'sea',
  primaryShade: { light: 8, dark: 4 },
  defaultRadius: 'sm',
  cursorType: 'pointer',
  focusRing: 'auto',
  colors: {
    sea: [
      '#eaf3f8',
      '#d3e5ef',
      '#a8cadd',
      '#7aaecb',
      '#5b9bc0',
      '#3f86ae',
      '#2b719b',
      '#1d5c83',
      '#14496c',
      '#0d3752',
    ],
  },
});
