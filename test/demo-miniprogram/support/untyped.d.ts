declare module 'miniprogram-simulate' {
  const simulate: {
    load(path: string, options: { rootPath: string }): string;
    render(id: string): import('./page').Rendered;
  };
  export = simulate;
}

declare module 'j-component' {
  export function register(definition: object): string;
}

declare module 'miniprogram-exparser' {
  export const Event: {
    create(name: string, detail: object, options: object): object;
    dispatchEvent(target: object, event: object): void;
  };
}
