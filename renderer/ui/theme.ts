import { type CSSVariablesResolver, createTheme, type MantineColorsTuple } from '@mantine/core';

/** The one accent: a calm petrol. White on shades 6–9 has a contrast of at least 4.5. */
const petrol: MantineColorsTuple = [
  '#eef6f6',
  '#d9eaeb',
  '#b3d5d7',
  '#88bec2',
  '#5fa7ad',
  '#37868e',
  '#1f7079',
  '#17626a',
  '#124f56',
  '#0b3c42',
];

/** Red, kept for Rahasia and for what destroys. */
const red: MantineColorsTuple = [
  '#fdf0ef',
  '#f9dedb',
  '#f0bab5',
  '#e6938b',
  '#e07a70',
  '#cf4f43',
  '#b93a2e',
  '#a12f25',
  '#85261e',
  '#611a14',
];

/** Attention without alarm: warnings, "from paper". */
const amber: MantineColorsTuple = [
  '#fdf6e7',
  '#f9eacb',
  '#f0d493',
  '#e5bb58',
  '#d3a02f',
  '#a97813',
  '#8a5f0c',
  '#775109',
  '#613f08',
  '#462d06',
];

/** Done and intact. */
const green: MantineColorsTuple = [
  '#eef7f0',
  '#daecde',
  '#b5d9bd',
  '#8cc499',
  '#68b079',
  '#3d8a51',
  '#2b7540',
  '#226636',
  '#1a522a',
  '#123d1f',
];

const systemFonts =
  "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'Liberation Sans', 'Helvetica Neue', Arial, sans-serif";

const listScrolls = { withScrollArea: false, styles: { options: { maxHeight: 220, overflowY: 'auto' } } } as const;

/** Look of every page: system fonts, base 15 px, generous lines, one accent, neutral surfaces. */
export const theme = createTheme({
  primaryColor: 'petrol',
  primaryShade: { light: 7, dark: 6 },
  colors: { petrol, red, amber, green, yellow: amber, teal: petrol, blue: petrol, orange: amber },
  fontFamily: systemFonts,
  fontFamilyMonospace: "ui-monospace, 'Cascadia Mono', Consolas, 'Liberation Mono', Menlo, monospace",
  fontSizes: { xs: '0.8125rem', sm: '0.875rem', md: '0.9375rem', lg: '1.0625rem', xl: '1.25rem' },
  lineHeights: { xs: '1.45', sm: '1.5', md: '1.6', lg: '1.6', xl: '1.5' },
  headings: {
    fontFamily: systemFonts,
    fontWeight: '600',
    sizes: {
      h1: { fontSize: '1.5rem', lineHeight: '1.3' },
      h2: { fontSize: '1.1875rem', lineHeight: '1.35' },
      h3: { fontSize: '1.0312rem', lineHeight: '1.4' },
    },
  },
  defaultRadius: 'sm',
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    // The head of a dialog is no banner of the page.
    Modal: { defaultProps: { attributes: { header: { role: 'none' } } } },
    Drawer: { defaultProps: { attributes: { header: { role: 'none' } } } },
    // What opens stays inside the landmark and in the tab order of what opened it.
    Menu: { defaultProps: { withinPortal: false, withInitialFocusPlaceholder: false } },
    Combobox: { defaultProps: { withinPortal: false } },
    // A link that does something is a button, whose text would stand in the middle once it takes two lines.
    Anchor: { defaultProps: { ta: 'start' } },
    // The list itself scrolls, so that it is one element with its keys.
    Select: { defaultProps: listScrolls },
    // What a notice holds is as wide as the notice, and no wider.
    Alert: { styles: { body: { minWidth: 0 } } },
    // The stroke between the steps is read too.
    Breadcrumbs: { styles: { separator: { color: 'var(--mantine-color-dimmed)' } } },
    // What a badge says is never cut off: it takes a second line where there is little room.
    Badge: {
      styles: {
        root: { height: 'auto', minHeight: 'var(--badge-height)' },
        label: { overflow: 'visible', whiteSpace: 'normal' },
      },
    },
    Autocomplete: { defaultProps: listScrolls },
    // What is wrong with a group stands apart from its last choice.
    RadioGroup: { styles: { error: { marginTop: 6 } } },
    CheckboxGroup: { styles: { error: { marginTop: 6 } } },
  },
});

/** Colours of text that Mantine's own defaults leave below a contrast of 4.5. */
export const readableVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-text': '#1f2226',
    '--mantine-color-dimmed': '#565d64',
    '--mantine-color-placeholder': '#666d74',
    '--mantine-color-error': red[7],
    '--mantine-color-success': green[7],
    '--mantine-color-default-border': '#c4c9ce',
    '--mantine-color-disabled-color': '#6b7177',
    '--bilik-surface': '#f6f7f8',
  },
  dark: {
    '--mantine-color-text': '#d6d8da',
    '--mantine-color-body': '#1f2023',
    '--mantine-color-dimmed': '#a9adb2',
    '--mantine-color-placeholder': '#9a9fa5',
    '--mantine-color-anchor': petrol[3],
    '--mantine-color-error': red[3],
    '--mantine-color-success': green[3],
    '--mantine-color-disabled-color': '#8f9499',
    '--mantine-color-petrol-light': '#163a3f',
    '--mantine-color-petrol-light-hover': '#1c464c',
    '--mantine-color-gray-light': '#303338',
    '--mantine-color-gray-light-hover': '#3a3d42',
    '--mantine-color-amber-light': '#3b2d0e',
    '--mantine-color-amber-light-hover': '#483712',
    '--mantine-color-red-light': '#4a1c17',
    '--mantine-color-red-light-hover': '#58231d',
    '--mantine-color-green-light': '#173720',
    '--mantine-color-green-light-hover': '#1d4428',
    '--bilik-surface': '#26282b',
  },
});
