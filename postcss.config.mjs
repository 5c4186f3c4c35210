import path from 'node:path';

const inProduction = process.env.NODE_ENV === 'production';

// The design system ships every colour and every variant; what no page uses is removed from the built stylesheet.
const removeUnused = {
  content: ['./app/**/*.tsx', './components/**/*.tsx', './components/**/*.ts'],
  // Names of tags and classes, and Tailwind's longer words between quotes and spaces: md:grid-cols-2, [&>p]:mb-2.
  defaultExtractor: (source) => [...(source.match(/[\w-]+/g) ?? []), ...(source.match(/[^\s"'`]+/g) ?? [])],
  variables: false, // it would take the dark definition of a colour for an unused copy of the light one
  fontFace: false,
  // Names made from a value (fr-alert--info), or written by the library's own components.
  safelist: { standard: [/^fr-alert--/, /^fr-badge/] },
};

export default {
  plugins: {
    '@tailwindcss/postcss': { optimize: false }, // the stylesheet is minified once, at the end
    [path.resolve('scripts/postcss/drop-charset.cjs')]: {},
    ...(inProduction ? { '@fullhuman/postcss-purgecss': removeUnused, [path.resolve('scripts/postcss/unused-variables.cjs')]: {} } : {}),
  },
};
