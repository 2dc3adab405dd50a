import Taro from '@tarojs/taro';
import { createClient } from './client';

// `./client` is the same in every app: the test copies it from `common`.
export const cos = createClient((url) => Taro.request({ url }));
