import { agencyFeedbackMissing } from '../rules/agency-feedback-missing.js'
import { applicantsMissing } from '../rules/applicants-missing.js'
import { authorityDistrictAbolished } from '../rules/authority-district-abolished.js'
import { authorityMissing } from '../rules/authority-missing.js'
import { catalogEmpty } from '../rules/catalog-empty.js'
import { channelsMissing } from '../rules/channels-missing.js'
import { conditionsMissing } from '../rules/conditions-missing.js'
import { contactUnchecked } from '../rules/contact-unchecked.js'
import { decisionMissing } from '../rules/decision-missing.js'
import { declaredCountWrong } from '../rules/declared-count-wrong.js'
import { dossierMissing } from '../rules/dossier-missing.js'
import { dossierSetsMissing } from '../rules/dossier-sets-missing.js'
import { dutyUncovered } from '../rules/duty-uncovered.js'
import { emailMalformed } from '../rules/email-malformed.js'
import { emailPersonalDomain } from '../rules/email-personal-domain.js'
import { expired } from '../rules/expired.js'
import { featuredUnknown } from '../rules/featured-unknown.js'
import { feeBasisMissing } from '../rules/fee-basis-missing.js'
import { feeContradictory } from '../rules/fee-contradictory.js'
import { feeKindMissing } from '../rules/fee-kind-missing.js'
import { feeMissing } from '../rules/fee-missing.js'
import { feeUnparsed } from '../rules/fee-unparsed.js'
import { fieldEmpty } from '../rules/field-empty.js'
import { fieldNameDuplicate } from '../rules/field-name-duplicate.js'
import { fieldNameUnclean } from '../rules/field-name-unclean.js'
import { fieldSingleOfficer } from '../rules/field-single-officer.js'
import { fieldUnknown } from '../rules/field-unknown.js'
import { fieldWithoutOfficer } from '../rules/field-without-officer.js'
import { formsMissing } from '../rules/forms-missing.js'
import { futureDate } from '../rules/future-date.js'
import { idDuplicate } from '../rules/id-duplicate.js'
import { legalBasisDuplicate } from '../rules/legal-basis-duplicate.js'
import { legalBasisMissing } from '../rules/legal-basis-missing.js'
import { legalBasisRepealed } from '../rules/legal-basis-repealed.js'
import { legalDateMissing } from '../rules/legal-date-missing.js'
import { legalNumberMalformed } from '../rules/legal-number-malformed.js'
import { linkBroken } from '../rules/link-broken.js'
import { linkMoved } from '../rules/link-moved.js'
import { linkUnreachable } from '../rules/link-unreachable.js'
import { notYetEffective } from '../rules/not-yet-effective.js'
import { officerAbsentWithoutDeputy } from '../rules/officer-absent-without-deputy.js'
import { officerUnknown } from '../rules/officer-unknown.js'
import { officerUnused } from '../rules/officer-unused.js'
import { officerWithoutPhone } from '../rules/officer-without-phone.js'
import { onlinePaymentMissing } from '../rules/online-payment-missing.js'
import { onlineUrlMalformed } from '../rules/online-url-malformed.js'
import { onlineUrlMissing } from '../rules/online-url-missing.js'
import { openingHoursOverlap } from '../rules/opening-hours-overlap.js'
import { openingHoursReversed } from '../rules/opening-hours-reversed.js'
import { partialWithoutReason } from '../rules/partial-without-reason.js'
import { personalDataExposed } from '../rules/personal-data-exposed.js'
import { phoneAmbiguousOldLandline } from '../rules/phone-ambiguous-old-landline.js'
import { phoneIsEmergencyOrPremium } from '../rules/phone-is-emergency-or-premium.js'
import { phoneMalformed } from '../rules/phone-malformed.js'
import { phoneMobileWithoutConsent } from '../rules/phone-mobile-without-consent.js'
import { phoneObsoleteAreaCode } from '../rules/phone-obsolete-area-code.js'
import { phoneObsoleteMobilePrefix } from '../rules/phone-obsolete-mobile-prefix.js'
import { phoneSharedByOfficers } from '../rules/phone-shared-by-officers.js'
import { placeholderText } from '../rules/placeholder-text.js'
import { procedureCodeDuplicate } from '../rules/procedure-code-duplicate.js'
import { procedureCodeForeignSuffix } from '../rules/procedure-code-foreign-suffix.js'
import { procedureCodeMalformed } from '../rules/procedure-code-malformed.js'
import { procedureCodeReplaced } from '../rules/procedure-code-replaced.js'
import { procedureCodeTitleMismatch } from '../rules/procedure-code-title-mismatch.js'
import { procedureCodeUnknown } from '../rules/procedure-code-unknown.js'
import { procedureTitleDuplicate } from '../rules/procedure-title-duplicate.js'
import { processingTimeExceedsStatutory } from '../rules/processing-time-exceeds-statutory.js'
import { processingTimeImplausible } from '../rules/processing-time-implausible.js'
import { processingTimeMissing } from '../rules/processing-time-missing.js'
import { processingTimeStepsMismatch } from '../rules/processing-time-steps-mismatch.js'
import { processingTimeUnitMissing } from '../rules/processing-time-unit-missing.js'
import { processingTimeUnparsed } from '../rules/processing-time-unparsed.js'
import { publicationDateMissing } from '../rules/publication-date-missing.js'
import { replacedButListed } from '../rules/replaced-but-listed.js'
import { resultsMissing } from '../rules/results-missing.js'
import { reviewOverdue } from '../rules/review-overdue.js'
import { serviceLevelChannelMismatch } from '../rules/service-level-channel-mismatch.js'
import { serviceLevelLegacy } from '../rules/service-level-legacy.js'
import { serviceLevelMissing } from '../rules/service-level-missing.js'
import { serviceLevelSchemeMixed } from '../rules/service-level-scheme-mixed.js'
import { serviceLevelUnknown } from '../rules/service-level-unknown.js'
import { stepsMissing } from '../rules/steps-missing.js'
import { textAllCaps } from '../rules/text-all-caps.js'
import { textBrokenSyllables } from '../rules/text-broken-syllables.js'
import { textDoubleSpace } from '../rules/text-double-space.js'
import { textInvisible } from '../rules/text-invisible.js'
import { textLookalike } from '../rules/text-lookalike.js'
import { textMisreadEncoding } from '../rules/text-misread-encoding.js'
import { textNotNfc } from '../rules/text-not-nfc.js'
import { titleIsDecision } from '../rules/title-is-decision.js'
import { titleTooLongForBoard } from '../rules/title-too-long-for-board.js'
import { titleTrailingPunctuation } from '../rules/title-trailing-punctuation.js'
import { toneMarkStyle } from '../rules/tone-mark-style.js'
import type { Rule } from './rule.js'

