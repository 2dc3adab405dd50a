import { shell } from '../shell';

export const system = {
  getAppBaseInfo: () => ({
    SDKVersion: '3.7.12',
    version: '8.0.50',
    language: 'zh_CN',
    theme: shell.theme,
    fontSizeSetting: shell.fontSize,
    host: { env: 'WeChat' },
  }),
  getDeviceInfo: () => ({
    brand: 'devtools',
    model: 'cos-wx-docqueue preview',
    system: 'iOS 17.0',
    platform: 'devtools',
  }),
  // The SDK asks for it when it is loaded; nothing here reads or writes files.
  getFileSystemManager: () => ({}),
};
