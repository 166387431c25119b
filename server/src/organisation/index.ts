/**
 * The organisation: units of five systems and who stands above whom on which day, persons, posts, the bodies that manage
 * posts, and who holds them. Others place their records in it and ask here who is above, who manages, who holds.
 */
export { type AddPersonInput, addPerson } from './add-person.ts'
export { type AppointInput, appoint } from './appoint.ts'
export { type Body, bodiesOfRoots } from './bodies.ts'
export {
  type ChangePostManagementInput,
  changePostManagement,
} from './change-post-management.ts'
export {
  type Ancestor,
  ancestorsOf,
  isProperAncestorFor,
  managesPosts,
  unitsUnderIssuer,
} from './competence.ts'
export { type EndHoldingInput, endHolding } from './end-holding.ts'
export { type EndingUnit, type EndUnitInput, endUnit, type UnitDependants } from './end-unit.ts'
export { citations, unitDependants, unitPanels } from './extension-points.ts'
export { type FoundUnitInput, foundUnit } from './found-unit.ts'
export {
  activeHoldings,
  getHoldingFacts,
  type HoldingView,
  holdingFacts,
  holdingsOf,
  openHoldings,
} from './holding-queries.ts'
export { importOrganisation, type OrganisationData } from './import-organisation.ts'
export { isInvented } from './invented.ts'
export type { UnitKind } from './kinds.ts'
export { childrenOf, listUnits, type UnitFilter } from './list-units.ts'
export { holdingsOfPersonsNamed, unitsNamed } from './name-search.ts'
export { type OpenPostInput, openPost } from './open-post.ts'
export { type Found, findPersons, findUnits, SearchChoice } from './pages/search-choice.tsx'
export type { DirectoryParts, UnitOnDay } from './pages/unit.tsx'
export { withoutSearch } from './pages/unit-forms.tsx'
export { organisationPaths } from './paths.ts'
export { getPerson } from './person-queries.ts'
export { type PlaceUnitInput, placeUnit } from './place-unit.ts'
export {
  loadPlacement,
  loadPlacements,
  loadUnitPlace,
  loadUnitPlaces,
  type PlacedReference,
  unitPlaceColumns,
} from './placement.ts'
export { mayChangeUnit } from './policy.ts'
export { getPost, type HolderAt, holdsOrWillHold, type PostView, postsOf } from './post-queries.ts'
export {
  administered,
  assigner,
  belowGrant,
  inSubtree,
  managesPost,
  notOwnUnit,
  own,
  ownUnit,
  type PlacedColumns,
  type PlacedRecord,
} from './relations.ts'
export {
  holderNameOf,
  holderNamesOf,
  holderPersonIdOf,
  type NameDay,
  personNameOf,
  postTitleOf,
  postUnitIdOf,
  postUnitNameOf,
  rootOf,
  spanCovers,
  type UnitIds,
  unitCodeOf,
  unitNameOf,
  unitShortNameOf,
  unitsAbove,
  unitsBelow,
  unitsInScope,
  unitsOfNearerBodies,
} from './scope.ts'
export { organisationSlice } from './slice.ts'
export {
  type HoldingCapacity,
  type HoldingId,
  levels,
  type OrganisationSystem,
  type PersonId,
  type PostId,
  type Reader,
  systems,
  type UnitId,
  type UnitLevel,
} from './tables.ts'
export { topUnits } from './top-units.ts'
export { type UnitReference, unitNames, unitsByChild, unitsByCodes, unitsOfKinds } from './unit-references.ts'
export { findUnitByCode, getUnit, type UnitParentAt, type UnitView, unitsByIds } from './unit-view.ts'
