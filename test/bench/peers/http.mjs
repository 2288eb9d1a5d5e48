// The least that Node can do: answers every request with one file's bytes. Usage: node http.mjs PORT [FILE]
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';

const [port, file] = process.argv.slice(2);
const body = file ? readFileSync(file) : Buffer.from('{"status":"ok"}');
createServer((_req, res) => {
  res.setHeader('Content-Type', 'application/json');
  res.end(body);
}).listen(Number(port), '127.0.0.1');