/** Every rule, in the order in which `explain` and the README list them. */
export const rules: readonly Rule[] = [
  procedureCodeMalformed,
  procedureCodeDuplicate,
  procedureTitleDuplicate,
  procedureCodeTitleMismatch,
  procedureCodeReplaced,
  procedureCodeUnknown,
  procedureCodeForeignSuffix,
  fieldUnknown,
  fieldEmpty,
  fieldNameDuplicate,
  fieldNameUnclean,
  officerUnknown,
  idDuplicate,
  declaredCountWrong,
  catalogEmpty,
  fieldWithoutOfficer,
  officerWithoutPhone,
  phoneMalformed,
  phoneObsoleteAreaCode,
  phoneObsoleteMobilePrefix,
  phoneAmbiguousOldLandline,
  phoneMobileWithoutConsent,
  phoneSharedByOfficers,
  phoneIsEmergencyOrPremium,
  emailMalformed,
  emailPersonalDomain,
  contactUnchecked,
  officerUnused,
  officerAbsentWithoutDeputy,
  fieldSingleOfficer,
  personalDataExposed,
  agencyFeedbackMissing,
  openingHoursOverlap,
  openingHoursReversed,
  dutyUncovered,
  serviceLevelMissing,
  serviceLevelUnknown,
  serviceLevelLegacy,
  serviceLevelSchemeMixed,
  onlineUrlMissing,
  onlineUrlMalformed,
  onlinePaymentMissing,
  linkBroken,
  linkMoved,
  linkUnreachable,
  serviceLevelChannelMismatch,
  partialWithoutReason,
  processingTimeMissing,
  processingTimeUnparsed,
  processingTimeUnitMissing,
  processingTimeExceedsStatutory,
  processingTimeStepsMismatch,
  processingTimeImplausible,
  feeMissing,
  feeContradictory,
  feeUnparsed,
  feeKindMissing,
  feeBasisMissing,
  legalBasisMissing,
  legalNumberMalformed,
  legalDateMissing,
  legalBasisRepealed,
  authorityDistrictAbolished,
  decisionMissing,
  notYetEffective,
  expired,
  replacedButListed,
  featuredUnknown,
  publicationDateMissing,
  reviewOverdue,
  futureDate,
  stepsMissing,
  channelsMissing,
  dossierMissing,
  dossierSetsMissing,
  applicantsMissing,
  authorityMissing,
  formsMissing,
  resultsMissing,
  conditionsMissing,
  textNotNfc,
  textLookalike,
  textInvisible,
  textDoubleSpace,
  textAllCaps,
  toneMarkStyle,
  titleTrailingPunctuation,
  titleTooLongForBoard,
  titleIsDecision,
  textBrokenSyllables,
  placeholderText,
  textMisreadEncoding,
  legalBasisDuplicate,
]
