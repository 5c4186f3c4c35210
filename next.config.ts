import type { NextConfig } from 'next';

const config: NextConfig = {
  output: 'standalone',
  typedRoutes: true,
  poweredByHeader: false,
  agentRules: false,
  devIndicators: false,
  images: { unoptimized: true },
  // Types are checked by npm test; checking them again would only make a first start wait.
  typescript: { ignoreBuildErrors: true },
  // These find files of their own at run time, so they are left as they are.
  serverExternalPackages: ['pg', 'pg-boss', '@prisma/client', '@prisma/adapter-pg', '@myriaddreamin/typst-ts-node-compiler'],
  headers: async () => [
    {
      source: '/:path*',
      headers: [
        { key: 'X-Content-Type-Options', value: 'nosniff' },
        { key: 'Referrer-Policy', value: 'same-origin' },
        { key: 'Cross-Origin-Opener-Policy', value: 'same-origin' },
        { key: 'Permissions-Policy', value: 'camera=(), microphone=(), geolocation=()' },
      ],
    },
    {
      // The address of a support letter is a secret: it is told to nobody, not even to our own pages.
      source: '/lettre/:path*',
      headers: [
        { key: 'Referrer-Policy', value: 'strict-origin' },
        { key: 'X-Robots-Tag', value: 'noindex, nofollow, noarchive' },
      ],
    },
  ],
  experimental: {
    // A form far beyond its limits must come back with every word: the texts of one page fit in this many times over.
    serverActions: { bodySizeLimit: '8mb' },
  },
};
export default config;
