// Asks queries of one file with Comunica, its graphs taken together: node ask.mjs DATA QUERY...
// One line of JSON a query: its name and its rows, each a list of terms as N-Triples writes them.

import { readFileSync } from 'node:fs';
import { QueryEngine } from '@comunica/query-sparql-file';
import { Parser, Store, Writer } from 'n3';

const [data, ...queries] = process.argv.slice(2);
const store = new Store(new Parser({ format: 'application/trig' }).parse(readFileSync(data, 'utf8')));
const engine = new QueryEngine();
const written = term => new Writer()._encodeObject(term);

for (const query of queries) {
  const text = readFileSync(query, 'utf8');
  const context = { sources: [store], unionDefaultGraph: true };
  const result = await engine.query(text, context);
  let rows;
  if (result.resultType === 'quads') {
    rows = (await (await result.execute()).toArray()).map(quad => [quad.subject, quad.predicate, quad.object].map(written));
  } else {
    const variables = (await result.metadata()).variables.map(one => one.variable ?? one);
    rows = (await (await result.execute()).toArray())
      .map(row => variables.map(name => (row.has(name) ? written(row.get(name)) : null)));
  }
  console.log(JSON.stringify({ query, rows }));
}
