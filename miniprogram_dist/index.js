/* cos-wx-docqueue 1.0.0, MIT licence. It holds a copy of saxen, whose licence is:

The MIT License (MIT)
Copyright (c) 2012 Vopilovskii Konstantin   <flash.vkv@gmail.com>
Copyright (c) 2017-present Nico Rehwaldt

Permission is hereby granted, free of charge, to any person obtaining a copy of
this software and associated documentation files (the "Software"), to deal in
the Software without restriction, including without limitation the rights to
use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies
of the Software, and to permit persons to whom the Software is furnished to do
so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all
copies or substantial portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR
IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY,
FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE
AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER
LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM,
OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE
SOFTWARE.
*/
'use strict';

Object.defineProperty(exports, '__esModule', { value: true });

class DocQueueError extends Error {
  constructor(kind, code, message, details = {}) {
    super(message);
    this.name = "DocQueueError";
    this.kind = kind;
    this.code = code;
    Object.assign(this, details);
  }
}
function isDocQueueError(value) {
  return kindOf(value) === "Error" && value.name === "DocQueueError";
}
function kindOf(value) {
  return Object.prototype.toString.call(value).slice(8, -1);
}

function invalidParameter(message) {
  return new DocQueueError("param", "InvalidParameter", message);
}
function check(name, value, pattern, expected) {
  const text = typeof value === "number" ? `${value}` : value;
  if (typeof text === "string" && pattern.test(text)) return text;
  const shown = typeof text === "string" ? JSON.stringify(text.slice(0, 60)) : kindOf(value);
  throw invalidParameter(`${name} must be ${expected}, not ${shown}`);
}
function isGiven(value) {
  return value != null && value !== "";
}
function checkObject(value, name = "The first parameter") {
  check(name, kindOf(value), /^Object$/, "an object");
  return value;
}
const STATE = [/^(Active|Paused)$/, "Active or Paused"];
const COUNT = [/^[1-9]\d{0,8}$/, "a whole number from 1"];
const QUEUE_ID = [/^[\w-]+$/, "the id of a queue"];

const DocQueueState = {
  /** Jobs are taken from the queue and run. */
  Active: "Active",
  /** Submitted jobs wait; running ones finish. */
  Paused: "Paused"
};
function readList(response) {
  const list = readFields(response);
  list.QueueList = repeated(list.QueueList).map(readQueue$1);
  const ids = repeated(list.NonExistPIDs).map(
    (item) => {
      var _a, _b;
      return repeated((_b = (_a = item.QueueID) != null ? _a : item.QueueId) != null ? _b : item);
    }
  );
  list.NonExistPIDs = [].concat(...ids).map((id) => {
    if (typeof id !== "string") throw new Error("a wrong NonExistPIDs");
    return id.trim();
  });
  return list;
}
function readUpdated(response) {
  const updated = readFields(response);
  updated.Queue = readQueue$1(updated.Queue);
  return updated;
}
function readQueue$1(element) {
  const queue = readFields(element);
  queue.NotifyConfig = readFields(isEmpty(queue.NotifyConfig) ? {} : queue.NotifyConfig);
  if (queue.QueueID) {
    queue.QueueId = queue.QueueID;
    delete queue.QueueID;
  }
  if (!queue.QueueId) throw new Error("a queue without QueueId");
  return queue;
}
const text = (value) => value;
const count = (value) => /^\s*\d{1,15}\s*$/.test(value) ? Number(value) : void 0;
const time = (value) => value.replace(/([+-]\d\d)(\d\d)$/, "$1:$2");
const READ = {
  RequestId: text,
  TotalCount: count,
  PageNumber: count,
  PageSize: count,
  QueueId: text,
  QueueID: text,
  Name: text,
  State: text,
  Url: text,
  Event: text,
  Type: text,
  MaxSize: count,
  MaxConcurrent: count,
  CreateTime: time,
  UpdateTime: time,
  BucketId: text,
  Category: text
};
function readFields(element) {
  if (kindOf(element) !== "Object") throw new Error("no fields");
  const fields = element;
  for (const name of Object.keys(fields)) {
    const read = READ[name];
    if (!read) continue;
    const value = fields[name];
    fields[name] = typeof value === "string" ? read(value) : void 0;
    if (fields[name] === void 0) throw new Error(`a wrong ${name}`);
  }
  return fields;
}
function repeated(value) {
  const items = Array.isArray(value) ? value : [value];
  return items.filter((item) => !isEmpty(item));
}
function isEmpty(value) {
  return value === void 0 || typeof value === "string" && !value.trim();
}

