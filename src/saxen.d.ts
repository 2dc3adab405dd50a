/** The part of saxen 11 that is used; the package has no types of its own. */
declare module 'saxen' {
  export class Parser {
    on(event: 'openTag' | 'closeTag', listener: (name: string) => void): this;
    on(
      event: 'text',
      listener: (text: string, decodeEntities: (text: string) => string) => void,
    ): this;
    on(event: 'cdata' | 'attention', listener: (text: string) => void): this;
    on(event: 'warn', listener: (warning: Error) => void): this;
    /** @throws Error for what is not well-formed: without a listener for `error` it is thrown. */
    parse(xml: string): void;
  }
}
