/*! cos-wx-docqueue 1.0.0, MIT licence */
'use strict';

// src/errors.ts
var DocQueueError = class extends Error {
  /**
   * 由本插件创建；应用通常只在测试中使用。
   * Errors are made by this package. An app needs this only for its own tests.
   */
  constructor(kind, code, message, details = {}) {
    super(message);
    /**
     * 固定为 `DocQueueError`。
     * Always `DocQueueError`.
     */
    this.name = "DocQueueError";
    this.kind = kind;
    this.code = code;
    for (const [name, value] of Object.entries(details)) {
      if (value !== void 0) Object.assign(this, { [name]: value });
    }
    Object.defineProperty(this, "message", { enumerable: true });
  }
};
function isDocQueueError(value) {
  return kindOf(value) === "Error" && value.name === "DocQueueError";
}
var hasOwn = Object.prototype.hasOwnProperty;
function kindOf(value) {
  return Object.prototype.toString.call(value).slice(8, -1);
}

// src/params.ts
var ANY = (_, value) => value;
var STATE = (path, value) => check(path, value, /^(Active|Paused)$/, "Active or Paused");
var COUNT = (path, value) => check(path, value, /^[1-9]\d{0,8}$/, "a whole number from 1");
function checkId(id) {
  return check("QueueId", id, /^[\w-]+$/, "a queue id");
}
function invalidParameter(message) {
  return new DocQueueError("param", "InvalidParameter", `InvalidParameter: ${message}`);
}
function check(path, value, pattern, expected) {
  const text = Number.isFinite(value) ? `${value}` : value;
  if (text && typeof text === "string" && pattern.test(text)) return text;
  const isMissing = value === void 0 || value === "";
  throw invalidParameter(
    `${path} ${isMissing ? "is missing" : `must be ${expected}, not ${shown(value)}`}`
  );
}
function shown(value) {
  const isText = typeof value === "string" || typeof value === "number";
  return isText ? JSON.stringify(`${value}`.slice(0, 60)) : kindOf(value);
}
function joined(value) {
  const isList = Array.isArray(value) && value.every((item) => typeof item === "string");
  return isList && value.length ? value.join() : value;
}
function take(params, rules, others, parent = "") {
  const fields = {};
  try {
    const kind = kindOf(params);
    if (kind !== "Object") {
      const what = parent.slice(0, -1) || "parameters";
      throw invalidParameter(`${what} must be an object, not ${kind}`);
    }
    for (const name of Object.keys(params)) {
      const value = params[name];
      if (value === void 0) continue;
      const rule = ruleFor(name, rules, others, parent);
      if (others || value !== null && value !== "")
        fields[name] = rule(parent + name, value, name);
    }
  } catch (error) {
    if (isDocQueueError(error)) throw error;
    const thrown = kindOf(error) === "Error" ? error : shown(error);
    throw invalidParameter(`reading the parameters threw ${thrown}`);
  }
  return fields;
}
function ruleFor(name, rules, others, parent) {
  if (hasOwn.call(rules, name)) return rules[name];
  const known = Object.keys(rules);
  const meant = known.find((other) => other.toLowerCase() === name.toLowerCase());
  if (others && !meant && name !== "__proto__") return others;
  const hint = meant ? `did you mean ${parent}${meant}?` : `the names are ${known.join(", ")}`;
  throw invalidParameter(`there is no parameter ${parent}${name}: ${hint}`);
}

