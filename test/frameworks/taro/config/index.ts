import { defineConfig } from '@tarojs/cli';

export default defineConfig<'webpack5'>({
  projectName: 'docqueue',
  framework: 'react',
  compiler: 'webpack5',
  sourceRoot: 'src',
  outputRoot: 'dist',
  designWidth: 750,
  defineConstants: { SERVICE: JSON.stringify(process.env.SERVICE) },
  mini: {
    // Taro compiles to ES5 only what is named here of node_modules. The SDK is no ES5 either.
    compile: { include: [(path: string) => /node_modules[\\/]cos-wx-/.test(path)] },
  },
});
