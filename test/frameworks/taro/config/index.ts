import { defineConfig } from '@tarojs/cli';

export default defineConfig<'webpack5'>({
  projectName: 'docqueue',
  framework: 'react',
  compiler: 'webpack5',
  sourceRoot: 'src',
  outputRoot: 'dist',
  defineConstants: { SERVICE: JSON.stringify(process.env.SERVICE) },
  mini: {
    // Of node_modules, Taro compiles to ES5 only what is named here.
    compile: { include: [(path: string) => /node_modules[\\/]cos-wx-/.test(path)] },
  },
});
