import path from 'node:path';

const inProduction = process.env.NODE_ENV === 'production';

// The design system ships every colour and every variant; what no page uses is removed from the built stylesheet.
const removeUnused = {
  content: ['./app/**/*.tsx', './components/**/*.tsx', './components/**/*.ts'],
  // Names of tags and classes, and Tailwind's longer words between quotes and spaces: md:grid-cols-2, [&>p]:mb-2.
  defaultExtractor: (source) => [...(source.match(/[\w-]+/g) ?? []), ...(source.match(/[^\s"'`]+/g) ?? [])],
  variables: true,
  fontFace: false,
  // Names made from a value: fr-alert--info, fr-badge--success.
  safelist: { standard: [/^fr-(alert|badge)--/], variables: [/^--raised/, /^--overlap/] },
};

export default {
  plugins: {
    '@tailwindcss/postcss': { optimize: false }, // the stylesheet is minified once, at the end
    [path.resolve('scripts/postcss/drop-charset.cjs')]: {},
    ...(inProduction ? { '@fullhuman/postcss-purgecss': removeUnused } : {}),
  },
};
