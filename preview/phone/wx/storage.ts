const PREFIX = 'mini-program:';

export const storage = {
  getStorageSync(key: string): unknown {
    const text = localStorage.getItem(PREFIX + key);
    return text === null ? '' : JSON.parse(text);
  },
  setStorageSync: (key: string, data: unknown): void =>
    localStorage.setItem(PREFIX + key, JSON.stringify(data)),
  removeStorageSync: (key: string): void => localStorage.removeItem(PREFIX + key),
};
