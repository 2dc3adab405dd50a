import uniPlugin from '@dcloudio/vite-plugin-uni';
import { defineConfig } from 'vite';

// A CommonJS package, which Node imports as a namespace.
const uni = uniPlugin.default ?? uniPlugin;

export default defineConfig({
  plugins: [uni()],
  define: { SERVICE: JSON.stringify(process.env.SERVICE) },
});
