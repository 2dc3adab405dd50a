import { docQueue } from 'cos-wx-docqueue';

docQueue({ request() {} });
