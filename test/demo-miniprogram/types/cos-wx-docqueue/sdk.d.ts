// Stands in for the installed package, so that the types can be checked before the demo's own `npm install`.
/// <reference path="../../../../sdk.d.ts" />
