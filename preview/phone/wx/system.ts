import { shell } from '../shell';

const VERSION = '8.0.50';
const SDK_VERSION = '3.7.12';

// As the style sheets of the phone have them.
const STATUS_BAR = 44;
const NAVIGATION_BAR = 44;
const SAFE_AREA_BOTTOM = 34;

const getAppBaseInfo = () => ({
  SDKVersion: SDK_VERSION,
  version: VERSION,
  language: 'zh_CN',
  theme: shell.theme,
  fontSizeSetting: shell.fontSize,
  fontSizeScaleFactor: shell.fontSize / 16,
  enableDebug: false,
  host: { env: 'WeChat' },
});

const getDeviceInfo = () => ({
  brand: 'devtools',
  model: 'cos-wx-docqueue preview',
  system: 'iOS 17.0',
  platform: 'devtools',
});

function getWindowInfo() {
  const { clientWidth: windowWidth, clientHeight: windowHeight } = document.documentElement;
  const bottom = windowHeight - SAFE_AREA_BOTTOM;
  return {
    pixelRatio: window.devicePixelRatio,
    windowWidth,
    windowHeight,
    screenWidth: windowWidth,
    screenHeight: windowHeight + STATUS_BAR + NAVIGATION_BAR,
    screenTop: STATUS_BAR + NAVIGATION_BAR,
    statusBarHeight: STATUS_BAR,
    safeArea: { left: 0, top: 0, right: windowWidth, bottom, width: windowWidth, height: bottom },
  };
}

const getSystemInfoSync = () => ({ ...getAppBaseInfo(), ...getDeviceInfo(), ...getWindowInfo() });

export const system = {
  getAppBaseInfo,
  getDeviceInfo,
  getWindowInfo,
  getSystemInfoSync,
  // The SDK asks for it when it is loaded; nothing here reads or writes files.
  getFileSystemManager: () => ({}),
  nextTick: (callback: () => void) => void setTimeout(callback),
};
