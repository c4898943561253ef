import type { StatusFile } from '../contract/manifest.ts';
import { lastDay, type Day } from '../contract/period.ts';
import { lateness } from '../words/lateness.ts';
import type { Loaded } from '../words/stages.ts';

/** The sources whose next delivery was due before `asOf`. */
export const lateSources = (loaded: Loaded, asOf: Day): StatusFile['late'] =>
  loaded.sources.flatMap(({ declaration, coverage }) => {
    const { due, late } = lateness(declaration, coverage, asOf);
    const last = coverage?.last ?? null;
    return late ? [{ source: declaration.id, due: due!, last: last === null ? null : lastDay(last) }] : [];
  });
