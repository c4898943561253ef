import { expect, it } from 'vitest';
import { checkQuery } from '../../../pipeline/extract/connectors/mariadb/check-query.ts';

it.each([
  'select 1',
  'SELECT\n1',
  ' \n-- call x\n/* call\n x */ # call x\n(select 1) union (select 2)',
  'with a as (select 1) select * from a',
  'values (1)',
])('%j is a query', query => {
  expect(() => checkQuery(query)).not.toThrow();
});

it.each([
  '',
  'call x()',
  'selection()',
  '-- select 1',
  '/* select 1',
  '/*! call x() */ select 1',
  '/*M! call x() */ select 1',
  'commit; select 1',
  'explain select 1',
])('%j is none', query => {
  expect(() => checkQuery(query)).toThrow('refused: a statement that is no query');
});
