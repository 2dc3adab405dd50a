import { installWx } from '../support/wx';

// biome-ignore lint/suspicious/noExplicitAny: the stand-ins are for code without types
type Any = any;

const nothing = () => undefined;

/** What the scripts of a mini program find: a `wx` that has everything and does HTTP alone. */
export function installMiniProgram(): void {
  installWx();
  const { wx } = globalThis as Any;
  const known = { ...wx, request: (options: Any) => wx.request(asWeChat(options)) };
  Object.assign(globalThis, {
    wx: new Proxy(known, { get: (all, name) => all[name] ?? nothing }),
    App: nothing,
    Page: nothing,
    Component: nothing,
    Behavior: nothing,
    getApp: () => ({}),
  });
}

/** With the defaults of `wx.request`: it gives JSON as what it means, unless told not to. */
function asWeChat({ success, dataType = 'json', ...options }: Any): object {
  return {
    method: 'GET',
    header: {},
    ...options,
    success: (response: Any) =>
      success(dataType === 'json' ? { ...response, data: parsed(response.data) } : response),
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
