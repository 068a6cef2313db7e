// Written by `npm run forms:publish`; do not edit.
import type { KindPart } from '../grammar/kind.ts';
import * as choice from './choice.ts';
import * as choices from './choices.ts';
import * as code from './code.ts';
import * as companyKey from './company-key.ts';
import * as computed from './computed.ts';
import * as dateTime from './date-time.ts';
import * as date from './date.ts';
import * as decimal from './decimal.ts';
import * as email from './email.ts';
import * as file from './file.ts';
import * as integer from './integer.ts';
import * as longText from './long-text.ts';
import * as matrix from './matrix.ts';
import * as money from './money.ts';
import * as organisationsnummer from './organisationsnummer.ts';
import * as phone from './phone.ts';
import * as ranked from './ranked.ts';
import * as reference from './reference.ts';
import * as rows from './rows.ts';
import * as scale from './scale.ts';
import * as text from './text.ts';
import * as url from './url.ts';
import * as yesNo from './yes-no.ts';

export const checks: KindPart<'check'> = {
  'choice': choice.check,
  'choices': choices.check,
  'code': code.check,
  'company-key': companyKey.check,
  'computed': computed.check,
  'date-time': dateTime.check,
  'date': date.check,
  'decimal': decimal.check,
  'email': email.check,
  'file': file.check,
  'integer': integer.check,
  'long-text': longText.check,
  'matrix': matrix.check,
  'money': money.check,
  'organisationsnummer': organisationsnummer.check,
  'phone': phone.check,
  'ranked': ranked.check,
  'reference': reference.check,
  'rows': rows.check,
  'scale': scale.check,
  'text': text.check,
  'url': url.check,
  'yes-no': yesNo.check,
};

export const writers: KindPart<'write'> = {
  'choice': choice.write,
  'choices': choices.write,
  'code': code.write,
  'company-key': companyKey.write,
  'computed': computed.write,
  'date-time': dateTime.write,
  'date': date.write,
  'decimal': decimal.write,
  'email': email.write,
  'file': file.write,
  'integer': integer.write,
  'long-text': longText.write,
  'matrix': matrix.write,
  'money': money.write,
  'organisationsnummer': organisationsnummer.write,
  'phone': phone.write,
  'ranked': ranked.write,
  'reference': reference.write,
  'rows': rows.write,
  'scale': scale.write,
  'text': text.write,
  'url': url.write,
  'yes-no': yesNo.write,
};

export const shows: KindPart<'show'> = {
  'choice': choice.show,
  'choices': choices.show,
  'code': code.show,
  'company-key': companyKey.show,
  'computed': computed.show,
  'date-time': dateTime.show,
  'date': date.show,
  'decimal': decimal.show,
  'email': email.show,
  'file': file.show,
  'integer': integer.show,
  'long-text': longText.show,
  'matrix': matrix.show,
  'money': money.show,
  'organisationsnummer': organisationsnummer.show,
  'phone': phone.show,
  'ranked': ranked.show,
  'reference': reference.show,
  'rows': rows.show,
  'scale': scale.show,
  'text': text.show,
  'url': url.show,
  'yes-no': yesNo.show,
};

export const controls: KindPart<'control'> = {
  'choice': choice.control,
  'choices': choices.control,
  'code': code.control,
  'company-key': companyKey.control,
  'computed': computed.control,
  'date-time': dateTime.control,
  'date': date.control,
  'decimal': decimal.control,
  'email': email.control,
  'file': file.control,
  'integer': integer.control,
  'long-text': longText.control,
  'matrix': matrix.control,
  'money': money.control,
  'organisationsnummer': organisationsnummer.control,
  'phone': phone.control,
  'ranked': ranked.control,
  'reference': reference.control,
  'rows': rows.control,
  'scale': scale.control,
  'text': text.control,
  'url': url.control,
  'yes-no': yesNo.control,
};

export const inputs: KindPart<'input'> = {
  'choice': choice.input,
  'choices': choices.input,
  'code': code.input,
  'company-key': companyKey.input,
  'computed': computed.input,
  'date-time': dateTime.input,
  'date': date.input,
  'decimal': decimal.input,
  'email': email.input,
  'file': file.input,
  'integer': integer.input,
  'long-text': longText.input,
  'matrix': matrix.input,
  'money': money.input,
  'organisationsnummer': organisationsnummer.input,
  'phone': phone.input,
  'ranked': ranked.input,
  'reference': reference.input,
  'rows': rows.input,
  'scale': scale.input,
  'text': text.input,
  'url': url.input,
  'yes-no': yesNo.input,
};

export const columns: KindPart<'columns'> = {
  'choice': choice.columns,
  'choices': choices.columns,
  'code': code.columns,
  'company-key': companyKey.columns,
  'computed': computed.columns,
  'date-time': dateTime.columns,
  'date': date.columns,
  'decimal': decimal.columns,
  'email': email.columns,
  'file': file.columns,
  'integer': integer.columns,
  'long-text': longText.columns,
  'matrix': matrix.columns,
  'money': money.columns,
  'organisationsnummer': organisationsnummer.columns,
  'phone': phone.columns,
  'ranked': ranked.columns,
  'reference': reference.columns,
  'rows': rows.columns,
  'scale': scale.columns,
  'text': text.columns,
  'url': url.columns,
  'yes-no': yesNo.columns,
};

export const jsonSchemas: KindPart<'jsonSchema'> = {
  'choice': choice.jsonSchema,
  'choices': choices.jsonSchema,
  'code': code.jsonSchema,
  'company-key': companyKey.jsonSchema,
  'computed': computed.jsonSchema,
  'date-time': dateTime.jsonSchema,
  'date': date.jsonSchema,
  'decimal': decimal.jsonSchema,
  'email': email.jsonSchema,
  'file': file.jsonSchema,
  'integer': integer.jsonSchema,
  'long-text': longText.jsonSchema,
  'matrix': matrix.jsonSchema,
  'money': money.jsonSchema,
  'organisationsnummer': organisationsnummer.jsonSchema,
  'phone': phone.jsonSchema,
  'ranked': ranked.jsonSchema,
  'reference': reference.jsonSchema,
  'rows': rows.jsonSchema,
  'scale': scale.jsonSchema,
  'text': text.jsonSchema,
  'url': url.jsonSchema,
  'yes-no': yesNo.jsonSchema,
};
