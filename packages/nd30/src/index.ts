// All that is promised to those who use this library; whatever else is in it may change.

// The checker
export { type Checked, type CheckOptions, checkDocument, checkLimits } from './check/check-document.ts'
export type { CheckReport, Finding, Place, Severity } from './check/finding.ts'
export { type Repaired, repairDocument } from './check/repair-document.ts'
export { formWarnings } from './docx/form-warnings.ts'
// DOCX
export { modelOf } from './docx/model-of/model-of.ts'
export { writeDocx } from './docx/write/write-docx.ts'
// Errors
export { errorSentence } from './error-sentence.ts'
export { Nd30Error, type Nd30ErrorCode } from './errors.ts'
// The model and the forms
export type * from './model/document.ts'
export { ModelError, type ModelFault } from './model/faults.ts'
export { copyKinds, type Kind, kindById, kindsOf, partyKinds, stateKinds } from './model/kinds.ts'
export { parseDocument } from './model/parse-document.ts'
// Typesetting
export type { Place as PdfPlace, PlaceRole } from './pdf/place.ts'
export { openRenderer, type Renderer, type RendererOptions } from './pdf/renderer.ts'
export type { Rendered, RenderOptions } from './pdf/typeset.ts'
export type { Component, Look, Profile, Range } from './profile/profile.ts'
export { profileAt, profiles } from './profile/profiles.ts'
export { defaultReadLimits, type ReadLimits } from './read/open/limits.ts'
export { readDocument } from './read/read.ts'
export type * from './read/read-document.ts'
export { catalogue, type Rule, type RuleId, ruleById } from './rules/catalogue.ts'