function endpoint(options, params, Key) {
  const Bucket = check(
    "Bucket",
    params.Bucket || options.Bucket,
    /^[a-z\d][a-z\d-]*-\d+$/,
    "like examplebucket-1250000000"
  );
  const Region = check(
    "Region",
    params.Region || options.Region,
    /^[a-z\d][a-z\d-]*$/,
    "like ap-beijing"
  );
  return { Bucket, Region, Key, Url: `${origin(options.Domain, Bucket, Region)}/${Key}` };
}
function origin(domain, bucket, region) {
  const dash = bucket.lastIndexOf("-");
  const values = {
    bucket,
    region,
    bucketname: bucket.slice(0, dash),
    appid: bucket.slice(dash + 1)
  };
  const host = String(domain || "{Bucket}.ci.{Region}.myqcloud.com").replace(
    /\{(bucket|bucketname|appid|region)\}/gi,
    (_, name) => values[name.toLowerCase()]
  ).replace(/\/$/, "");
  return check(
    "Domain",
    /^https?:/i.test(host) ? host : `https://${host}`,
    /^https?:\/\/[a-z\d]([a-z\d.-]*[a-z\d])?(:\d{1,5})?$/i,
    "a host"
  );
}

const SECRET = /authorization|token|secret-?key/i;
const SIGNATURE = /q-sign-algorithm(=|%3D)[^\s"'<>\\]*/gi;
const NAMED = /((?:authorization|token|secret-?key)(?:[^\w<]|<[^<>]*>){1,40}?)[\w.+/=%~-]{16,}/gi;
function redactText(text) {
  return text.slice(0, 4096).replace(SIGNATURE, "[redacted]").replace(NAMED, "$1[redacted]").slice(0, 1024);
}
function redactFields(fields) {
  const kept = {};
  for (const [name, value] of Object.entries(fields)) {
    if (typeof value !== "object") {
      kept[name] = SECRET.test(name) ? "[redacted]" : redactText(String(value));
    }
  }
  return kept;
}

var fromCharCode = String.fromCharCode;
var hasOwnProperty = Object.prototype.hasOwnProperty;
var ENTITY_PATTERN = /&#(\d+);|&#x([0-9a-f]+);|&(\w+);/ig;
var ENTITY_MAPPING = {
  "amp": "&",
  "apos": "'",
  "gt": ">",
  "lt": "<",
  "quot": '"'
};
Object.keys(ENTITY_MAPPING).forEach(function(k) {
  ENTITY_MAPPING[k.toUpperCase()] = ENTITY_MAPPING[k];
});
function replaceEntities(_, d, x, z) {
  if (z) {
    if (hasOwnProperty.call(ENTITY_MAPPING, z)) {
      return ENTITY_MAPPING[z];
    } else {
      return "&" + z + ";";
    }
  }
  if (d) {
    return fromCharCode(d);
  }
  return fromCharCode(parseInt(x, 16));
}
function decodeEntities(s) {
  if (s.length > 3 && s.indexOf("&") !== -1) {
    return s.replace(ENTITY_PATTERN, replaceEntities);
  }
  return s;
}
var NON_WHITESPACE_OUTSIDE_ROOT_NODE = "non-whitespace outside of root node";
function error(msg) {
  return new Error(msg);
}
function noopGetContext() {
  return { line: 0, column: 0 };
}
function throwFunc(err) {
  throw err;
}
function Parser(options) {
  if (!this) {
    return new Parser();
  }
  var onText, onOpenTag, onCloseTag, onCDATA, onError = throwFunc, onWarning, onComment, onQuestion, onAttention;
  var getContext = noopGetContext;
  var rootTagFound = false;
  var returnError = null;
  var parseStop = false;
  var nodeStack;
  function handleError(err) {
    if (!(err instanceof Error)) {
      err = error(err);
    }
    returnError = err;
    onError(err, getContext);
  }
  function handleWarning(err) {
    if (!onWarning) {
      return;
    }
    if (!(err instanceof Error)) {
      err = error(err);
    }
    onWarning(err, getContext);
  }
  this["on"] = function(name, cb) {
    if (typeof cb !== "function") {
      throw error("required args <name, cb>");
    }
    switch (name) {
      case "openTag":
        onOpenTag = cb;
        break;
      case "text":
        onText = cb;
        break;
      case "closeTag":
        onCloseTag = cb;
        break;
      case "error":
        onError = cb;
        break;
      case "warn":
        onWarning = cb;
        break;
      case "cdata":
        onCDATA = cb;
        break;
      case "attention":
        onAttention = cb;
        break;
      // <!XXXXX zzzz="eeee">
      case "question":
        onQuestion = cb;
        break;
      // <? ....  ?>
      case "comment":
        onComment = cb;
        break;
      default:
        throw error("unsupported event: " + name);
    }
    return this;
  };
  function resetState() {
    nodeStack = [];
    getContext = noopGetContext;
    parseStop = false;
    returnError = null;
    rootTagFound = false;
  }
  this["parse"] = function(xml) {
    if (typeof xml !== "string") {
      throw error("required args <xml=string>");
    }
    resetState();
    parse(xml);
    getContext = noopGetContext;
    parseStop = false;
    return returnError;
  };
  function parse(xml) {
    var tagStart = false, tagEnd = false, i = 0, j = 0, x, y, q, w, v, elementName;
    function getParseContext() {
      var splitsRe = /(\r\n|\r|\n)/g;
      var line = 0;
      var column = 0;
      var startOfLine = 0;
      var endOfLine = j;
      var match;
      var data;
      while (i >= startOfLine) {
        match = splitsRe.exec(xml);
        if (!match) {
          break;
        }
        endOfLine = match[0].length + match.index;
        if (endOfLine > i) {
          break;
        }
        line += 1;
        startOfLine = endOfLine;
      }
      if (i == -1) {
        column = endOfLine;
        data = xml.substring(j);
      } else if (j === 0) {
        data = xml.substring(j, i);
      } else {
        column = i - startOfLine;
        data = j == -1 ? xml.substring(i) : xml.substring(i, j + 1);
      }
      return {
        "data": data,
        "line": line,
        "column": column
      };
    }
    getContext = getParseContext;
    while (j !== -1) {
      if (xml.charCodeAt(j) === 60) {
        i = j;
      } else {
        i = xml.indexOf("<", j);
      }
      if (i === -1) {
        if (nodeStack.length) {
          return handleError("unexpected end of file");
        }
        if (!rootTagFound) {
          return handleError("missing start tag");
        }
        if (j < xml.length) {
          if (xml.substring(j).trim()) {
            handleWarning(NON_WHITESPACE_OUTSIDE_ROOT_NODE);
          }
        }
        return;
      }
      if (!rootTagFound) {
        rootTagFound = true;
      }
      if (j !== i) {
        if (nodeStack.length) {
          if (onText) {
            onText(xml.substring(j, i), decodeEntities, getContext);
            if (parseStop) {
              return;
            }
          }
        } else {
          if (xml.substring(j, i).trim()) {
            handleWarning(NON_WHITESPACE_OUTSIDE_ROOT_NODE);
            if (parseStop) {
              return;
            }
          }
        }
      }
      w = xml.charCodeAt(i + 1);
      if (w === 33) {
        q = xml.charCodeAt(i + 2);
        if (q === 91 && xml.substr(i + 3, 6) === "CDATA[") {
          j = xml.indexOf("]]>", i);
          if (j === -1) {
            return handleError("unclosed cdata");
          }
          if (onCDATA) {
            onCDATA(xml.substring(i + 9, j), getContext);
            if (parseStop) {
              return;
            }
          }
          j += 3;
          continue;
        }
        if (q === 45 && xml.charCodeAt(i + 3) === 45) {
          j = xml.indexOf("-->", i);
          if (j === -1) {
            return handleError("unclosed comment");
          }
          if (onComment) {
            onComment(xml.substring(i + 4, j), decodeEntities, getContext);
            if (parseStop) {
              return;
            }
          }
          j += 3;
          continue;
        }
      }
      if (w === 63) {
        j = xml.indexOf("?>", i);
        if (j === -1) {
          return handleError("unclosed question");
        }
        if (onQuestion) {
          onQuestion(xml.substring(i, j + 2), getContext);
          if (parseStop) {
            return;
          }
        }
        j += 2;
        continue;
      }
      for (x = i + 1; ; x++) {
        v = xml.charCodeAt(x);
        if (isNaN(v)) {
          j = -1;
          return handleError("unclosed tag");
        }
        if (v === 34) {
          q = xml.indexOf('"', x + 1);
          x = q !== -1 ? q : x;
        } else if (v === 39) {
          q = xml.indexOf("'", x + 1);
          x = q !== -1 ? q : x;
        } else if (v === 62) {
          j = x;
          break;
        }
      }
      if (w === 33) {
        if (onAttention) {
          onAttention(xml.substring(i, j + 1), decodeEntities, getContext);
          if (parseStop) {
            return;
          }
        }
        j += 1;
        continue;
      }
      if (w === 47) {
        tagStart = false;
        tagEnd = true;
        if (!nodeStack.length) {
          return handleError("missing open tag");
        }
        x = elementName = nodeStack.pop();
        q = i + 2 + x.length;
        if (xml.substring(i + 2, q) !== x) {
          return handleError("closing tag mismatch");
        }
        for (; q < j; q++) {
          w = xml.charCodeAt(q);
          if (w === 32 || w > 8 && w < 14) {
            continue;
          }
          return handleError("close tag");
        }
      } else {
        if (xml.charCodeAt(j - 1) === 47) {
          x = elementName = xml.substring(i + 1, j - 1);
          tagStart = true;
          tagEnd = true;
        } else {
          x = elementName = xml.substring(i + 1, j);
          tagStart = true;
          tagEnd = false;
        }
        if (!(w > 96 && w < 123 || w > 64 && w < 91 || w === 95 || w === 58)) {
          return handleError("illegal first char nodeName");
        }
        for (q = 1, y = x.length; q < y; q++) {
          w = x.charCodeAt(q);
          if (w > 96 && w < 123 || w > 64 && w < 91 || w > 47 && w < 59 || w === 45 || w === 95 || w == 46) {
            continue;
          }
          if (w === 32 || w < 14 && w > 8) {
            elementName = x.substring(0, q);
            break;
          }
          return handleError("invalid nodeName");
        }
        if (!tagEnd) {
          nodeStack.push(elementName);
        }
      }
      if (tagStart) {
        if (onOpenTag) {
          {
            onOpenTag(elementName);
          }
          if (parseStop) {
            return;
          }
        }
      }
      if (tagEnd) {
        if (onCloseTag) {
          onCloseTag(elementName, decodeEntities, tagStart, getContext);
          if (parseStop) {
            return;
          }
        }
      }
      j += 1;
    }
  }
}

const NOT_XML = /[^\t\n\r -\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u;
const ESCAPES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", "\r": "&#xD;" };
function writeXml(name, value) {
  if (value == null) return "";
  if (Array.isArray(value)) return value.map((item) => writeXml(name, item)).join("");
  const content = typeof value === "object" ? Object.entries(value).map(([child, item]) => writeXml(child, item)) : [String(value).replace(/[&<>\r]/g, (character) => ESCAPES[character])];
  const xml = `<${name}>${content.join("")}</${name}>`;
  if (NOT_XML.test(xml) || !/^[A-Za-z_][\w.-]*$/.test(name)) {
    throw new Error(`XML cannot hold ${name}`);
  }
  return xml;
}
const MAX_DEPTH = 32;
function readXml(xml) {
  const outer = [];
  let text = "";
  let children;
  const parser = new Parser();
  parser.on("openTag", () => {
    if (text.trim()) fail("text between elements");
    if (children && !outer.length) fail("two roots");
    if (outer.push(children || {}) > MAX_DEPTH) fail("too deep");
    children = void 0;
    text = "";
  });
  parser.on("closeTag", (name) => {
    if (children && text.trim()) fail("text between elements");
    const value = children || text;
    children = outer.pop();
    text = "";
    const earlier = children[name];
    if (earlier === void 0) children[name] = value;
    else if (Array.isArray(earlier)) earlier.push(value);
    else if (Object.keys(children).includes(name)) children[name] = [earlier, value];
    else fail(name);
  });
  parser.on("text", (piece, decodeEntities) => {
    text += piece.includes("&") ? decodeEntities(decodeHighCharacters(piece)) : piece;
  });
  parser.on("cdata", (piece) => {
    text += piece;
  });
  parser.on("attention", fail);
  parser.on("warn", (warning) => fail(warning.message));
  parser.parse(xml.replace(/\r\n?/g, "\n"));
  return text ? fail("text between elements") : children || {};
}
function decodeHighCharacters(text) {
  return text.replace(
    /&#(x?)([\da-f]{5,});/gi,
    (_, x, digits) => String.fromCodePoint(x ? `0x${digits}` : digits)
  );
}
function fail(reason) {
  throw new Error(reason);
}

const ADVICE = {
  InvalidCredential: "check what getAuthorization gives",
  NetworkError: "is the host in the request 合法域名 of the mini program?",
  AccessDenied: "the key's policy must allow this action",
  RequestTimeTooSkewed: "check the device's clock"
};
function failure(reported, sent) {
  const reason = kindOf(reported) === "Error" ? reported.message : reported;
  if (typeof reason === "string") {
    return toError("credential", "InvalidCredential", reason, { error: reason }, sent);
  }
  const answer = Object(reported);
  if (!answer.statusCode) {
    const cause = typeof answer.error === "string" && answer.error;
    const error2 = cause || "wx.request gave no reason";
    const code2 = /time[ _-]?(d[ _-]?)?out/i.test(error2) ? "Timeout" : "NetworkError";
    return toError("network", code2, error2, { error: error2 }, sent);
  }
  const error = readError(answer.error);
  const code = textOf(error, "Code") || "HttpError";
  return toError(
    "service",
    code,
    textOf(error, "Message"),
    Object.assign({}, answer, { error }),
    sent
  );
}
function toError(kind, code, reason, { statusCode, headers, error }, { Method: method, Url: url } = {}) {
  const where = [method, url, statusCode].filter(Boolean).join(" ");
  const parts = [redactText(reason), ADVICE[code], where].filter(Boolean);
  const details = {
    method,
    url,
    statusCode,
    headers: headers && redactFields(headers),
    RequestId: requestIdOf(headers, error) || void 0,
    error: typeof error === "string" ? redactText(error) : error && redactFields(error)
  };
  for (const name of Object.keys(details)) {
    if (details[name] === void 0) delete details[name];
  }
  return new DocQueueError(kind, code, `${code}: ${parts.join("; ")}`, details);
}
function requestIdOf(headers = {}, fields) {
  return headers["x-ci-request-id"] || headers["x-cos-request-id"] || textOf(fields, "RequestId");
}
function readError(error) {
  const fields = Object(error);
  const body = Object.keys(fields).join() === "body" ? fields.body : error;
  if (typeof body !== "string") return fields;
  try {
    const document = /^\s*\{/.test(body) ? JSON.parse(body) : readXml(body);
    return document.Error || document;
  } catch (e) {
    return body;
  }
}
function textOf(fields, name) {
  var _a;
  const value = (_a = Object(fields)[name]) != null ? _a : Object(fields)[name.toLowerCase()];
  return typeof value === "string" ? redactText(value.trim()) : "";
}

async function request(context, params, read, operation) {
  const sent = prepare(context, params, operation);
  const data = await send(context.client, sent).catch((reported) => {
    throw failure(reported, sent);
  });
  const { statusCode, headers = {}, Body = "" } = data;
  try {
    const { Response: response, Error: error } = readXml(Body);
    if (error) throw failure({ statusCode, headers, error }, sent);
    const RequestId = requestIdOf(headers, response);
    return { statusCode, headers, RequestId, Response: read(response) };
  } catch (error) {
    if (isDocQueueError(error)) throw error;
    const { message } = error;
    throw toError(
      "response",
      "InvalidResponse",
      message,
      { statusCode, headers, error: Body },
      sent
    );
  }
}
function prepare({ client, options }, params, operation) {
  try {
    checkObject(params);
    const wanted = operation();
    const sent = Object.assign({ RawBody: true }, wanted, endpoint(options, params, wanted.Key));
    if (client.constructor.version === "1.1.0") {
      const pairs = Object.entries(wanted.Query || {}).map(
        (pair) => pair.map(encodeURIComponent).join("=")
      );
      sent.Url = [sent.Url, pairs.join("&")].filter(Boolean).join("?");
      sent.Query = {};
    }
    return sent;
  } catch (error) {
    throw isDocQueueError(error) ? error : invalidParameter(error.message);
  }
}
function send(client, sent) {
  return new Promise((resolve, reject) => {
    var _a;
    const settle = (error, data) => {
      clearTimeout(timer);
      data && !error ? resolve(data) : reject(error);
    };
    const timer = setTimeout(
      () => settle({ error: "timeout: the SDK did not call back" }),
      5 * (((_a = client.options) == null ? void 0 : _a.Timeout) || 6e4)
    );
    try {
      client.request(sent, settle);
    } catch (error) {
      const { message, errMsg } = Object(error);
      settle(typeof error === "string" ? error : message || errMsg || "getAuthorization threw");
    }
  });
}

function describeDocProcessQueues(context, params) {
  return request(context, params, readList, () => {
    const Query = {};
    const { QueueIds, State, PageNumber, PageSize } = params;
    if (isGiven(QueueIds)) Query.queueIds = queueIds(QueueIds);
    if (isGiven(State)) Query.state = check("State", State, ...STATE);
    if (isGiven(PageNumber)) Query.pageNumber = check("PageNumber", PageNumber, ...COUNT);
    if (isGiven(PageSize)) Query.pageSize = check("PageSize", PageSize, ...COUNT);
    return { Method: "GET", Key: "docqueue", Query };
  });
}
function queueIds(ids) {
  const checked = (id) => check("QueueIds", id.trim(), ...QUEUE_ID);
  return String(ids).split(",").map(checked).join();
}

function paginateDocProcessQueues(context, params) {
  const PageSize = isGiven(params.PageSize) ? params.PageSize : 100;
  const seen = /* @__PURE__ */ new Set();
  let PageNumber = 0;
  let done = false;
  async function read() {
    if (done) return { done, value: void 0 };
    done = true;
    PageNumber++;
    const value = await describeDocProcessQueues(
      context,
      Object.assign({}, checkObject(params), { QueueIds: void 0, PageNumber, PageSize })
    );
    const { QueueList, TotalCount = 0, PageSize: full = PageSize } = value.Response;
    const before = seen.size;
    for (const { QueueId } of QueueList) seen.add(QueueId);
    if (PageNumber > 1 && seen.size === before) return { done, value: void 0 };
    done = seen.size >= TotalCount && (seen.size === TotalCount || QueueList.length < full);
    return { done: false, value };
  }
  let latest = Promise.resolve();
  return {
    next() {
      const next = latest.then(read, read);
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

function updateDocProcessQueue(context, params) {
  return writeQueue(context, params, () => {
    check("Name", params.Name, /[\s\S]/, "a text");
    check("State", params.State, ...STATE);
    const config = checkObject(params.NotifyConfig, "NotifyConfig");
    if (isGiven(config.State)) check("NotifyConfig.State", config.State, /^(On|Off)$/, "On or Off");
    return params;
  });
}
const NO_SETTING = /^(Bucket|Region|QueueId|MaxSize|MaxConcurrent|CreateTime|UpdateTime|BucketId|Category)$/;
function writeQueue(context, target, record) {
  return request(context, target, readUpdated, () => {
    const queue = record();
    const { QueueId, Name, State, NotifyConfig } = queue;
    const QueueID = check("QueueId", QueueId, ...QUEUE_ID);
    const order = { Url: void 0, State: void 0, Type: void 0, Event: void 0 };
    const settings = Object.assign({ Name, QueueID, State }, queue, {
      NotifyConfig: Object.assign(order, NotifyConfig)
    });
    for (const name of Object.keys(settings)) {
      if (NO_SETTING.test(name)) delete settings[name];
    }
    return {
      Method: "PUT",
      Key: `docqueue/${QueueID}`,
      Headers: { "Content-Type": "application/xml" },
      Body: writeXml("Request", settings)
    };
  });
}

function pauseDocProcessQueue(context, params) {
  return setState(context, params, DocQueueState.Paused);
}
function resumeDocProcessQueue(context, params) {
  return setState(context, params, DocQueueState.Active);
}
async function setState(context, params, State) {
  const { Bucket, Region, Queue } = params;
  const id = check("QueueId", Queue ? Queue.QueueId : params.QueueId, ...QUEUE_ID);
  const target = { Bucket, Region };
  const found = Queue ? (
    // Nothing was asked of the service, so there is nothing of an answer to tell.
    { statusCode: 200, headers: {}, RequestId: "", Response: { Queue } }
  ) : await readQueue(context, target, id);
  if (found.Response.Queue.State === State) return found;
  const record = await wholeRecord(context, target, found.Response.Queue);
  return writeQueue(context, target, () => Object.assign({}, record, { State }));
}
async function readQueue(context, target, id) {
  const answer = await describeDocProcessQueues(context, Object.assign({ QueueIds: id }, target));
  const Queue = answer.Response.QueueList.find(({ QueueId }) => QueueId === id);
  if (!Queue) throw toError("service", "QueueNotFound", `there is no queue ${id}`, answer);
  return Object.assign(answer, { Response: { RequestId: answer.RequestId, Queue } });
}
async function wholeRecord(context, target, queue) {
  const { Url, Event, Type, State } = Object(queue.NotifyConfig);
  if (![queue.Name, Url, Event, Type, State].includes(void 0)) return queue;
  const queues = await listAllDocProcessQueues(context, target);
  const found = queues.find(({ QueueId }) => QueueId === queue.QueueId);
  if (!found)
    throw toError("response", "InvalidResponse", `only a part of queue ${queue.QueueId}`, {});
  return found;
}

function docQueue(cos, options = {}) {
  if (!isClient(cos)) {
    throw invalidParameter("docQueue needs a client of cos-wx-sdk-v5: docQueue(new COS({ … })).");
  }
  const contextOf = (self) => ({ client: isClient(self) ? self : cos, options });
  const method = (operation) => function(...given) {
    const [params, callback] = typeof given[0] === "function" ? [void 0, given[0]] : given;
    const run = async () => operation(contextOf(this), params != null ? params : {});
    return deliver(run(), callback);
  };
  const describe = method(describeDocProcessQueues);
  const update = method(updateDocProcessQueue);
  return Object.assign(cos, {
    describeDocProcessQueues: describe,
    describeDocProcessQueue: describe,
    updateDocProcessQueue: update,
    updateProcessQueue: update,
    pauseDocProcessQueue: method(pauseDocProcessQueue),
    resumeDocProcessQueue: method(resumeDocProcessQueue),
    listAllDocProcessQueues: method(listAllDocProcessQueues),
    paginateDocProcessQueues(params) {
      return paginateDocProcessQueues(contextOf(this), params != null ? params : {});
    }
  });
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
  return typeof (value == null ? void 0 : value.request) === "function";
}

exports.DocQueueError = DocQueueError;
exports.DocQueueState = DocQueueState;
exports.docQueue = docQueue;
exports.isDocQueueError = isDocQueueError;
