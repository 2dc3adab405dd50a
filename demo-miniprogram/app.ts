/// <reference types="cos-wx-docqueue/sdk" />
App({});
