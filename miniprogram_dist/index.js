/*! cos-wx-docqueue 1.0.0, MIT licence */
'use strict';

// src/inspect.ts
function kindOf(value) {
  return Object.prototype.toString.call(value).slice(8, -1);
}
function isObject(value) {
  return /^(Object|Module)$/.test(kindOf(value));
}
function inspect(value) {
  const isText = typeof value === "string" || typeof value === "number";
  return isText ? JSON.stringify(`${value}`) : kindOf(value);
}
function describeReason(reason) {
  const { name, message, errMsg, error } = Object(reason);
  const named = name && name !== "Error" && `${name}: ${message}`;
  const texts = [reason, named, message, errMsg, error];
  return texts.find((text2) => text2 && typeof text2 === "string") || "no reason given";
}
var { assign, keys } = Object;

// src/xml.ts
var PIECE = (
  // biome-ignore lint/suspicious/noControlCharactersInRegex: XML cannot hold them, or they break a line
  /<(?:([A-Za-z]\w*)(?:>([^<&\]\0-\x1F\uD800-\uDFFF\uFFFE\uFFFF]*)<\/\1>|\/>|(>))|\/([A-Za-z]\w*)>)[ \t\n]*/y
);
var TEXT = /[^<]+/y;
var UNPARSED = /<(?:!--[\s\S]*?--(>?)|!\[CDATA\[([\s\S]*?)]]>|\?(?![xX][mM][lL][?\s])[\s\S]*?\?>)/y;
var TAG = /<(\/?)([A-Za-z_:\x80-\uFFFF][\w:.\x80-\uFFFF-]*)/y;
var ATTRIBUTE = /[ \t\n]+[^\s"'<>/=]+[ \t\n]*=[ \t\n]*(?:"[^"<]*"|'[^'<]*')/y;
var TAG_END = /[ \t\n]*(\/?)>/y;
var START = /^\uFEFF?(?:<\?xml[ \t\n][^?]*\?>)?[ \t\n]*/;
var OTHER_ENCODING = /encoding[ \t\n]*=[ \t\n]*["'](?!utf-?8["'])/i;
var REFERENCE = /&((?:#\d+|#x[\da-fA-F]+|amp|lt|gt|quot|apos)(?=;)|&*);?/g;
var ENTITIES = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };
function readXml(source) {
  const xml = source.indexOf("\r") >= 0 ? source.replace(/\r\n?/g, "\n") : source;
  const start = `${START.exec(xml)}`;
  let at = start.length;
  let element = { name: "", text: "", parent: void 0, children: void 0 };
  function refuse() {
    throw new Error(`the response is not one whole XML document: see character ${at}`);
  }
  function match(pattern) {
    pattern.lastIndex = at;
    const found = pattern.exec(xml);
    if (found) at = pattern.lastIndex;
    return found;
  }
  function open(name, text2) {
    element = { name, text: text2, parent: element, children: void 0 };
  }
  function close(end) {
    const { name, text: text2, parent, children } = element;
    if (end !== name || children && !isBlank(text2)) refuse();
    element = parent;
    add(name, children || text2);
  }
  function add(name, value) {
    if (!element.children) element.children = {};
    else if (!element.parent) refuse();
    const { children } = element;
    if (name === "__proto__") refuse();
    const earlier = children[name];
    if (earlier === void 0 || typeof earlier === "function") children[name] = value;
    else if (Array.isArray(earlier)) earlier.push(value);
    else children[name] = [earlier, value];
  }
  function readRarePiece() {
    const text2 = match(TEXT);
    const unparsed = !text2 && match(UNPARSED);
    if (text2) readText(text2[0]);
    else if (!unparsed) readTag();
    else if (unparsed[1] === "") refuse();
    else if (unparsed[2] !== void 0) addText(unparsed[2]);
  }
  function readTag() {
    const tag = match(TAG) || refuse();
    const name = tag[2];
    const isEnd = tag[1];
    while (!isEnd && match(ATTRIBUTE)) {
    }
    const isEmpty = (match(TAG_END) || refuse())[1];
    if (isEnd && isEmpty) refuse();
    if (!isEnd) open(name, "");
    if (isEnd || isEmpty) close(name);
  }
  function readText(text2) {
    if (!element.parent && isBlank(text2)) return;
    if (text2.indexOf("]]>") >= 0) refuse();
    const decoded = text2.replace(REFERENCE, (_, name) => {
      const code = Number(`0${name.slice(1)}`);
      return ENTITIES[name] || String.fromCodePoint(code <= 1114111 ? code : 0);
    });
    addText(decoded);
  }
  function addText(text2) {
    if (!element.parent || !XML_TEXT.test(text2)) refuse();
    element.text += text2;
  }
  if (OTHER_ENCODING.test(start)) refuse();
  while (at < xml.length) {
    PIECE.lastIndex = at;
    const piece = PIECE.exec(xml);
    if (piece) at = PIECE.lastIndex;
    if (!piece) readRarePiece();
    else if (!piece[1]) close(piece[4]);
    else if (piece[3]) open(piece[1], piece[0].slice(piece[1].length + 2));
    else add(piece[1], piece[2] || "");
  }
  return !element.parent && element.children || refuse();
}
var isBlank = (text2) => !/[^ \t\n]/.test(text2);
var XML_TEXT = /^[\t\n\r -\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]*$/u;
var ESCAPES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", "\r": "&#xD;" };
function writeXml(name, value) {
  if (value === void 0) return "";
  if (Array.isArray(value)) return value.map((item) => writeXml(name, item)).join("");
  const content = isObject(value) ? keys(value).map((child) => writeXml(child, value[child])) : [String(value).replace(/[&<>\r]/g, (character) => ESCAPES[character])];
  return `<${name}>${content.join("")}</${name}>`;
}

// src/errors.ts
function createError(kind, code, message, details) {
  const error = Object.setPrototypeOf(new Error(message), createError.prototype);
  Object.defineProperty(error, "message", { enumerable: true });
  return assign(error, { name: "DocQueueError", kind, code }, details);
}
createError.prototype = Object.create(Error.prototype, { constructor: { value: createError } });
Object.defineProperty(createError, "name", { value: "DocQueueError" });
var DocQueueError = createError;
function isDocQueueError(value) {
  return kindOf(value) === "Error" && value.name === "DocQueueError";
}
function failure(kind, code, reason, exchange, error = reason) {
  return { isFailure: true, kind, code, reason, exchange, error };
}
function isFailure(thrown) {
  return Object(thrown).isFailure === true;
}
function invalidParameter(reason) {
  return failure("param", "InvalidParameter", reason);
}
function appFailure(thrown) {
  return failure("app", "AppError", describeReason(thrown));
}
function requestFailure(reported, method, url) {
  const reason = describeReason(reported);
  if (/^(getAuthorization callback params|authorization error)/.test(reason)) {
    return failure("credential", "InvalidCredential", reason);
  }
  const code = /timed?.?out/i.test(reason) ? "Timeout" : "NetworkError";
  return failure("network", code, reason, { method, url });
}
function timeoutFailure(milliseconds2) {
  const reason = `no response in ${milliseconds2} ms; does getAuthorization call back?`;
  return failure("network", "Timeout", reason);
}
function serviceFailure(exchange, body) {
  const document = readError(body);
  const { Code = "HttpError", Message = "" } = document;
  const RequestId = exchange.RequestId || document.RequestId || "";
  const error = keys(document).length > 0 ? document : describeBody(exchange, body);
  return failure("service", Code, Message, assign({}, exchange, { RequestId }), error);
}
function invalidResponse(reason, exchange, body) {
  const error = body === void 0 ? reason : describeBody(exchange, body);
  return failure("response", "InvalidResponse", reason, exchange, error);
}
function readError(body) {
  const fields = {};
  try {
    const isJson = /^\s*\{/.test(`${body}`);
    const document = typeof body !== "string" ? body : isJson ? JSON.parse(body) : readXml(body);
    const error = document.Error || document;
    ["Code", "Message", "Resource", "RequestId", "TraceId", "ServerTime"].forEach((name) => {
      const text2 = error[name] || error[name.toLowerCase()];
      if (typeof text2 === "string" && text2.trim()) fields[name] = text2.trim();
    });
  } catch (e) {
  }
  return fields;
}
function describeBody({ headers }, body) {
  if (typeof body !== "string") return kindOf(body);
  const root = /<[A-Za-z][\w-]{0,30}/.exec(body) || "no element";
  return `${Object(headers)["content-type"] || "no type"}, ${body.length} characters, ${root}`;
}
var ADVICE = /* @__PURE__ */ new Map([
  ["AppError", "see getAuthorization, before-send listeners and wrappers of request"],
  ["NetworkError", "is the host in the request 合法域名 of the mini program?"],
  ["AccessDenied", "the key's policy must allow this action"],
  ["RequestTimeTooSkewed", "check the device's clock"]
]);
var KEPT = {
  exchange: /^(method|url|statusCode|headers|RequestId)$/,
  headers: /^(x-c(i|os)-request-id|x-cos-trace-id|date|server|content-(type|length)|retry-after)$/
};
var NAMED_SECRET = /(((^|[^t])authorization|token|secret|signature|access[-_ ]?key)([\w-]*["']?[=:]["']?[^\s"']|[\s\S]{0,80}?(?=[a-z+=%_]*\d)[\w+=%]{16})|q-(ak|sign|key|header|url))[\s\S]*/i;
var REDACTED = "[redacted]";
var MAX_LENGTH = 1024;
function toDocQueueError(thrown, secrets) {
  function redact(value, name = "") {
    if (isObject(value)) {
      const fields = {};
      keys(value).forEach((field) => {
        if (!KEPT[name] || KEPT[name].test(field)) fields[field] = redact(value[field], field);
      });
      return fields;
    }
    if (typeof value !== "string") return value;
    const text3 = secrets.reduce((rest, secret) => rest.split(secret).join(REDACTED), value);
    if (name === "url") return text3;
    const beginning = text3.slice(0, 2 * MAX_LENGTH);
    return beginning.replace(NAMED_SECRET, REDACTED).slice(0, MAX_LENGTH);
  }
  const { kind, code, reason, exchange, error } = redact(
    isFailure(thrown) ? thrown : appFailure(thrown)
  );
  const { method, url, statusCode } = Object(exchange);
  const where = [method, url, statusCode].filter(Boolean).join(" ");
  const parts = [reason.replace(/\.$/, ""), ADVICE.get(code), where].filter(Boolean);
  const text2 = `${code}: ${parts.join("; ")}`;
  return new DocQueueError(kind, code, text2, assign({ error }, exchange));
}

// src/params.ts
function wrongValue(path, expected, value) {
  const problem = value === void 0 ? "is missing" : `must be ${expected}, not ${inspect(value)}`;
  return invalidParameter(`${path} ${problem}`);
}
function matching(pattern, expected) {
  return (path, value) => {
    const text2 = Number.isFinite(value) ? `${value}` : value;
    if (typeof text2 === "string" && pattern.test(text2)) return text2;
    throw wrongValue(path, expected, value);
  };
}
function emptyOr(check) {
  return (path, value) => value === "" || value === null ? void 0 : check(path, value);
}
var someIds = matching(/^\s*[\w-]+(\s*,\s*[\w-]+)*\s*$/, "comma-separated queue ids");
var queueIds = emptyOr((path, value) => `${someIds(path, join(value))}`.replace(/\s/g, ""));
var state = matching(/^(Active|Paused)$/, "Active or Paused");
var positiveInteger = emptyOr(matching(/^[1-9]\d{0,8}$/, "a positive integer"));
var text = matching(XML_TEXT, "text that XML can hold");
var notEmpty = matching(/^(?!$)/, "a string that is not empty");
function join(value) {
  const isList = Array.isArray(value) && value.every((item) => typeof item === "string");
  return isList ? value.join() : value;
}
var unknownSetting = (path, value) => {
  if (Array.isArray(value)) return value.map((item) => unknownSetting(path, item));
  return isObject(value) ? parseFields(path, value, {}, unknownSetting) : text(path, value);
};
var later = (_path, value) => value;
var milliseconds = (path, value) => {
  if (typeof value === "number" && value > 0) return value;
  throw wrongValue(path, "a positive number of milliseconds", value);
};
var OPTIONS = { Bucket: later, Region: later, Domain: later, Timeout: milliseconds };
var TARGET = {
  Bucket: matching(/^[a-z\d][a-z\d-]*-\d+$/, "like examplebucket-1250000000"),
  Region: matching(/^[a-z][a-z\d-]*$/, "like ap-beijing")
};
var QUEUE = assign({ QueueId: matching(/^[\w-]+$/, "a queue id") }, TARGET);
var LIST_ALL = assign({ State: emptyOr(state), PageSize: positiveInteger }, TARGET);
var LIST = assign({ QueueIds: queueIds, PageNumber: positiveInteger }, LIST_ALL);
var NOTIFY_CONFIG = {
  Url: text,
  Event: (path, value) => text(path, join(value)),
  Type: text,
  State: matching(/^(On|Off)$/, "On or Off"),
  ResultFormat: text
};
var SETTINGS = {
  Name: (path, value) => notEmpty(path, text(path, value)),
  State: state,
  NotifyConfig: (path, value) => parseFields(path, value, NOTIFY_CONFIG, unknownSetting)
};
var CHANGE = assign({}, SETTINGS, QUEUE);
var NOT_SETTINGS = /^(QueueId|Bucket|Region|BucketId|BucketName|Category|CreateTime|UpdateTime|MaxSize|MaxConcurrent|RequestId)$/i;
function settingsOf(fields) {
  const settings = {};
  keys(fields).forEach((name) => {
    if (!NOT_SETTINGS.test(name)) settings[name] = fields[name];
  });
  return settings;
}
function parseFields(path, given, checks, others) {
  if (!isObject(given)) throw wrongValue(path || "the argument", "an object", given);
  const names = keys(checks);
  const fields = /* @__PURE__ */ Object.create(null);
  keys(given).forEach((written) => {
    const value = given[written];
    if (value === void 0) return;
    const known = names.find((name2) => name2.toLowerCase() === written.toLowerCase());
    const name = known || written;
    const full = path ? `${path}.${name}` : name;
    const check = known ? checks[known] : /^[A-Za-z][\w:.-]*$/.test(name) && others;
    if (!check) {
      throw invalidParameter(`unknown name ${full}: expected ${names.join(", ")}`);
    }
    const checked = check(full, value);
    if (checked === void 0) return;
    if (fields[name] !== void 0 && fields[name] !== checked) {
      throw invalidParameter(`${full} is given twice, with different values`);
    }
    fields[name] = checked;
  });
  return fields;
}
function parser(checks, required, others) {
  return (given, options) => {
    try {
      const fields = parseFields("", given || {}, checks, others);
      keys(required).forEach((name) => {
        const check = required[name];
        if (fields[name] === void 0) fields[name] = check(name, options[name]);
      });
      return fields;
    } catch (thrown) {
      if (isFailure(thrown)) throw thrown;
      throw invalidParameter(`reading the parameters threw ${describeReason(thrown)}`);
    }
  };
}
var parseList = parser(LIST, TARGET);
var parseListAll = parser(LIST_ALL, TARGET);
var parseQueue = parser(QUEUE, QUEUE);
var parsePatch = parser(CHANGE, QUEUE, unknownSetting);
var parseUpdate = parser(CHANGE, CHANGE, unknownSetting);
function parseRegistration(cos, options) {
  if (typeof Object(cos).request === "function") return parseFields("", options || {}, OPTIONS);
  throw wrongValue("the client", "an instance of COS", cos);
}

// src/response.ts
var integer = (text2) => {
  const number = Number(text2);
  return text2.trim() && Number.isSafeInteger(number) ? number : void 0;
};
var time = (text2) => {
  const written = text2.trim();
  const hasZone = written.charAt(10) === "T" && /[+-]\d{4}/.test(written.slice(-5));
  return hasZone ? `${written.slice(0, -2)}:${written.slice(-2)}` : written;
};
var FIELDS = /* @__PURE__ */ Object.create(null);
function setReader(names, read) {
  names.forEach((name) => {
    FIELDS[name] = read;
  });
}
setReader(["Name", "Category", "Url", "Event", "Type", "ResultFormat"], (text2) => text2);
setReader(["RequestId", "QueueId", "QueueID", "State", "BucketId"], (text2) => text2.trim());
setReader(["TotalCount", "PageNumber", "PageSize", "MaxSize", "MaxConcurrent"], integer);
setReader(["CreateTime", "UpdateTime"], time);
function readList(response) {
  const names = keys(Object(response)).join();
  const fields = readFields("Response", response);
  const isList = /QueueList|NonExistPIDs|TotalCount|PageSize|^RequestId$/;
  if (!isList.test(names)) throw new Error("expected a list");
  const QueueList = itemsOf(fields.QueueList).map((item) => readQueue("QueueList", item));
  return assign(fields, { QueueList, NonExistPIDs: addIds([], fields.NonExistPIDs) });
}
function readRecord(response, QueueId) {
  const fields = readFields("Response", response);
  const Queue = readQueue("Queue", fields.Queue);
  if (Queue.QueueId === QueueId) return assign(fields, { Queue });
  throw new Error(`expected queue ${QueueId}, not ${Queue.QueueId}`);
}
function readQueue(element, value) {
  const fields = readFields(element, value);
  const { QueueID, QueueId = QueueID, NotifyConfig } = fields;
  if (!QueueId) throw new Error(`expected a <QueueId> in <${element}>`);
  delete fields.QueueID;
  fields.QueueId = QueueId;
  fields.NotifyConfig = isBlank2(NotifyConfig) ? {} : readFields("NotifyConfig", NotifyConfig);
  return fields;
}
function readFields(element, fields) {
  if (!isObject(fields)) throw new Error(`expected one <${element}> with child elements`);
  for (const name in fields) {
    const text2 = fields[name];
    const read = FIELDS[name];
    if (!read) continue;
    if (typeof text2 !== "string") throw new Error(`expected text in <${name}>`);
    fields[name] = read(text2);
    if (fields[name] === void 0) delete fields[name];
  }
  return fields;
}
function addIds(ids, value) {
  itemsOf(value).forEach((item) => {
    if (typeof item === "string") ids.push(item.trim());
    else addIds(ids, item.QueueID || item.QueueId);
  });
  return ids;
}
function itemsOf(value) {
  return (Array.isArray(value) ? value : [value]).filter((item) => !isBlank2(item));
}
var isBlank2 = (value) => typeof value === "string" ? !value.trim() : !value;
function writeUpdate(QueueID, settings) {
  const { Name, State } = settings;
  const order = { Url: void 0, State: void 0, Type: void 0, Event: void 0 };
  const NotifyConfig = assign(order, settings.NotifyConfig);
  return writeXml("Request", assign({ Name, QueueID, State }, settings, { NotifyConfig }));
}

// src/sdk.ts
var VERSION_OF_1_1_1 = "1.1.0";
var MIN_TIMEOUT_MS = 3e5;
var TIMEOUT_FACTOR = 5;
var MAX_TIMER_MS = 2 ** 31 - 1;
var MIN_SECRET_LENGTH = 8;
function sendBySdk(cos, request, Timeout) {
  const sdkTimeout = Number(Object(cos.options).Timeout) || 0;
  const fallback = Math.max(TIMEOUT_FACTOR * sdkTimeout, MIN_TIMEOUT_MS);
  const wait = Math.min(Timeout || fallback, MAX_TIMER_MS);
  let timer;
  const outcome = new Promise((resolve, reject) => {
    timer = setTimeout(() => reject(timeoutFailure(wait)), wait);
    let hasReachedSdk = false;
    const withRawBody = {
      get RawBody() {
        hasReachedSdk = true;
        return true;
      }
    };
    const callback = (reported, data) => resolve({ reported, data });
    const returned = cos.request(assign(withRawBody, paramsFor(cos, request)), callback);
    if (typeof Object(returned).then === "function") {
      returned.then((data) => {
        if (data !== void 0 || !hasReachedSdk) callback(null, data);
      }, callback);
    }
  });
  const stopTimer = () => clearTimeout(timer);
  outcome.then(stopTimer, stopTimer);
  return outcome.then(({ reported, data }) => readOutcome(request, reported, data));
}
function readOutcome(request, reported, data) {
  const { statusCode, headers, error, Body } = Object(reported || data);
  if (statusCode) {
    const isRaw = keys(Object(error)).join() === "body";
    const body = reported ? isRaw ? error.body : error : Body || "";
    const lowerCase = {};
    keys(Object(headers)).forEach((name) => {
      lowerCase[name.toLowerCase()] = String(headers[name]);
    });
    const RequestId = lowerCase["x-ci-request-id"] || lowerCase["x-cos-request-id"] || "";
    return { statusCode, headers: lowerCase, RequestId, body };
  }
  const isFromSdk = reported && (typeof reported === "string" || error);
  if (isFromSdk) throw requestFailure(reported, request.Method, request.Url);
  throw appFailure(reported || "a wrapped request gave no response");
}
function paramsFor(cos, request) {
  const params = assign({}, request);
  if (Object(cos.constructor).version === VERSION_OF_1_1_1) {
    const query = keys(request.Query).map((name) => `${name}=${request.Query[name]}`);
    if (query.length > 0) params.Url += `?${query.join("&")}`;
    params.Query = {};
  }
  if (Object(cos.options).ForcePathStyle) params.Bucket = "";
  return params;
}
function secretsOf(cos) {
  const secrets = [];
  [Object(cos.options)].concat(cos._StsCache || []).forEach((holder) => {
    keys(holder).forEach((name) => {
      const value = holder[name];
      const isSecret = /Secret|Token/.test(name) && typeof value === "string";
      if (isSecret && value.length >= MIN_SECRET_LENGTH) {
        secrets.push(value, encodeURIComponent(value));
      }
    });
  });
  return secrets;
}

// src/service.ts
function send(setup, target, request, read) {
  const { Bucket, Region } = target;
  const sdkRequest = assign({ Bucket, Region, Url: urlOf(setup, target, request.Key) }, request);
  return sendBySdk(setup.cos, sdkRequest, setup.options.Timeout).then((response) => {
    const { statusCode, headers, body } = response;
    const exchange = () => assign({ method: request.Method, url: sdkRequest.Url }, response);
    if (Math.floor(statusCode / 100) !== 2) throw serviceFailure(exchange(), body);
    try {
      const document = readXml(`${body}`);
      if (!document.Error) {
        const Response = read(document.Response);
        const RequestId = response.RequestId || Response.RequestId || "";
        return { statusCode, headers, RequestId, Response };
      }
    } catch (error) {
      throw invalidResponse(error.message, exchange(), body);
    }
    throw serviceFailure(exchange(), body);
  });
}
function urlOf({ options }, { Bucket, Region }, Key) {
  if (!options.Domain) return `https://${Bucket}.ci.${Region}.myqcloud.com/${Key}`;
  const dash = Bucket.lastIndexOf("-");
  const origin = `${options.Domain}`.replace(/\{Bucket\}/gi, Bucket).replace(/\{BucketName\}/gi, Bucket.slice(0, dash)).replace(/\{AppId\}/gi, Bucket.slice(dash + 1)).replace(/\{Region\}/gi, Region).replace(/^(?!https?:)/i, "https://").replace(/\/$/, "");
  const isOrigin = /^https?:\/\/[a-z\d]([a-z\d.-]*[a-z\d])?(:\d{1,5})?$/i.test(origin);
  if (isOrigin) return `${origin}/${Key}`;
  throw invalidParameter(`Domain must be a host, not ${inspect(options.Domain)}`);
}

// src/operations.ts
function describeQueues(setup, params, read = readList) {
  const Query = {};
  if (params.QueueIds) Query.queueIds = params.QueueIds;
  if (params.State) Query.state = params.State;
  if (params.PageNumber) Query.pageNumber = params.PageNumber;
  if (params.PageSize) Query.pageSize = params.PageSize;
  return send(setup, params, { Method: "GET", Key: "docqueue", Query }, read);
}
function getQueue(setup, params) {
  const { QueueId, Bucket, Region } = params;
  return describeQueues(setup, { Bucket, Region, QueueIds: QueueId }).then((byId) => {
    const found = recordIn(byId, QueueId);
    if (found && hasAllSettings(found.Response.Queue)) return found;
    const exchange = exchangeOf(setup, params, byId);
    const missing = failure("service", "QueueNotFound", `there is no queue ${QueueId}`, exchange);
    if (!found && byId.Response.NonExistPIDs.indexOf(QueueId) >= 0) throw missing;
    return findRecord(openPages(setup, { Bucket, Region }), QueueId).then((listed) => {
      if (found && listed) fillIn(listed.Response.Queue, found.Response.Queue);
      const record = listed || found;
      if (record) return record;
      throw missing;
    });
  });
}
function exchangeOf(setup, target, result) {
  return assign({ method: "GET", url: urlOf(setup, target, "docqueue") }, result);
}
function recordIn(page, id) {
  const { RequestId, Response } = page;
  const Queue = Response.QueueList.find(({ QueueId }) => QueueId === id);
  return Queue && assign({}, page, { Response: { RequestId, Queue } });
}
function findRecord(pages, id) {
  return pages.next().then(({ value }) => value && (recordIn(value, id) || findRecord(pages, id)));
}
function hasAllSettings({ NotifyConfig: { Url, Event, Type, State } }) {
  return isOnOrOff(State) && [Url, Event, Type].indexOf(void 0) < 0;
}
var isOnOrOff = (state2) => state2 === "On" || state2 === "Off";
function fillIn(record, other) {
  keys(other).forEach((name) => {
    if (name === "NotifyConfig") fillIn(record[name], other[name]);
    else if (record[name] === void 0 || record[name] === "") record[name] = other[name];
  });
}
function openPages(setup, params, isStrict) {
  const queues = /* @__PURE__ */ new Map();
  const end = { done: true, value: void 0 };
  let latest = Promise.resolve();
  let count;
  let pagesRead = 0;
  let isAtEnd = false;
  function readNext() {
    if (isAtEnd) return Promise.resolve(end);
    const before = queues.size;
    const page = assign({ PageSize: "100", PageNumber: `${pagesRead + 1}` }, params);
    return describeQueues(setup, page, readPage).then(
      (value) => pagesRead === 1 || queues.size > before ? { done: false, value } : end
    );
  }
  function readPage(response) {
    const list = readList(response);
    const { QueueList, TotalCount = count } = list;
    const before = queues.size;
    QueueList.forEach((queue) => {
      queues.set(queue.QueueId, queue);
    });
    const { size } = queues;
    const isShort = size === before && size < (TotalCount || 0);
    pages.hasChanged = isShort || count !== void 0 && count !== TotalCount;
    count = TotalCount;
    if (isShort || isStrict && pages.hasChanged) {
      throw new Error(`the list changed while it was read: ${size} of ${count} queues came`);
    }
    isAtEnd = size === before || size === count;
    pagesRead++;
    return list;
  }
  const pages = {
    /** All that have been read, by their ids. */
    queues,
    /** Whether the page read last showed that the list has changed. */
    hasChanged: false,
    /** Reads the next page, after the one that is being read. One that failed is read again. */
    next() {
      const next = latest.then(readNext, readNext);
      latest = next;
      return next;
    }
  };
  return pages;
}
function listAllQueues(setup, params, readsLeft = 3) {
  const pages = openPages(setup, params, true);
  const readRest = () => pages.next().then(({ done }) => done ? Array.from(pages.queues.values()) : readRest());
  return readRest().catch((thrown) => {
    if (!pages.hasChanged || readsLeft === 1) throw thrown;
    return listAllQueues(setup, params, readsLeft - 1);
  });
}
function updateQueue(setup, change) {
  return inTurn(change, () => writeQueue(setup, change, settingsOf(change)));
}
function patchQueue(setup, params) {
  const changes = settingsOf(params);
  const names = keys(changes).concat(keys(Object(changes.NotifyConfig)));
  if (names.every((name) => name === "NotifyConfig")) {
    throw invalidParameter("nothing to change: give Name, State or NotifyConfig");
  }
  return inTurn(
    params,
    () => getQueue(setup, params).then((current) => {
      const before = settingsOf(current.Response.Queue);
      const NotifyConfig = assign({}, before.NotifyConfig, changes.NotifyConfig);
      const after = assign({}, before, changes, { NotifyConfig });
      if (JSON.stringify(after) === JSON.stringify(before)) return current;
      const { Name, State } = after;
      const isKnown = Name && State && (!NotifyConfig.Url || isOnOrOff(NotifyConfig.State));
      if (isKnown) return writeQueue(setup, params, after);
      const reason = "the service left out Name, State or NotifyConfig.State: give it in a patch";
      throw invalidResponse(reason, exchangeOf(setup, params, current));
    })
  );
}
function writeQueue(setup, params, settings) {
  const { QueueId } = params;
  const request = {
    Method: "PUT",
    Key: `docqueue/${QueueId}`,
    Query: {},
    Headers: { "Content-Type": "application/xml" },
    Body: writeUpdate(QueueId, settings)
  };
  return send(setup, params, request, (response) => readRecord(response, QueueId));
}
var latestChanges = /* @__PURE__ */ new Map();
function inTurn(params, change) {
  const queue = `${params.Bucket}/${params.QueueId}`;
  const outcome = Promise.resolve(latestChanges.get(queue)).then(change, change);
  const leave = () => {
    if (latestChanges.get(queue) === outcome) latestChanges.delete(queue);
  };
  latestChanges.set(queue, outcome);
  outcome.then(leave, leave);
  return outcome;
}

// src/types.ts
var DocQueueState = {
  /** 运行中：队列中的任务会被执行。 Jobs are taken from the queue and run. */
  Active: "Active",
  /** 已暂停：已提交的任务等待，执行中的任务继续完成。 Submitted jobs wait; running ones finish. */
  Paused: "Paused"
};

// src/index.ts
function docQueue(cos, options) {
  let defaults;
  try {
    defaults = parseRegistration(cos, options);
  } catch (thrown) {
    throw toDocQueueError(thrown, []);
  }
  function attempt(self, run) {
    const isInstance = Object.prototype.isPrototypeOf.call(cos, Object(self));
    const client = isInstance ? self : cos;
    return new Promise((resolve) => {
      resolve(run({ cos: client, options: defaults }));
    }).catch((thrown) => {
      throw toDocQueueError(thrown, secretsOf(client));
    });
  }
  function method(parse, operation) {
    return function(first, second) {
      const isCallbackAlone = typeof first === "function";
      const callback = isCallbackAlone ? first : second;
      const given = isCallbackAlone ? {} : first;
      const outcome = attempt(this, (setup) => operation(setup, parse(given, defaults)));
      if (typeof callback !== "function") return outcome;
      outcome.then(
        (data) => callback(null, data),
        (error) => callback(error)
      );
      return void 0;
    };
  }
  const describe = method(parseList, describeQueues);
  const update = method(parseUpdate, updateQueue);
  const setState = (State) => method(
    parseQueue,
    (setup, queue) => patchQueue(setup, assign({ State }, queue))
  );
  return assign(cos, {
    describeDocProcessQueues: describe,
    describeDocProcessQueue: describe,
    getDocProcessQueue: method(parseQueue, getQueue),
    updateDocProcessQueue: update,
    updateProcessQueue: update,
    patchDocProcessQueue: method(parsePatch, patchQueue),
    pauseDocProcessQueue: setState("Paused"),
    resumeDocProcessQueue: setState("Active"),
    listAllDocProcessQueues: method(parseListAll, listAllQueues),
    paginateDocProcessQueues(given) {
      const opened = attempt(
        this,
        (setup) => openPages(setup, parseListAll(given, defaults))
      );
      opened.catch(() => {
      });
      const iterator = {
        next: () => opened.then((pages) => attempt(this, pages.next))
      };
      iterator[Symbol.asyncIterator] = () => iterator;
      return iterator;
    }
  });
}

// <stdin>
Object.defineProperty(exports, "__esModule", { value: true });
exports.docQueue = docQueue;
exports.DocQueueError = DocQueueError;
exports.DocQueueState = DocQueueState;
exports.isDocQueueError = isDocQueueError;
