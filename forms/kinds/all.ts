// Written by `npm run forms:publish`; do not edit.
import type { KindPart } from '../grammar/kind.ts';
import * as choice from './choice.ts';
import * as choices from './choices.ts';
import * as date from './date.ts';
import * as integer from './integer.ts';
import * as longText from './long-text.ts';
import * as organisationsnummer from './organisationsnummer.ts';
import * as text from './text.ts';

export const checks: KindPart<'check'> = {
  'choice': choice.check,
  'choices': choices.check,
  'date': date.check,
  'integer': integer.check,
  'long-text': longText.check,
  'organisationsnummer': organisationsnummer.check,
  'text': text.check,
};

export const writers: KindPart<'write'> = {
  'choice': choice.write,
  'choices': choices.write,
  'date': date.write,
  'integer': integer.write,
  'long-text': longText.write,
  'organisationsnummer': organisationsnummer.write,
  'text': text.write,
};

export const shows: KindPart<'show'> = {
  'choice': choice.show,
  'choices': choices.show,
  'date': date.show,
  'integer': integer.show,
  'long-text': longText.show,
  'organisationsnummer': organisationsnummer.show,
  'text': text.show,
};

export const controls: KindPart<'control'> = {
  'choice': choice.control,
  'choices': choices.control,
  'date': date.control,
  'integer': integer.control,
  'long-text': longText.control,
  'organisationsnummer': organisationsnummer.control,
  'text': text.control,
};

export const inputs: KindPart<'input'> = {
  'choice': choice.input,
  'choices': choices.input,
  'date': date.input,
  'integer': integer.input,
  'long-text': longText.input,
  'organisationsnummer': organisationsnummer.input,
  'text': text.input,
};

export const columns: KindPart<'column'> = {
  'choice': choice.column,
  'choices': choices.column,
  'date': date.column,
  'integer': integer.column,
  'long-text': longText.column,
  'organisationsnummer': organisationsnummer.column,
  'text': text.column,
};

export const jsonSchemas: KindPart<'jsonSchema'> = {
  'choice': choice.jsonSchema,
  'choices': choices.jsonSchema,
  'date': date.jsonSchema,
  'integer': integer.jsonSchema,
  'long-text': longText.jsonSchema,
  'organisationsnummer': organisationsnummer.jsonSchema,
  'text': text.jsonSchema,
};
