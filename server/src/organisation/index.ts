/**
 * The organisation: units of five systems and who stands above whom on which day, persons, posts, the bodies that manage
 * posts, and who holds them. Others place their records in it and ask here who is above, who manages, who holds.
 */

export { citations, unitDependants, unitPanels } from './extension-points.ts'
export { importOrganisation, type OrganisationData } from './import-organisation.ts'
export { isInvented } from './invented.ts'
export type { UnitKind } from './kinds.ts'
export { type Found, findPersons, findUnits, SearchChoice } from './pages/search-choice.tsx'
export type { DirectoryParts, UnitOnDay } from './pages/unit.tsx'
export { withoutSearch } from './pages/unit-forms.tsx'
export { organisationPaths } from './paths.ts'
export { type AddPersonInput, addPerson } from './people/add-person.ts'
export { type AppointInput, appoint } from './people/appoint.ts'
export {
  type ChangePostManagementInput,
  changePostManagement,
} from './people/change-post-management.ts'
export { type EndHoldingInput, endHolding } from './people/end-holding.ts'
export {
  activeHoldings,
  getHoldingFacts,
  type HoldingView,
  holdingFacts,
  holdingsOf,
  openHoldings,
} from './people/holding-queries.ts'
export { type OpenPostInput, openPost } from './people/open-post.ts'
export { getPerson } from './people/person-queries.ts'
export { getPost, type HolderAt, holdsOrWillHold, type PostView, postsOf } from './people/post-queries.ts'
export { mayChangeUnit } from './policy.ts'
export { type Body, bodiesOfRoots } from './relations/bodies.ts'
export {
  type Ancestor,
  ancestorsOf,
  isProperAncestorFor,
  managesPosts,
  unitsUnderIssuer,
} from './relations/competence.ts'
export {
  loadPlacement,
  loadPlacements,
  loadUnitPlace,
  loadUnitPlaces,
  type PlacedReference,
  unitPlaceColumns,
} from './relations/placement.ts'
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
} from './relations/relations.ts'
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
} from './relations/scope.ts'
export { topUnits } from './relations/top-units.ts'
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
export { type EndingUnit, type EndUnitInput, endUnit, type UnitDependants } from './units/end-unit.ts'
export { type FoundUnitInput, foundUnit } from './units/found-unit.ts'
export { childrenOf, listUnits, type UnitFilter } from './units/list-units.ts'
export { type PlaceUnitInput, placeUnit } from './units/place-unit.ts'
export {
  type UnitReference,
  unitNames,
  unitsByChild,
  unitsByCodes,
  unitsOfKinds,
} from './units/unit-references.ts'
export { findUnitByCode, getUnit, type UnitParentAt, type UnitView, unitsByIds } from './units/unit-view.ts'
