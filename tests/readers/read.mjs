// Reads Turtle files with N3.js or with Comunica: node read.mjs n3|comunica FILE...
// One line of JSON a file: its name, what the reader complained of, and its triples as N-Triples.

import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { QueryEngine } from '@comunica/query-sparql-file';
import { Parser, Writer } from 'n3';

const ALL = 'CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }';
const engine = new QueryEngine();

const readers = {
  n3: async file => new Parser({ baseIRI: pathToFileURL(file).href }).parse(readFileSync(file, 'utf8')),
  comunica: async (file, said) => {
    const keep = level => message => ['warn', 'error', 'fatal'].includes(level) && said.push(message);
    const levels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal'];
    const log = Object.fromEntries(levels.map(level => [level, keep(level)]));
    log.logGrouped = (_, message) => said.push(message);
    return (await engine.queryQuads(ALL, { sources: [file], log })).toArray();
  },
};

const [tool, ...files] = process.argv.slice(2);
for (const file of files) {
  const said = [];
  let quads = [];
  try {
    quads = await readers[tool](file, said);
  } catch (error) {
    said.push(error.message);
  }
  console.log(JSON.stringify({ file, said, triples: new Writer({ format: 'N-Triples' }).quadsToString(quads) }));
}
