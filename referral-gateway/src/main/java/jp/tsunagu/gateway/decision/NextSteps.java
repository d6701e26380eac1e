package jp.tsunagu.gateway.decision;

import java.util.List;
import jp.tsunagu.contract.message.NextStep;
import jp.tsunagu.contract.message.RefusalCode;

/** What can be done instead of a refused command, best first. */
public final class NextSteps {

  private NextSteps() {}

  /** The ways out of this refusal; empty where there is nothing left to do. */
  public static List<NextStep> of(RefusalCode code) {
    return switch (code) {
      case NO_BASIS_FOR_PERSON ->
          List.of(
              NextStep.LEAVE_PERSON_OUT,
              NextStep.ASK_WITHOUT_NAMES,
              NextStep.PREPARE_SUPPORT_CONFERENCE,
              NextStep.CHOOSE_LAWFUL_BASIS,
              NextStep.RECORD_CONSENT);
      case BASIS_MISSING -> List.of(NextStep.CHOOSE_LAWFUL_BASIS, NextStep.LEAVE_PERSON_OUT);
      case WHEREABOUTS_NOT_FOR_RECEIVER, TOKEN_FOR_DESK_ONLY ->
          List.of(NextStep.LEAVE_PERSON_OUT, NextStep.CORRECT_AND_RESEND);
      case CONSENT_FOR_PLAN_CONFERENCE_MISSING ->
          List.of(NextStep.RECORD_CONSENT, NextStep.PREPARE_SUPPORT_CONFERENCE);
      case SUPPORT_CONFERENCE_NOT_NEEDED -> List.of(NextStep.ASK_FOR_PLAN_CONFERENCE);
      case ABSENCE_REASON_MISSING ->
          List.of(NextStep.CORRECT_AND_RESEND, NextStep.SEND_PROXY_OR_OPINION);
      case TELEPHONE_FIRST -> List.of(NextStep.TELEPHONE_FIRST);
      case WITHDRAWAL_NEEDS_CONFIRMATION -> List.of(NextStep.REQUEST_WITHDRAWAL);
      case RESEAL -> List.of(NextStep.RESEAL);
      case ALREADY_CLOSED -> List.of(NextStep.REOPEN, NextStep.SEND_AS_NEXT_LEG);
      case CONTINUED_ELSEWHERE -> List.of(NextStep.SEND_AS_NEXT_LEG, NextStep.REFRESH);
      case REFERRAL_STILL_OPEN -> List.of(NextStep.USE_OPEN_REFERRAL, NextStep.SEND_BESIDE_OPEN);
      case STEP_NOT_READY -> List.of(NextStep.GIVE_EXCEPTION);
      case SIDE_SUPPORT_NOT_RUNNING -> List.of(NextStep.BEGIN_SIDE_SUPPORT, NextStep.REFRESH);
      case INQUIRY_ALREADY_OPEN -> List.of(NextStep.LEAVE_AGENCY_OUT, NextStep.REFRESH);
      case SIDE_STAGE_NOT_NEXT -> List.of(NextStep.CHOOSE_NEXT_STAGE);
      case PROVIDER_NOT_IN_CASE -> List.of(NextStep.CONNECT_FIRST, NextStep.CORRECT_AND_RESEND);
      case UNKNOWN -> List.of(NextStep.UPDATE_PROGRAM);
      case AGENCY_UNKNOWN,
          DOSSIER_HOLDER_LEFT,
          RECEIVER_NOT_POSSIBLE,
          RECEIVER_ON_PAPER,
          PARTITION_WRONG,
          CASE_TOO_LARGE,
          UPDATE_GATEWAY,
          COMMAND_TOO_OLD ->
          List.of(NextStep.CONTACT_DESK);
      case COMMAND_FROM_THE_FUTURE,
          FIELDS_MISSING,
          PERSON_UNKNOWN,
          PERSONS_OUT_OF_RANGE,
          AREA_UNKNOWN,
          REASON_UNKNOWN,
          NOTE_MISSING,
          INTRODUCER_UNKNOWN,
          RECEIVER_IS_SENDER,
          STATUTE_WITHOUT_NOTIFICATION,
          DOSSIER_UNKNOWN,
          DOSSIER_ALREADY_EXISTS,
          DOSSIER_SENDER_WRONG,
          CONSENT_UNKNOWN,
          CONSENT_ALREADY_EXISTS,
          CONSENT_RECIPIENTS_MISSING,
          REFERRAL_ALREADY_EXISTS,
          EXCLUSION_NOT_POSSIBLE,
          COORDINATOR_NOT_ELIGIBLE,
          LEAD_MISSING,
          MEETING_REQUEST_ALREADY_EXISTS,
          MEETING_PERSONS_MISSING,
          FORM_UNKNOWN,
          PAPER_RECIPIENTS_MISSING,
          FORM_AND_ITEM_DIFFER,
          CONSENT_AND_FORM_DIFFER,
          INQUIRY_AGENCIES_MISSING,
          INQUIRY_PERSONS_MISSING,
          INQUIRY_TEXT_MISSING,
          INQUIRY_DUE_NOT_POSSIBLE,
          INQUIRY_ANSWER_MISSING,
          FORM_PERSONS_MISSING,
          MEETING_MINUTES_OUT_OF_RANGE,
          MEETING_BODY_UNKNOWN,
          MEETING_BODY_OF_OTHER_KIND,
          MEETING_ORGANISER_NOT_POSSIBLE,
          DATES_DO_NOT_FIT,
          OUTCOME_NOT_POSSIBLE,
          ROLE_UNKNOWN,
          SIDE_REASON_WRONG,
          PROVIDER_WITHOUT_PROGRAMME,
          RESOURCE_UNKNOWN,
          MONITORING_PERIOD_WRONG ->
          List.of(NextStep.CORRECT_AND_RESEND);
      case NOT_THE_SENDER,
          NOT_THE_RECEIVER,
          NOT_THE_RECEIVING_AGENCY,
          ONLY_THE_DESK,
          ONLY_THE_COORDINATOR,
          ONLY_WHO_ASKED,
          ONLY_THE_PROVIDER,
          ONLY_THE_SCHEDULER ->
          List.of(NextStep.CONTACT_DESK, NextStep.REFRESH);
      case CASE_UNKNOWN,
          CASE_ALREADY_RECEIVED,
          REFERRAL_UNKNOWN,
          AWAITING_TRIAGE,
          ALREADY_TRIAGED,
          ALREADY_ARRIVED,
          ALREADY_OPENED,
          ALREADY_ANSWERED,
          NOT_ACCEPTED,
          NOT_CLOSED,
          CHAIN_NOT_CONTINUABLE,
          FIRST_CONTACT_ALREADY_MADE,
          QUESTION_ALREADY_OPEN,
          NO_OPEN_QUESTION,
          WITHDRAWAL_ALREADY_REQUESTED,
          NO_WITHDRAWAL_REQUESTED,
          CONSENT_ALREADY_WITHDRAWN,
          NO_STOP_REQUESTED,
          NOT_PROTECTED,
          SUPPORT_ALREADY_ENDED,
          COORDINATION_NOT_REQUESTED,
          COORDINATION_ALREADY_RUNNING,
          COORDINATION_NOT_OPEN,
          SIDE_SUPPORT_ALREADY_RUNNING,
          INQUIRY_NOT_OPEN,
          MEMBER_ALREADY_APPOINTED,
          NOT_A_MEMBER,
          MEETING_REQUEST_UNKNOWN,
          MEETING_ITEM_NOT_OPEN,
          MEETING_ITEM_NOT_HELD,
          MEETING_ITEM_ALREADY_DECIDED,
          DATES_NOT_ASKED,
          MEETING_NOTICE_UNKNOWN,
          AGENDA_REVISION_NOT_NEWER,
          NOT_INVITED,
          PAPER_UNKNOWN,
          PAPER_ALREADY_OPENED,
          PAPERS_TOO_MANY,
          MEETING_REPORT_ALREADY_FILED ->
          List.of(NextStep.REFRESH);
    };
  }
}
