import type { DeclaredView } from '../views.ts';
import {
  activityDate,
  companyKey,
  counts,
  isLatest,
  municipality,
  municipalityCode,
  needsAnalyses,
  rootId,
  submissionId,
  viewColumn,
  visitNumber,
  year,
} from './columns.ts';

export const visits: DeclaredView = {
  database: 'analytic',
  name: 'visits',
  comment: {
    sv: 'Varje behovsanalys plats i ordningen bland företagets, och om den räknas',
    en: 'The place of each needs analysis among those of its company, and whether it counts',
  },
  columns: [submissionId, rootId, activityDate, companyKey, visitNumber, needsAnalyses, isLatest, counts],
};

export const needs: DeclaredView = {
  database: 'analytic',
  name: 'needs',
  comment: {
    sv: 'Ett bedömt utvecklingsområde i en behovsanalys per rad, med koderna i ord',
    en: 'One assessed development area of a needs analysis per row, with the codes in words',
  },
  columns: [
    submissionId,
    rootId,
    activityDate,
    year,
    companyKey,
    municipalityCode,
    municipality,
    viewColumn('sni_division', 'string', 'Bransch', 'Sector'),
    viewColumn('development_status', 'string', 'Utvecklingsarbetet i dag', 'Development work today'),
    viewColumn('use_permission', 'string', 'Tillstånd att spara behoven', 'Permission to keep the needs'),
    visitNumber,
    isLatest,
    counts,
    viewColumn('area', 'string', 'Utvecklingsområde, kod', 'Development area, code'),
    viewColumn('area_sv', 'string', 'Utvecklingsområde på svenska', 'Development area in Swedish'),
    viewColumn('area_en', 'string', 'Utvecklingsområde på engelska', 'Development area in English'),
    viewColumn('priority', 'string', 'Behov, kod', 'Need, code'),
    viewColumn('priority_sv', 'string', 'Behov på svenska', 'Need in Swedish'),
    viewColumn('priority_en', 'string', 'Behov på engelska', 'Need in English'),
    viewColumn('current_state', 'int', 'Nuläge', 'Current state'),
    viewColumn('wants_support', 'boolean', 'Önskan om stöd', 'Wish for support'),
    viewColumn(
      'top3_rank',
      'int',
      'Plats bland de tre viktigaste behoven, 1 är viktigast; null om det inte är ett av dem',
      'Place among the three most important needs, 1 is the most important; null where it is none of them',
    ),
  ],
};
