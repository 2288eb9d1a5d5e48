import { useComputedColorScheme } from '@mantine/core';

/** Colours that stay apart for the colour-blind, on screen in light and dark and in print. */
export interface ChartTheme {
  paper: string;
  ink: string;
  quiet: string;
  grid: string;
  costs: string;
  gains: string;
  net: string;
}

const LIGHT: ChartTheme = {
  paper: '#fdfcfa',
  ink: '#17222c',
  quiet: '#5a6570',
  grid: '#e4e1da',
  costs: '#b8530a',
  gains: '#1f6fa8',
  net: '#17222c',
};
const DARK: ChartTheme = {
  paper: '#12171c',
  ink: '#eceae6',
  quiet: '#a3abb3',
  grid: '#2b333b',
  costs: '#f0924c',
  gains: '#6ab4e8',
  net: '#f6f4f0',
};

export const FONT = "'Inter Variable', system-ui, sans-serif";

/** The colours of the page; paper is always light. */
export function useChartTheme(printing: boolean): ChartTheme {
  const dark = useComputedColorScheme('light') === 'dark';
  return dark && !printing ? DARK : LIGHT;
}
