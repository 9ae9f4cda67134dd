import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

const server = process.env.SEGUE_SERVER ?? 'http://127.0.0.1:8787';

export default defineConfig({
  plugins: [react()],
  server: {
    port: 5173,
    // The server takes changes from its own page only.
    proxy: { '/api': { target: server, changeOrigin: true, headers: { origin: server } } },
  },
  // The server puts a new word here for each answer: only styles that carry it hold.
  html: { cspNonce: 'SEGUE_NONCE' },
  build: {
    outDir: process.env.SEGUE_WEB_OUT ?? 'dist',
    emptyOutDir: true,
    manifest: true,
    // The page's policy allows no inline content: nothing is turned into data: addresses.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 700,
  },
  test: { include: ['src/**/*.test.ts'] },
});