// src/queue.ts
var DocQueueState = {
  /**
   * 运行中：队列中的任务会被执行。
   * Jobs are taken from the queue and run.
   */
  Active: "Active",
  /**
   * 已暂停：已提交的任务等待，执行中的任务继续完成。
   * Submitted jobs wait; running ones finish.
   */
  Paused: "Paused"
};
var asIs = (text) => text;
var trimmed = (text) => text.trim();
var count = (text) => {
  const number = Number(text);
  return text.trim() && Number.isSafeInteger(number) ? number : void 0;
};
var time = (text) => {
  const written = text.trim();
  const hasZone = /^[+-]\d{4}$/.test(written.slice(-5));
  return hasZone ? `${written.slice(0, -2)}:${written.slice(-2)}` : written;
};
var RESPONSE = {
  RequestId: trimmed,
  TotalCount: count,
  PageNumber: count,
  PageSize: count
};
var QUEUE = {
  QueueId: trimmed,
  // Samples of older services spell it so.
  QueueID: trimmed,
  Name: asIs,
  State: trimmed,
  MaxSize: count,
  MaxConcurrent: count,
  CreateTime: time,
  UpdateTime: time,
  BucketId: trimmed,
  Category: asIs
};
var NOTIFY_CONFIG = {
  Url: asIs,
  Event: asIs,
  Type: asIs,
  State: trimmed,
  ResultFormat: asIs
};
function readList(response) {
  const fields = readFields("Response", response, RESPONSE);
  const { QueueList, NonExistPIDs } = fields;
  const isList = QueueList !== void 0 || NonExistPIDs !== void 0 || "TotalCount" in response;
  if (!isList && Object.keys(fields).some((name) => name !== "RequestId"))
    throw new Error("the answer is not a list of queues");
  const queues = [];
  for (const item of itemsOf(QueueList)) queues.push(readQueue("QueueList", item));
  return Object.assign(fields, { QueueList: queues, NonExistPIDs: readIds(NonExistPIDs) });
}
function readRecord(response) {
  const fields = readFields("Response", response, RESPONSE);
  return Object.assign(fields, { Queue: readQueue("Queue", fields.Queue) });
}
function readQueue(element, value) {
  const fields = readFields(element, value, QUEUE);
  const { QueueID, QueueId = QueueID, NotifyConfig } = fields;
  if (!QueueId) throw new Error(`<${element}> of the answer has no <QueueId>`);
  delete fields.QueueID;
  fields.QueueId = QueueId;
  fields.NotifyConfig = isBlank(NotifyConfig) ? {} : readFields("NotifyConfig", NotifyConfig, NOTIFY_CONFIG);
  return fields;
}
function readFields(element, value, texts) {
  if (kindOf(value) !== "Object")
    throw new Error(`<${element}> of the answer is not one element with children`);
  const fields = Object.assign({}, value);
  for (const name of Object.keys(texts)) {
    const text = fields[name];
    if (text === void 0) continue;
    if (typeof text !== "string")
      throw new Error(`<${name}> in <${element}> of the answer is not one string`);
    const field = texts[name](text);
    if (field === void 0) delete fields[name];
    else if (field !== text) fields[name] = field;
  }
  return fields;
}
function readIds(value) {
  const ids = [];
  for (const item of itemsOf(value)) {
    const { QueueID, QueueId = QueueID } = Object(item);
    for (const id of itemsOf(QueueId === void 0 ? item : QueueId)) {
      if (typeof id !== "string") throw new Error("<NonExistPIDs> of the answer does not hold ids");
      ids.push(id.trim());
    }
  }
  return ids;
}
function itemsOf(value) {
  const items = [];
  for (const item of Array.isArray(value) ? value : [value]) if (!isBlank(item)) items.push(item);
  return items;
}
function isBlank(value) {
  return value === void 0 || typeof value === "string" && !value.trim();
}

// src/endpoint.ts
var OPTIONS = { Bucket: ANY, Region: ANY, Domain: ANY };
function endpoint(options, target, Key) {
  const Bucket = check(
    "Bucket",
    target.Bucket || options.Bucket,
    /^[a-z\d][a-z\d-]*-\d+$/,
    "like examplebucket-1250000000"
  );
  const Region = check(
    "Region",
    target.Region || options.Region,
    /^[a-z\d][a-z\d-]*$/,
    "like ap-beijing"
  );
  const origin = options.Domain ? originOf(check("Domain", options.Domain, /^/, "a string"), Bucket, Region) : `https://${Bucket}.ci.${Region}.myqcloud.com`;
  return { Bucket, Region, Key, Url: `${origin}/${Key}` };
}
function originOf(domain, bucket, region) {
  const [, bucketname, appid] = bucket.match(/(.*)-(.*)/);
  const values = { bucket, bucketname, appid, region };
  const host = domain.replace(/\{(\w+)\}/g, (placeholder, name) => values[name.toLowerCase()] || placeholder).replace(/\/$/, "");
  const origin = /^https?:/i.test(host) ? host : `https://${host}`;
  return check("Domain", origin, /^https?:\/\/[a-z\d]([a-z\d.-]*[a-z\d])?(:\d{1,5})?$/i, "a host");
}

