const { docQueue } = require('cos-wx-docqueue');

docQueue({ request() {} });
