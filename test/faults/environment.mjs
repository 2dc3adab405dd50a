import { TestEnvironment } from 'jest-environment-node';

/** The process that a test sees is a copy, which hears of nothing uncaught. */
export default class extends TestEnvironment {
  constructor(config, context) {
    super(config, context);
    this.global.realProcess = process;
  }
}
