export default defineAppConfig({ pages: ['pages/queues/index'] });