// src/redact.ts
var MAX_LENGTH = 1024;
var REDACTED = "[redacted]";
var NAME = "authorization|token|secret|signature|access[-_ ]?key";
function isSecretName(text) {
  return new RegExp(NAME, "i").test(text);
}
function secretIn(text) {
  return text.search(
    new RegExp(`(?:${NAME})[^]{0,80}?[\\w+/=%.~\\\\&#;-]{16}|q-(?:ak|sign|key|header|url)`, "i")
  );
}
function redact(text) {
  const at = secretIn(text.slice(0, 2 * MAX_LENGTH));
  return at < 0 ? text.slice(0, MAX_LENGTH) : text.slice(0, Math.min(at, MAX_LENGTH)) + REDACTED;
}
function redactUnreadable(text) {
  const beginning = text.slice(0, 2 * MAX_LENGTH);
  const isSecret = isSecretName(beginning) || secretIn(beginning) >= 0;
  return isSecret ? REDACTED : beginning.slice(0, MAX_LENGTH);
}
function redactHeaders(headers) {
  const kept = {};
  for (const name of Object.keys(headers)) {
    kept[name] = isSecretName(name) ? REDACTED : redact(`${headers[name]}`);
  }
  return kept;
}

// src/xml.ts
var PIECE = (
  // biome-ignore lint/suspicious/noControlCharactersInRegex: XML cannot hold them, or they break a line
  /<(?:([A-Za-z]\w*)(?:>([^<&\]\0-\x1F\uD800-\uDFFF\uFFFE\uFFFF]*)<\/\1>|\/>|(>))|\/([A-Za-z]\w*)>)[ \t\n]*/y
);
var SPACE = "[ \\t\\n]";
var EQUALS = `${SPACE}*=${SPACE}*`;
var NAME_START = ":A-Z_a-z\\xC0-\\xD6\\xD8-\\xF6\\xF8-\\u02FF\\u0370-\\u037D\\u037F-\\u1FFF\\u200C\\u200D\\u2070-\\u218F\\u2C00-\\u2FEF\\u3001-\\uDB7F\\uDC00-\\uDFFF\\uF900-\\uFDCF\\uFDF0-\\uFFFD";
var NAME2 = `[${NAME_START}][${NAME_START}\\d.\\xB7\\u0300-\\u036F\\u203F\\u2040-]*`;
var USUAL_DECLARATION = /^\uFEFF?(?:<\?xml version="1\.0"(?: encoding="[A-Za-z][\w-]*")?\?>|(?!<\?xml[ \t\n]))[ \t\n]*/;
var makeRarePiece = () => new RegExp(
  [
    // 1: a text
    "([^<]+)",
    // 2: the name of an end tag
    `</(${NAME2})${SPACE}*>`,
    // 3: the name of a start tag. 4: its attributes. 5: a slash, if the element is empty
    `<(${NAME2})((?:${SPACE}+${NAME2}${EQUALS}(?:"[^"<]*"|'[^'<]*'))*)${SPACE}*(/?)>`,
    // 6: the text of a CDATA section
    "<!\\[CDATA\\[([^]*?)]]>",
    // 7: a comment
    "<!--([^]*?)-->",
    // 8: the target of a processing instruction
    `<\\?(${NAME2})(?:${SPACE}[^]*?)?\\?>`
  ].join("|"),
  "y"
);
var makeDeclaration = () => new RegExp(
  `^\\uFEFF?<\\?xml${SPACE}+version${EQUALS}(["'])1\\.\\d+\\1(${SPACE}+encoding${EQUALS}(["'])[A-Za-z][\\w.-]*\\3)?(${SPACE}+standalone${EQUALS}(["'])(yes|no)\\5)?${SPACE}*\\?>`
);
var makeName = () => new RegExp(`^${NAME2}$`);
var ENTITIES = {
  "&amp;": "&",
  "&lt;": "<",
  "&gt;": ">",
  "&quot;": '"',
  "&apos;": "'"
};
var MAX_DEPTH = 32;
function areXmlCharacters(text) {
  return !/[^\t\n\r -\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u.test(text);
}
function isBlank2(text) {
  return !/[^ \t\n\r]/.test(text);
}
function readXml(source) {
  const xml = source.includes("\r") ? source.replace(/\r\n?/g, "\n") : source;
  const declaration = USUAL_DECLARATION.exec(xml) || makeDeclaration().exec(xml);
  if (!declaration) throw notWhole(xml, 0);
  let at = declaration[0].length;
  let rarePiece;
  let element = { name: "", children: void 0, text: "", outer: void 0, depth: 0 };
  PIECE.lastIndex = at;
  while (at < xml.length) {
    const piece = PIECE.exec(xml);
    let next;
    if (!piece) {
      if (!rarePiece) rarePiece = makeRarePiece();
      rarePiece.lastIndex = at;
      next = readRarePiece(element, rarePiece.exec(xml) || ["\0"]);
      PIECE.lastIndex = rarePiece.lastIndex;
    } else if (!piece[1]) {
      next = close(element, piece[4]);
    } else if (piece[3]) {
      next = open(element, piece[1], piece[0].slice(piece[1].length + 2));
    } else {
      next = add(element, piece[1], piece[2] || "");
    }
    if (!next) throw notWhole(xml, at);
    element = next;
    at = PIECE.lastIndex;
  }
  if (element.outer || !element.children) throw notWhole(xml, at);
  return element.children;
}
function notWhole(xml, at) {
  const where = at < xml.length ? `character ${at}` : "its end";
  return new Error(`the answer is not one whole XML document: it is wrong at ${where}`);
}
function add(element, name, value) {
  if (name === "__proto__") return element.outer ? element : void 0;
  let { children } = element;
  if (children && !element.outer) return void 0;
  if (!children) {
    children = {};
    element.children = children;
  }
  const earlier = children[name];
  if (earlier === void 0) children[name] = value;
  else if (Array.isArray(earlier)) earlier.push(value);
  else children[name] = hasOwn.call(children, name) ? [earlier, value] : value;
  return element;
}
function open(element, name, text) {
  const depth = element.depth + 1;
  if (depth > MAX_DEPTH) return void 0;
  return { name, children: void 0, text, outer: element, depth };
}
function close({ name, children, text, outer }, end) {
  if (end !== name || children && !isBlank2(text)) return void 0;
  return add(outer, name, children || text);
}
function readRarePiece(element, piece) {
  if (!areXmlCharacters(piece[0])) return void 0;
  if (piece[2]) return close(element, piece[2]);
  const start = piece[3];
  if (start) {
    const opened = open(element, start, "");
    if (!opened || piece[4] && !areDistinct(piece[4])) return void 0;
    return piece[5] ? close(opened, start) : opened;
  }
  let isRight;
  if (piece[1]) {
    isRight = element.outer ? !piece[1].includes("]]>") : isBlank2(piece[1]);
    element.text += piece[1].replace(/&(?:#\d+|#x[\da-fA-F]+|amp|lt|gt|quot|apos);/g, decode);
  } else if (piece[6] !== void 0) {
    isRight = element.outer !== void 0;
    element.text += piece[6];
  } else if (piece[8]) {
    isRight = piece[8].toLowerCase() !== "xml";
  } else {
    isRight = !/--|-$/.test(piece[7]);
  }
  return isRight ? element : void 0;
}
function areDistinct(attributes) {
  const names = attributes.replace(/"[^"]*"|'[^']*'/g, "").match(/[^ \t\n=]+/g);
  return new Set(names).size === names.length;
}
function decode(reference) {
  const code = Number(`0${reference.slice(2, -1)}`);
  const character = code <= 1114111 ? String.fromCodePoint(code) : ENTITIES[reference];
  return character && areXmlCharacters(character) ? character : reference;
}
var ESCAPES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", "\r": "&#xD;" };
function writeXml(name, value) {
  if (value === void 0) return "";
  if (Array.isArray(value)) return value.map((item) => writeXml(name, item)).join("");
  const content = typeof value === "object" ? Object.entries(value).map(([child, item]) => writeXml(child, item)) : [String(value).replace(/[&<>\r]/g, (character) => ESCAPES[character])];
  return `<${name}>${content.join("")}</${name}>`;
}
function isXml(name, text) {
  return (/^[A-Za-z]\w*$/.test(name) || makeName().test(name)) && areXmlCharacters(`${name} ${text}`);
}

// src/failure.ts
var ADVICE = Object.assign(/* @__PURE__ */ Object.create(null), {
  InvalidCredential: "check what getAuthorization gives",
  AccessDenied: "the key's policy must allow this action",
  RequestTimeTooSkewed: "check the device's clock"
});
var ERROR_FIELDS = ["Code", "Message", "Resource", "RequestId", "TraceId", "ServerTime"];
function toError({ kind, code, reason, request: request2, answer, error }) {
  const { Method: method, Url: url } = Object(request2);
  const { statusCode, headers, RequestId } = Object(answer);
  const kept = headers ? redactHeaders(headers) : void 0;
  const where = request2 ? [method, url, statusCode].filter(Boolean).join(" ") : "";
  const cause = redact(reason).replace(/\.$/, "");
  const message = [cause, ADVICE[code], where].filter(Boolean).join("; ");
  return new DocQueueError(kind, code, `${code}: ${message}`, {
    method,
    url,
    statusCode,
    headers: kept,
    RequestId: requestIdOf(kept) || RequestId || void 0,
    error
  });
}
function requestIdOf(headers) {
  const { "x-ci-request-id": ci, "x-cos-request-id": cos } = Object(headers);
  return ci || cos || "";
}
function sdkFailure(reason, from, request2) {
  const { statusCode, headers, error } = Object(reason);
  if (statusCode) return serviceFailure(error, { statusCode, headers }, request2);
  const text = textOf(reason);
  let kind = "network";
  let code = "NetworkError";
  let words = `${text}; is the host in the request 合法域名 of the mini program?`;
  const isCredential = /^(getAuthorization callback params|authorization error)/.test(text);
  if (from === "app") {
    words = `a before-send listener or a wrapped request threw ${text}`;
  } else if (from === "getAuthorization" || isCredential) {
    kind = "credential";
    code = "InvalidCredential";
    words = text;
  } else if (/time[ _-]?(d[ _-]?)?out/i.test(text)) {
    code = "Timeout";
    words = text;
  }
  return toError({ kind, code, reason: words, request: request2, error: redact(text) });
}
function textOf(reason) {
  const { name, message, errMsg, error } = Object(reason);
  const named = name && name !== "Error" && `${name}: ${message}`;
  const texts = [reason, named, message, errMsg, error];
  return texts.find((text) => text && typeof text === "string") || "no reason given";
}
function serviceFailure(error, answer, request2) {
  const document = readError(error);
  const { Code: code = "HttpError", Message: reason = "", RequestId } = Object(document);
  return toError({
    kind: "service",
    code,
    reason,
    request: request2,
    answer: Object.assign({ RequestId }, answer),
    error: document
  });
}
function readError(error) {
  const isRaw = Object.keys(Object(error)).join() === "body";
  const body = isRaw ? error.body : error;
  const document = Object(typeof body === "string" ? readDocument(body) : body);
  const fields = {};
  for (const name of ERROR_FIELDS) {
    const value = document[name] || document[name.toLowerCase()];
    if (value && typeof value === "string") fields[name] = redact(value.trim());
  }
  const isRead = fields.Code || fields.Message || typeof body !== "string";
  return isRead ? fields : redactUnreadable(body);
}
function readDocument(body) {
  try {
    const document = /^\s*\{/.test(body) ? JSON.parse(body) : readXml(body);
    return document.Error || document;
  } catch (e) {
    return void 0;
  }
}
function invalidResponse(reason, answer, more) {
  const failure2 = { kind: "response", code: "InvalidResponse", reason, answer };
  return toError(Object.assign(failure2, more));
}

// src/sdk.ts
var pending = /* @__PURE__ */ new Set();
var VERSION_OF_1_1_1 = "1.1.0";
var KEY_WAIT_MS = 6e5;
var DEFAULT_TIMEOUT_MS = 6e4;
var TIMEOUTS = 5;
var MAX_TIMER_MS = 2147483647;
function sdkRequest(cos, request2) {
  return new Promise((resolve, reject) => {
    const { Timeout } = Object(cos.options);
    const answerWait = TIMEOUTS * (Timeout > 0 ? Timeout : DEFAULT_TIMEOUT_MS);
    const params = forThisVersion(cos, request2);
    const own = { cos, url: params.Url, body: params.Body };
    let timer;
    function startTimer(wait) {
      clearTimeout(timer);
      const reason = { error: "timeout: the SDK did not call back" };
      timer = setTimeout(() => callback(reason), Math.min(wait, MAX_TIMER_MS));
    }
    function onSend({ url, body }) {
      if (url !== own.url || body !== own.body) return;
      for (const other of pending) {
        if (other !== own && other.cos === cos && other.url === url && other.body === body) return;
      }
      startTimer(answerWait);
    }
    function end() {
      clearTimeout(timer);
      pending.delete(own);
      if (cos.off) cos.off("before-send", onSend);
    }
    function callback(reason, answer) {
      end();
      if (answer && !reason) resolve(answer);
      else reject(failure(request2, reason));
    }
    pending.add(own);
    startTimer(KEY_WAIT_MS + answerWait);
    if (cos.on) cos.on("before-send", onSend);
    try {
      const returned = cos.request(params, callback);
      if (returned) {
        Promise.resolve(returned).then((answer) => {
          if (Object(answer).statusCode) callback(null, answer);
        }).catch(callback);
      }
    } catch (reason) {
      end();
      reject(failure(request2, reason, isAskingForKey(cos) ? "getAuthorization" : "app"));
    }
  });
}
function failure(request2, reason, from) {
  try {
    return sdkFailure(reason, from || (isThrown(reason) ? "app" : "sdk"), request2);
  } catch (e) {
    return sdkFailure("a value that cannot be read", "app", request2);
  }
}
function forThisVersion(cos, request2) {
  const params = Object.assign({ Query: {}, RawBody: true }, request2);
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
function isThrown(reason) {
  return kindOf(reason) === "Error" && !reason.error;
}
function isAskingForKey(cos) {
  const { getAuthorization, getSTS } = Object(cos.options);
  const isWrapped = Object.keys(cos).includes("request");
  return (getAuthorization || getSTS) && !isWrapped && !Object(cos._StsCache).length;
}

// src/request.ts
async function request(context, target, operation, read) {
  const sent = Object.assign({}, operation, endpoint(context.options, target, operation.Key));
  const answer = await sdkRequest(clientOf(context), sent);
  const { statusCode, Body } = answer;
  const headers = answer.headers || {};
  const text = typeof Body === "string" ? Body : "";
  let document;
  try {
    document = readXml(text);
    const [root] = Object.keys(document);
    if (root === "Response") {
      const response = read(document[root]);
      const RequestId = requestIdOf(headers) || response.RequestId || "";
      return { statusCode, headers, RequestId, Response: response };
    }
    if (root !== "Error") throw new Error(`the answer has no <Response> element, but <${root}>`);
  } catch (error) {
    const details = { request: sent, error: redactUnreadable(text) };
    throw invalidResponse(error.message, { statusCode, headers }, details);
  }
  throw serviceFailure(document.Error, { statusCode, headers }, sent);
}
function clientOf({ registered, self }) {
  if (Object.prototype.isPrototypeOf.call(registered, Object(self))) return self;
  if (Object(registered.constructor).prototype === registered) {
    throw invalidParameter(
      "docQueue was given COS.prototype, so its methods must be called on an instance: cos.describeDocProcessQueues()"
    );
  }
  return registered;
}

// src/describe.ts
var QUEUE_IDS = (path, value) => {
  const texts = joined(value);
  const trimmed2 = typeof texts === "string" ? texts.split(",").map((id) => id.trim()).join() : texts;
  return check(path, trimmed2, /^(?!,|.*,,)[\w,-]*[\w-]$/, "comma-separated queue ids");
};
var PARAMS = {
  Bucket: ANY,
  Region: ANY,
  QueueIds: QUEUE_IDS,
  State: STATE,
  PageNumber: COUNT,
  PageSize: COUNT
};
async function describeDocProcessQueues(context, params) {
  const fields = take(params, PARAMS);
  const { QueueIds, State, PageNumber, PageSize } = fields;
  const Query = {};
  if (QueueIds) Query.queueIds = QueueIds;
  if (State) Query.state = State;
  if (PageNumber) Query.pageNumber = PageNumber;
  if (PageSize) Query.pageSize = PageSize;
  return request(context, fields, { Method: "GET", Key: "docqueue", Query }, readList);
}

// src/paginate.ts
var PARAMS2 = { Bucket: ANY, Region: ANY, State: STATE, PageSize: COUNT };
function paginateDocProcessQueues(context, params) {
  let fields;
  try {
    fields = Object.assign({ PageSize: 100 }, take(params, PARAMS2));
  } catch (error) {
    return pagesOf(() => Promise.reject(error));
  }
  const seen = /* @__PURE__ */ new Set();
  let counted = 0;
  let PageNumber = 1;
  return pagesOf(async () => {
    const page = await describeDocProcessQueues(context, Object.assign({ PageNumber }, fields));
    const { QueueList, TotalCount = counted, PageSize = Number(fields.PageSize) } = page.Response;
    const before = seen.size;
    for (const { QueueId } of QueueList) seen.add(QueueId);
    counted = TotalCount;
    const isEmpty = seen.size === before;
    const isLast = isEmpty || seen.size === counted || seen.size > counted && QueueList.length < PageSize;
    if (isLast && seen.size < counted) {
      throw invalidResponse(`the list ended with ${seen.size} of ${counted} queues`, page);
    }
    PageNumber++;
    return { page: isEmpty && before > 0 ? void 0 : page, isLast };
  });
}
function pagesOf(read) {
  let isOver = false;
  let latest = Promise.resolve();
  async function readNext() {
    if (!isOver) {
      const { page, isLast } = await read();
      isOver = isLast;
      if (page) return { done: false, value: page };
    }
    return { done: true, value: void 0 };
  }
  return {
    next() {
      const next = latest.then(readNext, readNext);
      latest = next;
      return next;
    },
    [Symbol.asyncIterator]() {
      return this;
    }
  };
}
async function listAllDocProcessQueues(context, params) {
  const pages = paginateDocProcessQueues(context, params);
  const queues = /* @__PURE__ */ new Map();
  for (let page = await pages.next(); !page.done; page = await pages.next()) {
    for (const queue of page.value.Response.QueueList) queues.set(queue.QueueId, queue);
  }
  return Array.from(queues.values());
}

// src/get.ts
var QUEUE_PARAMS = { Bucket: ANY, Region: ANY, QueueId: ANY };
async function getDocProcessQueue(context, params) {
  const { QueueId: id, Bucket, Region } = take(params, QUEUE_PARAMS);
  const QueueId = checkId(id);
  const target = { Bucket, Region };
  const byId = await describeDocProcessQueues(
    context,
    Object.assign({ QueueIds: QueueId }, target)
  );
  const found = recordIn(byId, QueueId);
  if (found && isWhole(found.Response.Queue)) return found;
  if (!found) {
    const reason = `there is no queue ${QueueId}`;
    throw toError({ kind: "service", code: "QueueNotFound", reason, answer: byId });
  }
  const pages = paginateDocProcessQueues(context, target);
  for (let page = await pages.next(); !page.done; page = await pages.next()) {
    const listed = recordIn(page.value, QueueId);
    if (listed) return listed;
  }
  throw invalidResponse(
    `queue ${QueueId} is not in the list, and its own record is incomplete`,
    byId
  );
}
function recordIn({ statusCode, headers, RequestId, Response }, id) {
  const Queue = Response.QueueList.find(({ QueueId }) => QueueId === id);
  return Queue && { statusCode, headers, RequestId, Response: { RequestId, Queue } };
}
function isWhole({
  Name,
  State,
  NotifyConfig: { Url, Event, Type, State: isOn }
}) {
  return ![Name, State, Url, Event, Type, isOn].includes(void 0);
}

// src/settings.ts
var SETTING = (path, value, name) => {
  const text = value === "" ? value : check(path, value, /^/, "a string");
  if (!isXml(name, text)) throw invalidParameter(`XML cannot hold ${path}: ${shown(value)}`);
  return text;
};
var NOTIFY_CONFIG2 = {
  Url: SETTING,
  State: (path, value) => check(path, value, /^(On|Off)$/, "On or Off"),
  Type: SETTING,
  Event: (path, value, name) => SETTING(path, joined(value), name),
  ResultFormat: SETTING
};
var PARAMS3 = {
  // It must not be empty.
  Name: (path, value, name) => SETTING(path, check(path, value, /^/, "a string"), name),
  State: STATE,
  NotifyConfig: (path, value) => take(value, NOTIFY_CONFIG2, SETTING, `${path}.`),
  // The others are no settings: where the queue is, and what the service alone decides.
  Bucket: ANY,
  Region: ANY,
  QueueId: ANY,
  MaxSize: ANY,
  MaxConcurrent: ANY,
  CreateTime: ANY,
  UpdateTime: ANY,
  BucketId: ANY,
  BucketName: ANY,
  Category: ANY
};
function takeSettings(params) {
  const fields = take(params, PARAMS3, SETTING);
  const { QueueId, Bucket, Region } = fields;
  const target = { Bucket, Region };
  return { QueueId: checkId(QueueId), target, settings: settingsOf(fields) };
}
function settingsOf(record) {
  const settings = {};
  for (const name of Object.keys(record)) {
    if (PARAMS3[name] !== ANY) settings[name] = record[name];
  }
  return settings;
}
function merge(settings, changes) {
  const NotifyConfig = Object.assign({}, settings.NotifyConfig, changes.NotifyConfig);
  return Object.assign({}, settings, changes, { NotifyConfig });
}
function bodyOf(QueueID, settings) {
  const { Name, State, NotifyConfig } = settings;
  const config = Object.assign({ Url: void 0, State: void 0, Type: void 0 }, NotifyConfig);
  return writeXml(
    "Request",
    Object.assign({ Name, QueueID, State }, settings, { NotifyConfig: config })
  );
}

// src/update.ts
async function updateDocProcessQueue(context, params) {
  const { QueueId, target, settings } = takeSettings(params);
  const missing = ["Name", "State", "NotifyConfig"].find((name) => !(name in settings));
  if (missing) throw invalidParameter(`${missing} is missing: an update replaces all settings`);
  return writeSettings(context, target, QueueId, settings);
}
function writeSettings(context, target, QueueId, settings) {
  const operation = {
    Method: "PUT",
    Key: `docqueue/${QueueId}`,
    Headers: { "Content-Type": "application/xml" },
    Body: bodyOf(QueueId, settings)
  };
  return request(context, target, operation, readRecord);
}

// src/patch.ts
async function patchDocProcessQueue(context, params) {
  const { QueueId, target, settings: changes } = takeSettings(params);
  if (bodyOf(QueueId, changes) === bodyOf(QueueId, {})) {
    throw invalidParameter(
      "there is nothing to change: give Name, State or a field of NotifyConfig"
    );
  }
  const current = await getDocProcessQueue(context, Object.assign({ QueueId }, target));
  const before = settingsOf(current.Response.Queue);
  const after = merge(before, changes);
  if (bodyOf(QueueId, after) === bodyOf(QueueId, before)) return current;
  if (!after.Name || !after.State) {
    throw invalidResponse(
      `queue ${QueueId} cannot be written back without its Name and State`,
      current
    );
  }
  return writeSettings(context, target, QueueId, after);
}
async function pauseDocProcessQueue(context, params) {
  return setState(context, params, DocQueueState.Paused);
}
async function resumeDocProcessQueue(context, params) {
  return setState(context, params, DocQueueState.Active);
}
function setState(context, params, State) {
  const { QueueId, Bucket, Region } = take(params, QUEUE_PARAMS);
  return patchDocProcessQueue(context, { QueueId, Bucket, Region, State });
}

// src/index.ts
function docQueue(cos, options) {
  if (!isClient(cos)) {
    throw invalidParameter(
      `docQueue needs a cos-wx-sdk-v5 client, as in docQueue(new COS({ … })), not ${shown(cos)}`
    );
  }
  const defaults = take(options != null ? options : {}, OPTIONS);
  const contextOf = (self) => ({ registered: cos, self, options: defaults });
  const method = (operation) => function(first, second) {
    const isAlone = typeof first === "function";
    const params = isAlone ? {} : first != null ? first : {};
    return deliver(operation(contextOf(this), params), isAlone ? first : second);
  };
  const describe = method(describeDocProcessQueues);
  const update = method(updateDocProcessQueue);
  const methods = {
    describeDocProcessQueues: describe,
    describeDocProcessQueue: describe,
    getDocProcessQueue: method(getDocProcessQueue),
    updateDocProcessQueue: update,
    updateProcessQueue: update,
    patchDocProcessQueue: method(patchDocProcessQueue),
    pauseDocProcessQueue: method(pauseDocProcessQueue),
    resumeDocProcessQueue: method(resumeDocProcessQueue),
    listAllDocProcessQueues: method(listAllDocProcessQueues),
    paginateDocProcessQueues(params) {
      return paginateDocProcessQueues(contextOf(this), params != null ? params : {});
    }
  };
  try {
    return Object.assign(cos, methods);
  } catch (e) {
    throw invalidParameter(
      "docQueue cannot add its methods to this client: it is frozen or sealed"
    );
  }
}
function deliver(outcome, callback) {
  if (typeof callback !== "function") return outcome;
  outcome.then(
    (data) => callback(null, data),
    (error) => callback(error)
  );
  return void 0;
}
function isClient(value) {
  return typeof Object(value).request === "function";
}

// <stdin>
Object.defineProperty(exports, "__esModule", { value: true });
exports.docQueue = docQueue;
exports.DocQueueError = DocQueueError;
exports.DocQueueState = DocQueueState;
exports.isDocQueueError = isDocQueueError;
