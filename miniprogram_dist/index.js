/*! cos-wx-docqueue 1.0.0, MIT licence */
'use strict';

// src/errors.ts
var DocQueueError = class extends Error {
  constructor(kind, code, message, details = {}) {
    super(message);
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
function kindOf(value) {
  return Object.prototype.toString.call(value).slice(8, -1);
}

// src/params.ts
var STATE = [/^(Active|Paused)$/, "Active or Paused"];
var COUNT = [/^[1-9]\d{0,8}$/, "a whole number from 1"];
var QUEUE_ID = [/^[\w-]+$/, "a queue id"];
var TEXT = [/^/, "a string"];
function invalidParameter(message) {
  return new DocQueueError("param", "InvalidParameter", `InvalidParameter: ${message}`);
}
function check(name, value, [pattern, expected]) {
  const text2 = Number.isFinite(value) ? `${value}` : value;
  if (isGiven(text2) && typeof text2 === "string" && pattern.test(text2)) return text2;
  const isMissing = value === void 0 || value === "";
  const found = isMissing ? "is missing" : `must be ${expected}, not ${shown(value)}`;
  throw invalidParameter(`${name} ${found}`);
}
function shown(value) {
  const isText = typeof value === "string" || typeof value === "number";
  return isText ? JSON.stringify(`${value}`.slice(0, 60)) : kindOf(value);
}
function isGiven(value) {
  return value !== void 0 && value !== null && value !== "";
}
function take(params, known, others = false, parent = "") {
  const fields = {};
  try {
    const kind = kindOf(params);
    if (kind !== "Object") {
      const what = parent.slice(0, -1) || "parameters";
      throw invalidParameter(`${what} must be an object, not ${kind}`);
    }
    for (const name of Object.keys(params)) {
      if (name === "__proto__") throw invalidParameter(`there is no parameter ${parent}${name}`);
      const value = params[name];
      if (value !== void 0) fields[name] = isList(name, value) ? value.join() : value;
    }
  } catch (error) {
    if (isDocQueueError(error)) throw error;
    const thrown = kindOf(error) === "Error" ? error : shown(error);
    throw invalidParameter(`reading the parameters threw ${thrown}`);
  }
  for (const name of Object.keys(fields)) {
    if (known.includes(name)) continue;
    const meant = known.find((other) => other.toLowerCase() === name.toLowerCase());
    const hint = meant ? `did you mean ${parent}${meant}?` : `the names are ${known.join(", ")}`;
    if (meant || !others) throw invalidParameter(`there is no parameter ${parent}${name}: ${hint}`);
  }
  return fields;
}
function isList(name, value) {
  const isArray = Array.isArray(value) && value.length > 0 && /^(QueueIds|Event)$/.test(name);
  return isArray && value.every((item) => typeof item === "string");
}

// src/endpoint.ts
var TARGET = ["Bucket", "Region"];
var BUCKET = [/^[a-z\d][a-z\d-]*-\d+$/, "like examplebucket-1250000000"];
var REGION = [/^[a-z\d][a-z\d-]*$/, "like ap-beijing"];
var ORIGIN = [/^https?:\/\/[a-z\d]([a-z\d.-]*[a-z\d])?(:\d{1,5})?$/i, "a host"];
function endpoint(options, target, Key) {
  const Bucket = check("Bucket", target.Bucket || options.Bucket, BUCKET);
  const Region = check("Region", target.Region || options.Region, REGION);
  const origin = options.Domain ? originOf(check("Domain", options.Domain, TEXT), Bucket, Region) : `https://${Bucket}.ci.${Region}.myqcloud.com`;
  return { Bucket, Region, Key, Url: `${origin}/${Key}` };
}
function originOf(domain, bucket, region) {
  const [, bucketname, appid] = bucket.match(/(.*)-(.*)/);
  const values = { bucket, bucketname, appid, region };
  const host = domain.replace(/\{(\w+)\}/g, (placeholder, name) => values[name.toLowerCase()] || placeholder).replace(/\/$/, "");
  return check("Domain", /^https?:/i.test(host) ? host : `https://${host}`, ORIGIN);
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
var text = (value) => value;
var trimmed = (value) => value.trim();
var count = (value) => {
  const number = Number(value);
  return value.trim() && Number.isSafeInteger(number) ? number : void 0;
};
var time = (value) => {
  const written = value.trim();
  const hasZone = /^[+-]\d{4}$/.test(written.slice(-5));
  return hasZone ? `${written.slice(0, -2)}:${written.slice(-2)}` : written;
};
function readers(documented) {
  return Object.assign(/* @__PURE__ */ Object.create(null), documented);
}
var READ_RESPONSE = readers({
  RequestId: trimmed,
  TotalCount: count,
  PageNumber: count,
  PageSize: count
});
var READ_QUEUE = readers({
  QueueId: trimmed,
  // Samples of older services spell it so.
  QueueID: trimmed,
  Name: text,
  State: trimmed,
  MaxSize: count,
  MaxConcurrent: count,
  CreateTime: time,
  UpdateTime: time,
  BucketId: trimmed,
  Category: text
});
var READ_NOTIFY_CONFIG = readers({
  Url: text,
  Event: text,
  Type: text,
  State: trimmed,
  ResultFormat: text
});
function readList(response) {
  const fields = readFields("Response", response, READ_RESPONSE);
  const elements = Object.assign({ RequestId: "" }, response);
  const isList2 = "QueueList" in elements || "NonExistPIDs" in elements || "TotalCount" in elements;
  if (!isList2 && Object.keys(elements).length > 1)
    throw new Error("the answer is not a list of queues");
  const QueueList = [];
  for (const item of itemsOf(fields.QueueList)) QueueList.push(readQueue("QueueList", item));
  return Object.assign(fields, { QueueList, NonExistPIDs: readIds(fields.NonExistPIDs) });
}
function readRecord(response) {
  const fields = readFields("Response", response, READ_RESPONSE);
  return Object.assign(fields, { Queue: readQueue("Queue", fields.Queue) });
}
function readQueue(element, value) {
  const fields = readFields(element, value, READ_QUEUE);
  const { QueueID, QueueId = QueueID, NotifyConfig = "" } = fields;
  delete fields.QueueID;
  if (!QueueId) throw new Error(`<${element}> of the answer has no <QueueId>`);
  return Object.assign(fields, {
    QueueId,
    NotifyConfig: isBlank(NotifyConfig) ? {} : readFields("NotifyConfig", NotifyConfig, READ_NOTIFY_CONFIG)
  });
}
function readFields(element, value, readers2) {
  if (kindOf(value) !== "Object")
    throw new Error(`<${element}> of the answer is not one element with children`);
  const fields = {};
  for (const name of Object.keys(value)) {
    const content = value[name];
    const read = readers2[name];
    if (read && typeof content !== "string") {
      throw new Error(`<${name}> in <${element}> of the answer is not one string`);
    }
    const field = read ? read(content) : content;
    if (field !== void 0) fields[name] = field;
  }
  return fields;
}
function readIds(value) {
  const ids = [];
  for (const item of itemsOf(value)) {
    const { QueueID, QueueId = QueueID } = Object(item);
    for (const id of QueueId === void 0 ? [item] : itemsOf(QueueId)) {
      if (typeof id !== "string") throw new Error("<NonExistPIDs> of the answer does not hold ids");
      ids.push(id.trim());
    }
  }
  return ids;
}
function itemsOf(value) {
  const items = [];
  for (const item of Array.isArray(value) ? value : [value]) {
    if (item !== void 0 && !isBlank(item)) items.push(item);
  }
  return items;
}
function isBlank(value) {
  return typeof value === "string" && !value.trim();
}

// src/redact.ts
var MAX_LENGTH = 1024;
var REDACTED = "[redacted]";
var NAME = "authorization|token|secret|signature|access-?key";
var SECRET_NAME = new RegExp(NAME, "i");
var SECRET = new RegExp(
  `(?:${NAME})[^]{0,80}?[\\w+/=%.~\\\\&#;-]{16}|q-(?:ak|sign|key|header|url)`,
  "i"
);
function redact(text2) {
  const at = text2.slice(0, 2 * MAX_LENGTH).search(SECRET);
  return at < 0 ? text2.slice(0, MAX_LENGTH) : text2.slice(0, Math.min(at, MAX_LENGTH)) + REDACTED;
}
function redactUnreadable(text2) {
  const beginning = text2.slice(0, 2 * MAX_LENGTH);
  const isSecret = SECRET_NAME.test(beginning) || SECRET.test(beginning);
  return isSecret ? REDACTED : beginning.slice(0, MAX_LENGTH);
}
function redactHeaders(headers) {
  const kept = {};
  for (const name of Object.keys(headers)) {
    kept[name] = SECRET_NAME.test(name) ? REDACTED : redact(`${headers[name]}`);
  }
  return kept;
}

// src/xml.ts
var NOT_XML = /[^\t\n\r -\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u;
var NOT_BLANK = /[^ \t\n\r]/;
var SPACE = "[ \\t\\n]";
var EQUALS = `${SPACE}*=${SPACE}*`;
var NAME2 = `[^ \\t\\n<>/"'=&!?]+`;
var PIECE = new RegExp(
  [
    // 1: the name of an element that holds only text. 2: the text
    `${SPACE}*<([A-Za-z]\\w*)(?:/>|>([^<&\\]\\0-\\x08\\v\\f\\x0E-\\x1F\\uD800-\\uDFFF\\uFFFE\\uFFFF]*)</\\1>)`,
    // 3: a text
    "([^<]+)",
    // 4: the name of an end tag
    `</(${NAME2})${SPACE}*>`,
    // 5: the name of a start tag. 6: its attributes. 7: a slash, if the element is empty
    `<(${NAME2})((?:${SPACE}+${NAME2}${EQUALS}(?:"[^"<]*"|'[^'<]*'))*)${SPACE}*(/?)>`,
    // 8: the text of a CDATA section
    "<!\\[CDATA\\[([^]*?)]]>",
    // 9: a comment
    "<!--([^]*?)-->",
    // 10: the target of a processing instruction
    `<\\?(${NAME2})(?:${SPACE}[^]*?)?\\?>`
  ].join("|"),
  "y"
);
var DECLARATION = new RegExp(
  `^\\uFEFF?(<\\?xml${SPACE}+version${EQUALS}(["'])1\\.\\d+\\2(${SPACE}+encoding${EQUALS}(["'])[A-Za-z][\\w.-]*\\4)?(${SPACE}+standalone${EQUALS}(["'])(yes|no)\\6)?${SPACE}*\\?>)?`
);
var REFERENCE = /&(?:#\d+|#x[\da-fA-F]+|amp|lt|gt|quot|apos);/g;
var ENTITIES = {
  "&amp;": "&",
  "&lt;": "<",
  "&gt;": ">",
  "&quot;": '"',
  "&apos;": "'"
};
var MAX_DEPTH = 32;
function readXml(source) {
  const xml = source.includes("\r") ? source.replace(/\r\n?/g, "\n") : source;
  let at = DECLARATION.exec(xml)[0].length;
  let name = "";
  let children;
  const outer = [];
  let text2 = "";
  function must(holds) {
    if (holds) return;
    const where = at < xml.length ? `character ${at}` : "its end";
    throw new Error(`the answer is not one whole XML document: it is wrong at ${where}`);
  }
  function add(child, value) {
    if (!name) must(!children);
    if (text2) must(!NOT_BLANK.test(text2));
    text2 = "";
    if (!children) children = {};
    addField(children, child, value);
  }
  function open(start, attributes) {
    must(isName(start) && outer.push({ name, children }) <= MAX_DEPTH);
    if (text2) must(!NOT_BLANK.test(text2));
    if (attributes) must(areAttributes(attributes));
    name = start;
    children = void 0;
    text2 = "";
  }
  function close(end) {
    must(end === name && !(text2 && children && NOT_BLANK.test(text2)));
    const value = children || text2;
    ({ name, children } = outer.pop());
    text2 = "";
    add(end, value);
  }
  PIECE.lastIndex = at;
  while (at < xml.length) {
    const piece = PIECE.exec(xml) || [];
    if (piece[1]) {
      add(piece[1], piece[2] || "");
    } else if (piece[4]) {
      close(piece[4]);
    } else if (piece[5]) {
      open(piece[5], piece[6] || "");
      if (piece[7]) close(name);
    } else {
      must(piece[0] && !NOT_XML.test(piece[0]));
      if (piece[3]) {
        must(name ? !piece[3].includes("]]>") : !NOT_BLANK.test(piece[3]));
        text2 += piece[3].replace(REFERENCE, decode);
      } else if (piece[8] !== void 0) {
        must(name);
        text2 += piece[8];
      } else if (piece[10]) {
        must(isName(piece[10]) && piece[10].toLowerCase() !== "xml");
      } else {
        must(!/--|-$/.test(piece[9]));
      }
    }
    at = PIECE.lastIndex;
  }
  must(!name && children);
  return children;
}
function areAttributes(attributes) {
  if (NOT_XML.test(attributes)) return false;
  const names = attributes.replace(/=\s*("[^"]*"|'[^']*')/g, "").match(/\S+/g);
  return names.every(isName) && new Set(names).size === names.length;
}
var NAME_START = ":A-Z_a-z\\xC0-\\xD6\\xD8-\\xF6\\xF8-\\u02FF\\u0370-\\u037D\\u037F-\\u1FFF\\u200C\\u200D\\u2070-\\u218F\\u2C00-\\u2FEF\\u3001-\\uDB7F\\uDC00-\\uDFFF\\uF900-\\uFDCF\\uFDF0-\\uFFFD";
var NAME_REST = "\\d.\\xB7\\u0300-\\u036F\\u203F\\u2040-";
var anyName;
function isName(name) {
  if (/^[A-Za-z]\w*$/.test(name)) return true;
  if (!anyName) anyName = new RegExp(`^[${NAME_START}][${NAME_START}${NAME_REST}]*$`);
  return anyName.test(name) && !NOT_XML.test(name);
}
var hasOwn = Object.prototype.hasOwnProperty;
function addField(fields, name, value) {
  const earlier = fields[name];
  if (earlier === void 0) fields[name] = value;
  else if (Array.isArray(earlier)) earlier.push(value);
  else fields[name] = hasOwn.call(fields, name) ? [earlier, value] : value;
}
function decode(reference) {
  const code = Number(`0${reference.slice(2, -1)}`);
  const character = code <= 1114111 ? String.fromCodePoint(code) : ENTITIES[reference];
  return !character || NOT_XML.test(character) ? reference : character;
}
var ESCAPES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", "\r": "&#xD;" };
function writeXml(name, value) {
  if (value === void 0) return "";
  if (Array.isArray(value)) return value.map((item) => writeXml(name, item)).join("");
  const content = typeof value === "object" ? Object.entries(value).map(([child, item]) => writeXml(child, item)) : [String(value).replace(/[&<>\r]/g, (character) => ESCAPES[character])];
  return `<${name}>${content.join("")}</${name}>`;
}
function isXml(name, text2) {
  return isName(name) && !NOT_XML.test(text2);
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
  const text2 = textOf(reason);
  let kind = "network";
  let code = "NetworkError";
  let words = `${text2}; is the host in the request 合法域名 of the mini program?`;
  const isCredential = kindOf(reason) === "Error" || typeof reason === "string";
  if (from === "app") {
    words = `a before-send listener or a wrapped request threw ${text2}`;
  } else if (from === "getAuthorization" || isCredential) {
    kind = "credential";
    code = "InvalidCredential";
    words = text2;
  } else if (/time[ _-]?(d[ _-]?)?out/i.test(text2)) {
    code = "Timeout";
    words = text2;
  }
  return toError({ kind, code, reason: words, request: request2, error: redact(text2) });
}
function textOf(reason) {
  const { name, message, errMsg, error } = Object(reason);
  const named = name && name !== "Error" && `${name}: ${message}`;
  const texts = [reason, named, message, errMsg, error];
  return texts.find((text2) => text2 && typeof text2 === "string") || "no reason given";
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
  const failure = { kind: "response", code: "InvalidResponse", reason, answer };
  return toError(Object.assign(failure, more));
}

// src/sdk.ts
var VERSION_OF_1_1_1 = "1.1.0";
var KEY_WAIT_MS = 6e5;
var DEFAULT_TIMEOUT_MS = 6e4;
var TIMEOUTS = 5;
var MAX_TIMER_MS = 2147483647;
function sdkRequest(cos, request2) {
  return new Promise((resolve) => {
    const { Timeout } = Object(cos.options);
    const answerWait = TIMEOUTS * (Timeout > 0 ? Timeout : DEFAULT_TIMEOUT_MS);
    let timer;
    let isOver = false;
    function startTimer(wait) {
      clearTimeout(timer);
      const reason = { error: "timeout: the SDK did not call back" };
      timer = setTimeout(() => callback(reason), Math.min(wait, MAX_TIMER_MS));
    }
    function onSend({ url, body }) {
      if (body === request2.Body && `${url}`.includes(request2.Key)) startTimer(answerWait);
    }
    function end(outcome) {
      if (isOver) return;
      isOver = true;
      clearTimeout(timer);
      if (cos.off) cos.off("before-send", onSend);
      resolve(outcome());
    }
    function callback(reason, answer) {
      end(() => answer && !reason ? answer : failed(request2, reason));
    }
    startTimer(KEY_WAIT_MS + answerWait);
    if (cos.on) cos.on("before-send", onSend);
    try {
      const returned = cos.request(forThisVersion(cos, request2), callback);
      if (typeof Object(returned).then === "function") {
        returned.then((answer) => {
          if (Object(answer).statusCode) callback(null, answer);
        }, callback);
      }
    } catch (reason) {
      end(() => failed(request2, reason, isAskingForKey(cos) ? "getAuthorization" : "app"));
    }
  });
}
async function failed(request2, reason, from) {
  let error;
  try {
    error = sdkFailure(reason, from || (isThrown(reason) ? "app" : "sdk"), request2);
  } catch (e) {
    error = sdkFailure("a value that cannot be read", "app", request2);
  }
  throw error;
}
function forThisVersion(cos, request2) {
  const params = Object.assign({ Query: {}, RawBody: true }, request2);
  if (Object(cos.constructor).version === VERSION_OF_1_1_1) {
    const pairs = Object.entries(params.Query).map(
      (pair) => pair.map(encodeURIComponent).join("=")
    );
    params.Url = [params.Url].concat(pairs.join("&") || []).join("?");
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
async function request({ client, options }, target, operation, read) {
  const sent = Object.assign({}, operation, endpoint(options, target, operation.Key));
  const answer = await sdkRequest(client, sent);
  const { statusCode, Body = "" } = answer;
  const headers = answer.headers || {};
  let document;
  try {
    document = readXml(`${Body}`);
    const [root] = Object.keys(document);
    if (root === "Response") {
      const response = read(document[root]);
      const RequestId = requestIdOf(headers) || response.RequestId || "";
      return { statusCode, headers, RequestId, Response: response };
    }
    if (root !== "Error") throw new Error(`the answer has no <Response> element, but <${root}>`);
  } catch (error) {
    const details = { request: sent, error: redactUnreadable(`${Body}`) };
    throw invalidResponse(error.message, { statusCode, headers }, details);
  }
  throw serviceFailure(document.Error, { statusCode, headers }, sent);
}

// src/describe.ts
async function describeDocProcessQueues(context, params) {
  const fields = take(params, [...TARGET, "QueueIds", "State", "PageNumber", "PageSize"]);
  const { QueueIds, State, PageNumber, PageSize } = fields;
  const Query = {};
  if (isGiven(QueueIds)) Query.queueIds = idsOf(QueueIds);
  if (isGiven(State)) Query.state = check("State", State, STATE);
  if (isGiven(PageNumber)) Query.pageNumber = check("PageNumber", PageNumber, COUNT);
  if (isGiven(PageSize)) Query.pageSize = check("PageSize", PageSize, COUNT);
  return request(context, fields, { Method: "GET", Key: "docqueue", Query }, readList);
}
function idsOf(ids) {
  const given = typeof ids === "string" ? ids.split(",").map((id) => id.trim()).join() : ids;
  return check("QueueIds", given, QUEUE_IDS);
}
var QUEUE_IDS = [/^(?!,|.*,,)[\w,-]*[\w-]$/, "comma-separated queue ids"];

// src/paginate.ts
function paginateDocProcessQueues(context, params) {
  const fields = take(params, [...TARGET, "State", "PageSize"]);
  const PageSize = isGiven(fields.PageSize) ? fields.PageSize : 100;
  const seen = /* @__PURE__ */ new Set();
  let counted = 0;
  let PageNumber = 0;
  let isLast = false;
  return pagesOf(async () => {
    if (isLast) return { done: true, value: void 0 };
    PageNumber++;
    const page = await describeDocProcessQueues(
      context,
      Object.assign({}, fields, { PageNumber, PageSize })
    );
    const { QueueList, TotalCount = counted, PageSize: full = Number(PageSize) } = page.Response;
    const before = seen.size;
    for (const { QueueId } of QueueList) seen.add(QueueId);
    counted = TotalCount;
    const isEmpty = seen.size === before;
    isLast = isEmpty || seen.size === counted || seen.size > counted && QueueList.length < full;
    if (isLast && seen.size < counted) {
      throw invalidResponse(`the list ended with ${seen.size} of ${counted} queues`, page);
    }
    return isEmpty && PageNumber > 1 ? { done: true, value: void 0 } : { done: false, value: page };
  });
}
function failedPages(error) {
  return pagesOf(() => Promise.reject(error));
}
function pagesOf(read) {
  let failed2 = false;
  let latest = Promise.resolve();
  async function readNext() {
    if (failed2) return { done: true, value: void 0 };
    failed2 = true;
    const next = await read();
    failed2 = false;
    return next;
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
var QUEUE_PARAMS = [...TARGET, "QueueId"];
async function getDocProcessQueue(context, params) {
  const { QueueId: id, Bucket, Region } = take(params, QUEUE_PARAMS);
  const QueueId = check("QueueId", id, QUEUE_ID);
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
var NO_SETTINGS = [
  ...QUEUE_PARAMS,
  "MaxSize",
  "MaxConcurrent",
  "CreateTime",
  "UpdateTime",
  "BucketId",
  "BucketName",
  "Category"
];
var PARAMS = [...NO_SETTINGS, "Name", "State", "NotifyConfig"];
var NOTIFY_CONFIG = ["Url", "State", "Type", "Event", "ResultFormat"];
var ON_OR_OFF = [/^(On|Off)$/, "On or Off"];
function takeSettings(params) {
  const fields = take(params, PARAMS, true);
  const QueueId = check("QueueId", fields.QueueId, QUEUE_ID);
  const settings = settingsOf(fields);
  if ("State" in settings) check("State", settings.State, STATE);
  if ("Name" in settings) check("Name", settings.Name, TEXT);
  if ("NotifyConfig" in settings) {
    const config = take(settings.NotifyConfig, NOTIFY_CONFIG, true, "NotifyConfig.");
    if ("State" in config) check("NotifyConfig.State", config.State, ON_OR_OFF);
    settings.NotifyConfig = config;
  }
  checkTexts(settings);
  const { Bucket, Region } = fields;
  return { QueueId, target: { Bucket, Region }, settings };
}
function checkTexts(settings, parent = "") {
  for (const [name, value] of Object.entries(settings)) {
    const path = parent + name;
    if (path === "NotifyConfig") checkTexts(value, "NotifyConfig.");
    else if (value !== "") check(path, value, TEXT);
    if (!isXml(name, `${value}`))
      throw invalidParameter(`XML cannot hold ${path}: ${shown(value)}`);
  }
}
function settingsOf(record) {
  const settings = Object.assign({}, record);
  for (const name of NO_SETTINGS) delete settings[name];
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
  if (!isGiven(after.Name) || !isGiven(after.State)) {
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
  const defaults = take(options != null ? options : {}, [...TARGET, "Domain"]);
  const contextOf = (self) => ({
    client: clientOf(cos, self),
    options: defaults
  });
  const method = (operation) => function(...args) {
    const [params, callback] = typeof args[0] === "function" ? [void 0, args[0]] : args;
    const run = async () => operation(contextOf(this), params != null ? params : {});
    return deliver(run(), callback);
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
      try {
        return paginateDocProcessQueues(contextOf(this), params != null ? params : {});
      } catch (error) {
        return failedPages(error);
      }
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
function clientOf(registered, self) {
  if (Object.prototype.isPrototypeOf.call(registered, Object(self))) return self;
  if (Object(registered.constructor).prototype === registered) {
    throw invalidParameter(
      "docQueue was given COS.prototype, so its methods must be called on an instance: cos.describeDocProcessQueues()"
    );
  }
  return registered;
}

// <stdin>
Object.defineProperty(exports, "__esModule", { value: true });
exports.docQueue = docQueue;
exports.DocQueueError = DocQueueError;
exports.DocQueueState = DocQueueState;
exports.isDocQueueError = isDocQueueError;
