import type { NextConfig } from 'next';

const config: NextConfig = {
  output: 'standalone',
  typedRoutes: true,
  poweredByHeader: false,
  agentRules: false,
  devIndicators: false,
  images: { unoptimized: true },
  // These find files of their own at run time, so they are left as they are.
  serverExternalPackages: ['pg', 'pg-boss', '@prisma/client', '@prisma/adapter-pg'],
  experimental: {
    // A form far beyond its limits must come back with every word: the texts of one page fit in this many times over.
    serverActions: { bodySizeLimit: '8mb' },
  },
};
export default config;
