import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** Where the interface runs while the console is developed with `vite`. */
const service = process.env['ZEREN_URL'] ?? 'http://127.0.0.1:4350';

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  build: {
    outDir: '../../dist/console',
    emptyOutDir: true,
    target: 'es2022',
    reportCompressedSize: false,
    chunkSizeWarningLimit: 1_000,
  },
  server: { proxy: { '/api': service, '/oidc': service, '/openapi.json': service, '/asyncapi.json': service } },
});
