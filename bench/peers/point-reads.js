// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
//
// Point reads of better-sqlite3: node point-reads.js database rows milliseconds; prints reads a second.
const Database = require('better-sqlite3');

const [file, rows, milliseconds] = [process.argv[2], Number(process.argv[3]), BigInt(process.argv[4])];
const database = new Database(file, { readonly: true });
database.pragma('cache_size = -65536');
const keys = database.prepare('select id from data_record').all().map((row) => row.id);
const byKey = database.prepare(
  'select id, kind, revision, created_at, updated_at, fields from data_record where id = ?');

function read(i) {
  return byKey.get(keys[i]).fields.length;
}

for (let i = 0; i < rows; i += 7) read(i);
const start = process.hrtime.bigint();
let count = 0;
let length = 0;
while (process.hrtime.bigint() - start < milliseconds * 1000000n) {
  for (let n = 0; n < 100; n++) length += read(Math.floor(Math.random() * rows));
  count += 100;
}
const seconds = Number(process.hrtime.bigint() - start) / 1e9;
if (length < count * 200) throw new Error('rows were not there');
console.log(count / seconds);
