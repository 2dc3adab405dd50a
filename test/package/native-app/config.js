// The test sets both.
exports.key = {};
exports.service = {};
