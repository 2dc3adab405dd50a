/*! cos-wx-docqueue 1.0.0, MIT licence */
'use strict';

// src/inspect.ts
function kindOf(value) {
  return Object.prototype.toString.call(value).slice(8, -1);
}
function isObject(value) {
  return kindOf(value) === "Object";
}
function inspect(value) {
  const isText = typeof value === "string" || typeof value === "number";
  return isText ? JSON.stringify(`${value}`) : kindOf(value);
}
function describeReason(reason) {
  const { name: name2, message, errMsg, error } = Object(reason);
  const named = name2 && name2 !== "Error" && `${name2}: ${message}`;
  const texts = [reason, named, message, errMsg, error];
  return texts.find((text2) => text2 && typeof text2 === "string") || "no reason given";
}
var hasOwn = Object.prototype.hasOwnProperty;

// src/xml.ts
var PIECE = (
  // biome-ignore lint/suspicious/noControlCharactersInRegex: XML cannot hold them, or they break a line
  /<(?:([A-Za-z]\w*)(?:>([^<&\]\0-\x1F\uD800-\uDFFF\uFFFE\uFFFF]*)<\/\1>|\/>|(>))|\/([A-Za-z]\w*)>)[ \t\n]*/y
);
var TEXT = /[^<]+/y;
var UNPARSED = /<(?:!--([\s\S]*?)--|!\[CDATA\[([\s\S]*?)]]|\?(?!xml[?\s])[\s\S]*?\?)>/iy;
var START_TAG = /<([A-Za-z_:\x80-\uFFFF][\w:.\x80-\uFFFF-]*)/y;
var ATTRIBUTE = /[ \t\n]+[^\s"'<>/=]+[ \t\n]*=[ \t\n]*(?:"[^"<]*"|'[^'<]*')/y;
var START_TAG_END = /[ \t\n]*(\/?)>/y;
var END_TAG = /<\/([^\s<>]+)[ \t\n]*>/y;
var START = /^\uFEFF?(?:<\?xml[ \t\n][^?]*\?>)?[ \t\n]*/;
var OTHER_ENCODING = /encoding[ \t\n]*=[ \t\n]*["'](?!utf-?8["'])/i;
var UNKNOWN_REFERENCE = /&(?!(?:#\d+|#x[\da-fA-F]+|amp|lt|gt|quot|apos);)/;
var ENTITIES = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };
function readXml(source) {
  const xml = source.includes("\r") ? source.replace(/\r\n?/g, "\n") : source;
  const [start] = START.exec(xml);
  let at = start.length;
  let element = { name: "", text: "" };
  function match(pattern) {
    pattern.lastIndex = at;
    const found = pattern.exec(xml);
    if (found) at = pattern.lastIndex;
    return found;
  }
  function readPiece() {
    const piece = match(PIECE);
    if (!piece) return readRarePiece();
    const [all, name2, text2, isOpen, end] = piece;
    if (end) return close(end);
    return isOpen ? open(name2, all.slice(name2.length + 2)) : add(name2, text2 || "");
  }
  function open(name2, text2) {
    element = { name: name2, text: text2, parent: element };
    return true;
  }
  function close(end) {
    const { name: name2, text: text2, parent, children } = element;
    if (end !== name2 || !parent || children && !isBlank(text2)) return false;
    element = parent;
    return add(name2, children || text2);
  }
  function add(name2, value) {
    const isSecondRoot = element.children && !element.parent;
    if (isSecondRoot || name2 === "__proto__") return false;
    if (!element.children) element.children = {};
    const { children } = element;
    const earlier = children[name2];
    if (earlier === void 0) children[name2] = value;
    else if (Array.isArray(earlier)) earlier.push(value);
    else children[name2] = hasOwn.call(children, name2) ? [earlier, value] : value;
    return true;
  }
  function readRarePiece() {
    const text2 = match(TEXT);
    if (text2) return readText(text2[0]);
    const unparsed = match(UNPARSED);
    if (unparsed) {
      const [, comment, data] = unparsed;
      if (data !== void 0) return element.parent !== void 0 && addText(data);
      return !comment || !/--|-$/.test(comment);
    }
    const start2 = match(START_TAG);
    if (start2) return readStartTag(start2[1]);
    const end = match(END_TAG);
    return end !== null && close(end[1]);
  }
  function readStartTag(name2) {
    while (match(ATTRIBUTE)) {
    }
    const end = match(START_TAG_END);
    return end !== null && open(name2, "") && (!end[1] || close(name2));
  }
  function readText(text2) {
    if (UNKNOWN_REFERENCE.test(text2) || text2.includes("]]>")) return false;
    const decoded = text2.replace(/&(.[^;]*);/g, (_, name2) => {
      const code = Number(`0${name2.slice(1)}`);
      return ENTITIES[name2] || String.fromCodePoint(code <= 1114111 ? code : 0);
    });
    return addText(decoded);
  }
  function addText(text2) {
    element.text += text2;
    return XML_TEXT.test(text2) && (element.parent !== void 0 || isBlank(text2));
  }
  let isRight = !OTHER_ENCODING.test(start);
  while (isRight && at < xml.length) isRight = readPiece();
  if (isRight && !element.parent && element.children) return element.children;
  throw new Error(`expected one whole XML document, which it is not before character ${at}`);
}
function isBlank(text2) {
  return !/[^ \t\n]/.test(text2);
}
var XML_TEXT = /^[\t\n\r -\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]*$/u;
var XML_NAME = /^(?!__proto__$)[A-Za-z_:\x80-\uD7FF\uE000-\uFFFD][\w:.\x80-\uD7FF\uE000-\uFFFD-]*$/;
var ESCAPES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", "\r": "&#xD;" };
function writeXml(name2, value) {
  if (value === void 0) return "";
  if (Array.isArray(value)) return value.map((item) => writeXml(name2, item)).join("");
  const content = typeof value === "object" ? Object.entries(value).map(([child, item]) => writeXml(child, item)) : [String(value).replace(/[&<>\r]/g, (character) => ESCAPES[character])];
  return `<${name2}>${content.join("")}</${name2}>`;
}

// src/errors.ts
var DocQueueError = class extends Error {
  /**
   * 由本插件创建；应用通常只在测试中使用。
   * Errors are made by this package. An app needs this only for its own tests.
   */
  constructor(kind, code, message, details = {}) {
    super(message);
    /** 固定为 `DocQueueError`。 Always `DocQueueError`. */
    this.name = "DocQueueError";
    this.kind = kind;
    this.code = code;
    for (const [name2, value] of Object.entries(details)) {
      if (value) Object.assign(this, { [name2]: value });
    }
    Object.defineProperty(this, "message", { enumerable: true });
  }
};
function isDocQueueError(value) {
  return kindOf(value) === "Error" && value.name === "DocQueueError";
}
var Failure = class {
  constructor(kind, code, reason, error, request, response) {
    this.kind = kind;
    this.code = code;
    this.reason = reason;
    this.error = error;
    this.request = request;
    this.response = response;
  }
};
function invalidParameter(reason) {
  return new Failure("param", "InvalidParameter", reason);
}
function appFailure(thrown) {
  const text2 = describeReason(thrown);
  const reason = `getAuthorization, a before-send listener or a wrapped request failed: ${text2}`;
  return new Failure("app", "AppError", reason, text2);
}
function requestFailure(reported, request) {
  const text2 = describeReason(reported);
  if (/^(getAuthorization callback params|authorization error)/.test(text2)) {
    return new Failure("credential", "InvalidCredential", text2, text2);
  }
  const code = /time[ _-]?(d[ _-]?)?out/i.test(text2) ? "Timeout" : "NetworkError";
  return new Failure("network", code, text2, text2, request);
}
function timeoutFailure(operation, milliseconds) {
  const reason = `${operation} had no outcome within ${milliseconds} ms; does getAuthorization always call back?`;
  return new Failure("network", "Timeout", reason);
}
function serviceFailure(body, request, response) {
  const document = readError(body);
  const { Code, Message = "" } = document;
  const error = Code || Message ? document : describeBody(body, response);
  return new Failure("service", Code || "HttpError", Message, error, request, response);
}
function invalidResponse(reason, request, response, body) {
  const error = body === void 0 ? body : describeBody(body, response);
  return new Failure("response", "InvalidResponse", reason, error, request, response);
}
var ERROR_FIELDS = ["Code", "Message", "Resource", "RequestId", "TraceId", "ServerTime"];
function readError(body) {
  const fields = {};
  try {
    const isJson = /^\s*\{/.test(`${body}`);
    const document = typeof body !== "string" ? body : isJson ? JSON.parse(body) : readXml(body);
    const error = document.Error || document;
    for (const name2 of ERROR_FIELDS) {
      const text2 = error[name2] || error[name2.toLowerCase()];
      if (typeof text2 === "string" && text2.trim()) fields[name2] = text2.trim();
    }
  } catch (e) {
  }
  return fields;
}
function describeBody(body, { headers }) {
  const text2 = `${body}`;
  const [root = "no element"] = /<[A-Za-z][\w-]{0,30}/.exec(text2) || [];
  return `${headers["content-type"] || "no content type"}, ${text2.length} characters, ${root}`;
}
var ADVICE = {
  NetworkError: "is the host in the request 合法域名 of the mini program?",
  InvalidCredential: "check what getAuthorization gives",
  AccessDenied: "the key's policy must allow this action",
  RequestTimeTooSkewed: "check the device's clock"
};
var KEPT_HEADERS = "x-ci-request-id x-cos-request-id x-cos-trace-id date server content-type content-length retry-after".split(
  " "
);
var NAMED_SECRET = /((authorization|token|secret|signature|access[-_ ]?key)([\w-]*["']?[=:]["']?[^\s"']|[\s\S]{0,80}?[\w+/=%.~\\&#;-]{16})|q-(ak|sign|key|header|url))[\s\S]*/i;
var REDACTED = "[redacted]";
var MAX_LENGTH = 1024;
function toDocQueueError(thrown, secrets) {
  const failure = thrown instanceof Failure ? thrown : appFailure(thrown);
  const { Method: method, Url: url } = Object(failure.request);
  const { statusCode, headers, RequestId } = Object(failure.response);
  function redact(text2) {
    const known = secrets.reduce((rest, secret) => rest.split(secret).join(REDACTED), text2);
    return known.replace(NAMED_SECRET, REDACTED).slice(0, MAX_LENGTH);
  }
  function redactFields(fields, names) {
    const kept = {};
    for (const name2 of names) if (fields[name2]) kept[name2] = redact(fields[name2]);
    return kept;
  }
  const { error } = failure;
  const code = redact(failure.code);
  const advice = hasOwn.call(ADVICE, code) && ADVICE[code];
  const where = [method, url, statusCode].filter(Boolean).join(" ");
  const reasons = [redact(failure.reason).replace(/\.$/, ""), advice, where].filter(Boolean);
  return new DocQueueError(failure.kind, code, `${code}: ${reasons.join("; ")}`, {
    method,
    url,
    statusCode,
    headers: headers && redactFields(headers, KEPT_HEADERS),
    RequestId: redact(RequestId || Object(error).RequestId || ""),
    error: typeof error === "string" ? redact(error) : error && redactFields(error, ERROR_FIELDS)
  });
}

// src/params.ts
function unfit(path, expected, value) {
  const problem = value === void 0 ? "is missing" : `must be ${expected}, not ${inspect(value)}`;
  return invalidParameter(`${path} ${problem}`);
}
function matching(pattern, expected) {
  return (path, value) => {
    const text2 = Number.isFinite(value) ? `${value}` : value;
    if (typeof text2 === "string" && pattern.test(text2)) return text2;
    throw unfit(path, expected, value);
  };
}
function emptyOr(check) {
  return (path, value) => value === "" || value === null ? void 0 : check(path, value);
}
var bucket = matching(/^[a-z\d][a-z\d-]*-\d+$/, "like examplebucket-1250000000");
var region = matching(/^[a-z\d][a-z\d-]*$/, "like ap-beijing");
var queueId = matching(/^[\w-]+$/, "a queue id");
var joinedIds = matching(/^(?!,|.*,,)[\w,-]*[\w-]$/, "comma-separated queue ids");
var state = matching(/^(Active|Paused)$/, "Active or Paused");
var positiveInteger = matching(/^[1-9]\d{0,8}$/, "a whole number from 1");
var onOrOff = matching(/^(On|Off)$/, "On or Off");
var text = matching(XML_TEXT, "text that XML can hold");
var queueIds = (path, value) => {
  const ids = join(value);
  return joinedIds(path, typeof ids === "string" ? ids.replace(/\s*,\s*/g, ",").trim() : ids);
};
var name = (path, value) => text(path, value === "" ? void 0 : value);
var unknownSetting = (path, value) => {
  if (Array.isArray(value)) return value.map((item) => unknownSetting(path, item));
  return isObject(value) ? parseFields(path, value, {}, unknownSetting) : text(path, value);
};
function join(value) {
  const isList = Array.isArray(value) && value.every((item) => typeof item === "string");
  return isList && value.length > 0 ? value.join() : value;
}
var TARGET = { Bucket: bucket, Region: region };
var LIST_ALL = Object.assign(
  { State: emptyOr(state), PageSize: emptyOr(positiveInteger) },
  TARGET
);
var LIST = Object.assign(
  { QueueIds: emptyOr(queueIds), PageNumber: emptyOr(positiveInteger) },
  LIST_ALL
);
var QUEUE = Object.assign({ QueueId: queueId }, TARGET);
var NOTIFY_CONFIG = {
  Url: text,
  Event: (path, value) => text(path, join(value)),
  Type: text,
  State: onOrOff,
  ResultFormat: text
};
var CHANGE = Object.assign(
  {
    Name: name,
    State: state,
    NotifyConfig: (path, value) => parseFields(path, value, NOTIFY_CONFIG, unknownSetting)
  },
  QUEUE
);
var NOT_SETTINGS = "QueueId Bucket Region BucketId BucketName Category CreateTime UpdateTime MaxSize MaxConcurrent RequestId".split(
  " "
);
function settingsOf(fields) {
  const settings = {};
  for (const name2 of Object.keys(fields)) {
    if (!NOT_SETTINGS.includes(name2)) settings[name2] = fields[name2];
  }
  return settings;
}
function parseFields(path, given, checks, others) {
  if (!isObject(given)) throw unfit(path || "parameters", "an object", given);
  const names = Object.keys(checks);
  const values = {};
  const fields = {};
  for (const written of Object.keys(given)) {
    const value = given[written];
    if (value === void 0) continue;
    const known = names.find((name3) => name3.toLowerCase() === written.toLowerCase());
    const name2 = known || written;
    const full = path ? `${path}.${name2}` : name2;
    const check = known ? checks[known] : XML_NAME.test(name2) && others;
    if (!check) {
      throw invalidParameter(`there is no parameter ${full}: the names are ${names.join(", ")}`);
    }
    if (known && known in values && values[known] !== value) {
      throw invalidParameter(`${full} is given twice, with different values`);
    }
    values[name2] = value;
    const checked = check(full, value);
    if (checked !== void 0) fields[name2] = checked;
  }
  return fields;
}
function parseParams(given, options, checks, others) {
  let fields;
  try {
    fields = parseFields("", given, checks, others);
  } catch (thrown) {
    if (thrown instanceof Failure) throw thrown;
    throw invalidParameter(`reading the parameters threw ${describeReason(thrown)}`);
  }
  const { Bucket = bucket("Bucket", options.Bucket) } = fields;
  const { Region = region("Region", options.Region) } = fields;
  return Object.assign(fields, { Bucket, Region });
}
function requireFields(fields, ...names) {
  const missing = names.find((name2) => !fields[name2]);
  if (missing) throw invalidParameter(`${missing} is missing`);
}
function parseList(given, options) {
  return parseParams(given, options, LIST);
}
function parseListAll(given, options) {
  return Object.assign({ PageSize: "100" }, parseParams(given, options, LIST_ALL));
}
function parseQueue(given, options) {
  const params = parseParams(given, options, QUEUE);
  requireFields(params, "QueueId");
  return params;
}
function parseChange(given, options) {
  const others = (path, value) => NOT_SETTINGS.includes(path) ? void 0 : unknownSetting(path, value);
  const params = parseParams(given, options, CHANGE, others);
  requireFields(params, "QueueId");
  return Object.assign(params, { settings: settingsOf(params) });
}
function parseUpdate(given, options) {
  const change = parseChange(given, options);
  requireFields(change.settings, "Name", "State", "NotifyConfig");
  return change;
}
function parsePatch(given, options) {
  const change = parseChange(given, options);
  const { NotifyConfig = {} } = change.settings;
  const isGiven = (name2) => name2 !== "NotifyConfig" || Object.keys(NotifyConfig).length > 0;
  if (Object.keys(change.settings).some(isGiven)) return change;
  throw invalidParameter("there is nothing to change: give Name, State or a field of NotifyConfig");
}
function parseOptions(given) {
  const names = ["Bucket", "Region", "Domain", "Timeout"];
  const options = Object.assign({}, given);
  const unknown = Object.keys(options).find((name2) => !names.includes(name2));
  if (unknown) {
    throw invalidParameter(`there is no option ${unknown}: the names are ${names.join(", ")}`);
  }
  const { Timeout = 1 } = options;
  if (typeof Timeout === "number" && Timeout > 0) return options;
  throw unfit("Timeout", "a positive number of milliseconds", Timeout);
}

// src/response.ts
var asWritten = (text2) => text2;
var trimmed = (text2) => text2.trim();
var integer = (text2) => {
  const number = Number(text2);
  return text2.trim() && Number.isSafeInteger(number) ? number : void 0;
};
var time = (text2) => text2.trim().replace(/(T[\d:.]+[+-]\d\d)(\d\d)$/, "$1:$2");
var RESPONSE = {
  RequestId: trimmed,
  TotalCount: integer,
  PageNumber: integer,
  PageSize: integer
};
var QUEUE2 = {
  QueueId: trimmed,
  // Samples of older services spell it so.
  QueueID: trimmed,
  Name: asWritten,
  State: trimmed,
  MaxSize: integer,
  MaxConcurrent: integer,
  CreateTime: time,
  UpdateTime: time,
  BucketId: trimmed,
  Category: asWritten
};
var NOTIFY_CONFIG2 = {
  Url: asWritten,
  Event: asWritten,
  Type: asWritten,
  State: trimmed,
  ResultFormat: asWritten
};
function readList(response) {
  const fields = readFields("Response", response, RESPONSE);
  const isList = /QueueList|NonExistPIDs|TotalCount|PageSize|^RequestId$/;
  if (!isList.test(Object.keys(response).join())) throw new Error("expected a list");
  const QueueList = itemsOf(fields.QueueList).map((item) => readQueue("QueueList", item));
  return Object.assign(fields, { QueueList, NonExistPIDs: readIds(fields.NonExistPIDs) });
}
function readRecord(response) {
  const fields = readFields("Response", response, RESPONSE);
  return Object.assign(fields, { Queue: readQueue("Queue", fields.Queue) });
}
function readQueue(element, value) {
  const fields = readFields(element, value, QUEUE2);
  const { QueueID, QueueId = QueueID, NotifyConfig } = fields;
  if (!QueueId) throw new Error(`expected a <QueueId> in <${element}>`);
  delete fields.QueueID;
  fields.QueueId = QueueId;
  fields.NotifyConfig = isBlank2(NotifyConfig) ? {} : readFields("NotifyConfig", NotifyConfig, NOTIFY_CONFIG2);
  return fields;
}
function readFields(element, value, readers) {
  if (!isObject(value)) throw new Error(`expected one <${element}> with child elements`);
  const fields = Object.assign({}, value);
  for (const name2 of Object.keys(readers)) {
    const text2 = fields[name2];
    if (text2 === void 0) continue;
    if (typeof text2 !== "string") throw new Error(`expected one text as <${name2}> in <${element}>`);
    const field = readers[name2](text2);
    if (field === void 0) delete fields[name2];
    else fields[name2] = field;
  }
  return fields;
}
function readIds(value) {
  const ids = [];
  for (const item of itemsOf(value)) {
    const { QueueID, QueueId = QueueID } = Object(item);
    for (const id of itemsOf(QueueId === void 0 ? item : QueueId)) {
      if (typeof id !== "string") throw new Error("expected ids in <NonExistPIDs>");
      ids.push(id.trim());
    }
  }
  return ids;
}
function itemsOf(value) {
  return (Array.isArray(value) ? value : [value]).filter((item) => !isBlank2(item));
}
function isBlank2(value) {
  return value === void 0 || typeof value === "string" && !value.trim();
}
function writeUpdate(QueueID, settings) {
  const { Name, State } = settings;
  const order = { Url: void 0, State: void 0, Type: void 0, Event: void 0 };
  const NotifyConfig = Object.assign(order, settings.NotifyConfig);
  return writeXml("Request", Object.assign({ Name, QueueID, State }, settings, { NotifyConfig }));
}

// src/sdk.ts
var VERSION_OF_1_1_1 = "1.1.0";
var MIN_TIMEOUT_MS = 3e5;
var TRIES = 5;
var MAX_TIMER_MS = 2 ** 31 - 1;
var KEY_FIELDS = "SecretId SecretKey SecurityToken TmpSecretId TmpSecretKey XCosSecurityToken".split(" ");
var MIN_SECRET_LENGTH = 8;
function sendBySdk(cos, request, Timeout) {
  const sdkTimeout = Number(Object(cos.options).Timeout) || 0;
  const wait = Math.min(Timeout || Math.max(TRIES * sdkTimeout, MIN_TIMEOUT_MS), MAX_TIMER_MS);
  let timer;
  const outcome = new Promise((resolve, reject) => {
    const operation = `${request.Method} ${request.Key}`;
    timer = setTimeout(() => reject(timeoutFailure(operation, wait)), wait);
    let isRequestRead = false;
    const params = Object.defineProperty(paramsFor(cos, request), "Method", {
      enumerable: true,
      get() {
        isRequestRead = true;
        return request.Method;
      }
    });
    const callback = (reported, data) => resolve(new Promise((settle) => settle(readOutcome(request, reported, data))));
    const returned = cos.request(params, callback);
    if (typeof Object(returned).then === "function") {
      returned.then((data) => {
        if (data !== void 0 || !isRequestRead) callback(null, data);
      }, callback);
    }
  });
  const stopTimer = () => clearTimeout(timer);
  outcome.then(stopTimer, stopTimer);
  return outcome;
}
function readOutcome(request, reported, data) {
  const { statusCode, headers, error, Body } = Object(reported || data);
  if (statusCode) {
    const isRaw = Object.keys(Object(error)).join() === "body";
    const body = reported ? isRaw ? error.body : error : Body || "";
    const lowerCase = {};
    for (const name2 of Object.keys(Object(headers)))
      lowerCase[name2.toLowerCase()] = String(headers[name2]);
    const RequestId = lowerCase["x-ci-request-id"] || lowerCase["x-cos-request-id"] || "";
    return { statusCode, headers: lowerCase, RequestId, body };
  }
  if (!reported)
    throw appFailure("a wrapped request must call back with, or resolve to, a response");
  const isThrown = kindOf(reported) === "Error" && !error;
  throw isThrown ? appFailure(reported) : requestFailure(reported, request);
}
function paramsFor(cos, request) {
  const params = Object.assign({ Query: {}, RawBody: true }, request);
  if (Object(cos.constructor).version === VERSION_OF_1_1_1) {
    const pairs = Object.entries(params.Query).map(
      (pair) => pair.map(encodeURIComponent).join("=")
    );
    if (pairs.length > 0) params.Url += `?${pairs.join("&")}`;
    params.Query = {};
  }
  if (Object(cos.options).ForcePathStyle) {
    params.Bucket = "";
  }
  return params;
}
function secretsOf(cos) {
  const secrets = [];
  for (const holder of [cos.options].concat(cos._StsCache || [])) {
    for (const field of KEY_FIELDS) {
      const secret = Object(holder)[field];
      if (typeof secret === "string" && secret.length >= MIN_SECRET_LENGTH) {
        secrets.push(secret, encodeURIComponent(secret));
      }
    }
  }
  return secrets;
}

// src/service.ts
function requestTo({ options }, { Bucket, Region }, operation) {
  const Url = `${originOf(options.Domain, Bucket, Region)}/${operation.Key}`;
  return Object.assign({ Bucket, Region, Url }, operation);
}
function send({ cos, options }, request, read) {
  return sendBySdk(cos, request, options.Timeout).then((response) => {
    const { statusCode, headers, body } = response;
    if (Math.floor(statusCode / 100) !== 2) throw serviceFailure(body, request, response);
    try {
      const document = readXml(typeof body === "string" ? body : "");
      if (!document.Error) {
        const Response = read(document.Response);
        const RequestId = response.RequestId || Response.RequestId || "";
        return { statusCode, headers, RequestId, Response };
      }
    } catch (error) {
      throw invalidResponse(error.message, request, response, body);
    }
    throw serviceFailure(body, request, response);
  });
}
function originOf(domain, bucket2, region2) {
  const [, bucketname, appid] = bucket2.match(/(.*)-(.*)/);
  const values = { bucket: bucket2, bucketname, appid, region: region2 };
  const host = `${domain || "{Bucket}.ci.{Region}.myqcloud.com"}`.replace(
    /\{(Bucket|BucketName|AppId|Region)\}/gi,
    (_, name2) => `${values[name2.toLowerCase()]}`
  );
  const origin = (/^https?:/i.test(host) ? host : `https://${host}`).replace(/\/$/, "");
  if (/^https?:\/\/[a-z\d]([a-z\d.-]*[a-z\d])?(:\d{1,5})?$/i.test(origin)) return origin;
  throw invalidParameter(`Domain must be a host, not ${inspect(domain)}`);
}

// src/operations.ts
function describeQueues(service, params) {
  return send(service, listRequest(service, params), readList);
}
function listRequest(service, params) {
  const { QueueIds, State, PageNumber, PageSize } = params;
  const Query = {};
  if (QueueIds) Query.queueIds = QueueIds;
  if (State) Query.state = State;
  if (PageNumber) Query.pageNumber = PageNumber;
  if (PageSize) Query.pageSize = PageSize;
  return requestTo(service, params, { Method: "GET", Key: "docqueue", Query });
}
function getQueue(service, { QueueId, Bucket, Region }) {
  const request = listRequest(service, { Bucket, Region, QueueIds: QueueId });
  return send(service, request, readList).then((byId) => {
    const found = recordIn(byId, QueueId);
    if (found && isWhole(found.Response.Queue)) return found;
    const pages = readPages(service, { Bucket, Region, PageSize: "100" });
    const isMissing = !found && byId.Response.NonExistPIDs.includes(QueueId);
    return Promise.resolve(isMissing ? void 0 : findRecord(pages, QueueId)).then((listed) => {
      if (found && listed) fillIn(listed.Response.Queue, found.Response.Queue);
      const record = listed || found;
      if (record) return record;
      const reason = `there is no queue ${QueueId}`;
      throw new Failure("service", "QueueNotFound", reason, void 0, request, byId);
    });
  });
}
function recordIn(page, id) {
  const Queue = page.Response.QueueList.find(({ QueueId }) => QueueId === id);
  const { RequestId } = page;
  return Queue && Object.assign({}, page, { Response: { RequestId, Queue } });
}
function findRecord(pages, id) {
  return pages.next().then((page) => page && (recordIn(page, id) || findRecord(pages, id)));
}
function isWhole({ NotifyConfig: { Url, Event, Type, State } }) {
  return isOnOrOff(State) && ![Url, Event, Type].includes(void 0);
}
function isOnOrOff(state2) {
  return state2 === "On" || state2 === "Off";
}
function fillIn(record, other) {
  for (const name2 of Object.keys(other)) {
    if (name2 === "NotifyConfig") fillIn(record[name2], other[name2]);
    else if (record[name2] === void 0 || record[name2] === "") record[name2] = other[name2];
  }
}
function readPages(service, params) {
  const ids = /* @__PURE__ */ new Set();
  let PageNumber = 1;
  let count;
  let isOver = false;
  const pages = {
    next() {
      if (isOver) return Promise.resolve(void 0);
      const page = Object.assign({}, params, { PageNumber: `${PageNumber}` });
      const request = listRequest(service, page);
      return send(service, request, readList).then((page2) => {
        const { QueueList, TotalCount = count } = page2.Response;
        const before = ids.size;
        for (const { QueueId } of QueueList) ids.add(QueueId);
        const isEmpty = ids.size === before;
        const isShort = isEmpty && ids.size < Number(TotalCount);
        if (isShort || count !== void 0 && TotalCount !== count) {
          const reason = `the list changed while it was read: ${ids.size} of ${TotalCount} queues came`;
          pages.shift = invalidResponse(reason, request, page2);
        }
        count = TotalCount;
        if (isShort) throw pages.shift;
        isOver = isEmpty || ids.size === count;
        PageNumber++;
        return isEmpty && before > 0 ? void 0 : page2;
      });
    }
  };
  return pages;
}
var MAX_READS = 3;
function listAllQueues(service, params, reads = 1) {
  const pages = readPages(service, params);
  const queues = /* @__PURE__ */ new Map();
  function readRest() {
    return pages.next().then((page) => {
      if (pages.shift) throw pages.shift;
      if (!page) return Array.from(queues.values());
      for (const queue of page.Response.QueueList) queues.set(queue.QueueId, queue);
      return readRest();
    });
  }
  return readRest().catch((failure) => {
    if (failure !== pages.shift || reads === MAX_READS) throw failure;
    return listAllQueues(service, params, reads + 1);
  });
}
function iteratePages(readNext) {
  let latest = Promise.resolve();
  return {
    next() {
      const next = latest.then(readNext, readNext).then((value) => {
        return value ? { done: false, value } : { done: true, value };
      });
      latest = next;
      return next;
    },
    [Symbol.asyncIterator]() {
      return this;
    }
  };
}
function updateQueue(service, change) {
  return inTurn(change, () => writeQueue(service, change, change.settings));
}
function patchQueue(service, change) {
  const { settings: changes } = change;
  return inTurn(
    change,
    () => getQueue(service, change).then((current) => {
      const before = settingsOf(current.Response.Queue);
      const NotifyConfig = Object.assign({}, before.NotifyConfig, changes.NotifyConfig);
      const after = Object.assign({}, before, changes, { NotifyConfig });
      if (JSON.stringify(after) === JSON.stringify(before)) return current;
      const { Url, State } = NotifyConfig;
      if (after.Name && after.State && (!Url || isOnOrOff(State))) {
        return writeQueue(service, change, after);
      }
      const reason = "a change would lose what the service does not tell: its Name, State or NotifyConfig.State";
      throw invalidResponse(reason, listRequest(service, change), current);
    })
  );
}
function writeQueue(service, params, settings) {
  const { QueueId } = params;
  const request = requestTo(service, params, {
    Method: "PUT",
    Key: `docqueue/${QueueId}`,
    Headers: { "Content-Type": "application/xml" },
    Body: writeUpdate(QueueId, settings)
  });
  return send(service, request, readRecord).then((result) => {
    const answered = result.Response.Queue.QueueId;
    if (answered === QueueId) return result;
    throw invalidResponse(
      `expected the record of queue ${QueueId}, not ${answered}`,
      request,
      result
    );
  });
}
var latestChanges = /* @__PURE__ */ new Map();
function inTurn({ Bucket, QueueId }, change) {
  const queue = `${Bucket}/${QueueId}`;
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
  const defaults = register(cos, options);
  const serviceOf = (self) => ({ cos: clientOf(self, cos), options: defaults });
  const rethrow = (self) => (failure) => {
    throw toDocQueueError(failure, secretsOf(isInstance(self, cos) ? self : cos));
  };
  function method(parse, operation) {
    return function(first, second) {
      const isAlone = typeof first === "function";
      const outcome = new Promise((resolve) => {
        const params = parse(isAlone ? {} : first != null ? first : {}, defaults);
        resolve(operation(serviceOf(this), params));
      }).catch(rethrow(this));
      return deliver(outcome, isAlone ? first : second);
    };
  }
  const describe = method(parseList, describeQueues);
  const update = method(parseUpdate, updateQueue);
  const setState = (State) => method(
    parseQueue,
    (service, params) => patchQueue(service, Object.assign(params, { settings: { State } }))
  );
  return Object.assign(cos, {
    describeDocProcessQueues: describe,
    describeDocProcessQueue: describe,
    getDocProcessQueue: method(parseQueue, getQueue),
    updateDocProcessQueue: update,
    updateProcessQueue: update,
    patchDocProcessQueue: method(parsePatch, patchQueue),
    pauseDocProcessQueue: setState(DocQueueState.Paused),
    resumeDocProcessQueue: setState(DocQueueState.Active),
    listAllDocProcessQueues: method(parseListAll, listAllQueues),
    paginateDocProcessQueues(given) {
      let readNext;
      try {
        readNext = readPages(serviceOf(this), parseListAll(given != null ? given : {}, defaults)).next;
      } catch (failure) {
        readNext = () => Promise.reject(failure);
      }
      return iteratePages(() => Promise.resolve().then(readNext).catch(rethrow(this)));
    }
  });
}
function register(cos, options) {
  try {
    if (typeof Object(cos).request === "function") return parseOptions(options);
    const example = "docQueue(new COS({ … }))";
    throw invalidParameter(
      `docQueue needs a cos-wx-sdk-v5 client, as in ${example}, not ${inspect(cos)}`
    );
  } catch (failure) {
    throw toDocQueueError(failure, []);
  }
}
function isInstance(self, prototype) {
  return Object.prototype.isPrototypeOf.call(prototype, Object(self));
}
function clientOf(self, registered) {
  if (isInstance(self, registered)) return self;
  if (!hasOwn.call(registered, "constructor")) return registered;
  throw invalidParameter(
    "docQueue was given COS.prototype, so its methods must be called on an instance: cos.describeDocProcessQueues()"
  );
}
function deliver(outcome, callback) {
  if (typeof callback !== "function") return outcome;
  outcome.then(
    (data) => callback(null, data),
    (error) => callback(error)
  );
  return void 0;
}

// <stdin>
Object.defineProperty(exports, "__esModule", { value: true });
exports.docQueue = docQueue;
exports.DocQueueError = DocQueueError;
exports.DocQueueState = DocQueueState;
exports.isDocQueueError = isDocQueueError;
