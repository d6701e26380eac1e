package jp.tsunagu.gateway.web;

import java.util.List;
import jp.tsunagu.contract.directory.CodeList;
import jp.tsunagu.contract.lifecycle.CaseEvent;
import jp.tsunagu.contract.lifecycle.ConferenceEvent;
import jp.tsunagu.contract.lifecycle.ConsentEvent;
import jp.tsunagu.contract.lifecycle.ConsultationEvent;
import jp.tsunagu.contract.lifecycle.CoordinationEvent;
import jp.tsunagu.contract.lifecycle.InquiryEvent;
import jp.tsunagu.contract.lifecycle.PaperEvent;
import jp.tsunagu.contract.lifecycle.Reception;
import jp.tsunagu.contract.lifecycle.ReferralEvent;
import jp.tsunagu.contract.lifecycle.SideEvent;
import jp.tsunagu.contract.lifecycle.UnknownEvent;
import jp.tsunagu.contract.wording.Coded;
import jp.tsunagu.contract.wording.Heading;

/**
 * The codes an event carries, ready to be read; dossiers, recipients and exclusions are no facts.
 */
final class EventFacts {

  private EventFacts() {}

  static List<Fact> of(CaseEvent event, Names names) {
    FactList facts = new FactList(names);
    switch (event) {
      case ConsultationEvent consultation -> consultation(consultation, facts, names);
      case ReferralEvent referral -> referral(referral, facts, names);
      case CoordinationEvent coordination -> coordination(coordination, facts, names);
      case ConsentEvent consent -> consent(consent, facts);
      case ConferenceEvent conference -> ConferenceFacts.add(conference, facts, names);
      case SideEvent side -> side(side, facts);
      case InquiryEvent inquiry -> inquiry(inquiry, facts);
      case PaperEvent paper -> paper(paper, facts);
      case UnknownEvent _ -> {}
    }
    return facts.facts();
  }

  private static void consultation(ConsultationEvent event, FactList facts, Names names) {
    switch (event) {
      case ConsultationEvent.ConsultationReceived received -> received(received, facts, names);
      case ConsultationEvent.FieldsSettled settled ->
          Names.coded(settled.fields())
              .forEach(field -> facts.code("field", Heading.FIELD.label(), field));
      case ConsultationEvent.PersonsRegistered registered ->
          facts.number("persons", "世帯員の人数", registered.persons());
      case ConsultationEvent.SupportEnded ended ->
          facts.code("outcome", Heading.OUTCOME.label(), Coded.of(ended.outcome()));
      case ConsultationEvent.NotificationRecorded notified -> {
        facts
            .code("office", "連絡先", Coded.of(notified.office()))
            .code("statute", "根拠法令", Coded.of(notified.statute()));
        notified.persons().stream().sorted().forEach(facts::person);
      }
      case ConsultationEvent.CaseProtected _, ConsultationEvent.ProtectionLifted _ -> {}
    }
  }

  private static void received(
      ConsultationEvent.ConsultationReceived event, FactList facts, Names names) {
    Reception reception = event.reception();
    facts
        .agency("receivedBy", "受け付けた機関", event.receivedBy())
        .code("area", Heading.AREA.label(), names.area(reception.area()))
        .urgency(reception.urgency())
        .code("kind", "新規・継続", Coded.of(reception.kind()))
        .number("persons", "世帯員の人数", event.persons());
    Names.coded(reception.fields())
        .forEach(field -> facts.code("field", Heading.FIELD.label(), field));
    String introducer = reception.introducedBy();
    if (introducer != null) {
      facts.code(
          "introducedBy", Heading.INTRODUCER.label(), names.code(CodeList.INTRODUCERS, introducer));
    }
  }

  private static void referral(ReferralEvent event, FactList facts, Names names) {
    switch (event) {
      case ReferralEvent.SheetSubmitted sheet ->
          facts
              .agency("sender", "送付元", sheet.sender())
              .urgency(sheet.urgency())
              .clock(sheet.clock());
      case ReferralEvent.ReferralTriaged triaged ->
          facts
              .agency("receiver", "宛先", triaged.receiver())
              .mode(triaged.mode())
              .clock(triaged.clock());
      case ReferralEvent.ReferralSent sent -> sent(sent, facts);
      case ReferralEvent.ReferralDeclined declined ->
          facts.code(
              "reason",
              Heading.REASON.label(),
              names.code(CodeList.DECLINE_REASONS, declined.reason()));
      case ReferralEvent.ReferralSentBack sentBack ->
          facts.code(
              "reason",
              Heading.REASON.label(),
              names.code(CodeList.SEND_BACK_REASONS, sentBack.reason()));
      case ReferralEvent.ReferralForwarded forwarded ->
          facts.leg("next", "続きの連絡", forwarded.nextReferralId().value());
      case ReferralEvent.ReferralCompleted completed ->
          facts.code("outcome", Heading.OUTCOME.label(), Coded.of(completed.outcome()));
      case ReferralEvent.ReferralReopened reopened -> facts.clock(reopened.clock());
      case ReferralEvent.DossierRequested requested ->
          facts
              .agency("holder", "依頼先", requested.holder())
              .agency("recipient", "受け取る機関", requested.recipient());
      case ReferralEvent.SharedByLaw shared -> facts.person(shared.person());
      case ReferralEvent.ReferralArrived _,
          ReferralEvent.ReferralOpened _,
          ReferralEvent.ReferralAccepted _,
          ReferralEvent.InformationRequested _,
          ReferralEvent.InformationProvided _,
          ReferralEvent.FirstContactMade _,
          ReferralEvent.ReferralWithdrawn _,
          ReferralEvent.WithdrawalRequested _,
          ReferralEvent.WithdrawalConfirmed _,
          ReferralEvent.ReferralReminded _,
          ReferralEvent.ResponseDueSoon _,
          ReferralEvent.ResponseOverdue _,
          ReferralEvent.OverdueEscalated _,
          ReferralEvent.DossierProvided _ -> {}
    }
  }

  private static void sent(ReferralEvent.ReferralSent event, FactList facts) {
    facts
        .agency("sender", "送付元", event.parties().sender())
        .agency("receiver", "宛先", event.parties().receiver())
        .mode(event.mode())
        .urgency(event.urgency())
        .clock(event.clock());
  }

  private static void coordination(CoordinationEvent event, FactList facts, Names names) {
    switch (event) {
      case CoordinationEvent.CoordinationRequested requested ->
          facts
              .agency("requestedBy", "依頼した機関", requested.requestedBy())
              .agency("coordinator", Heading.COORDINATOR.label(), requested.coordinator());
      case CoordinationEvent.ScreeningDecided screening ->
          facts
              .code("route", "扱い", Coded.of(screening.route()))
              .code(
                  "reason",
                  Heading.REASON.label(),
                  names.code(CodeList.SCREENING_REASONS, screening.reason()));
      case CoordinationEvent.CaseHandedBack handedBack ->
          facts
              .agency("receiver", "宛先", handedBack.parties().receiver())
              .urgency(handedBack.urgency())
              .settled(handedBack.settled())
              .clock(handedBack.clock())
              .passed(handedBack.passed());
      case CoordinationEvent.CoordinationClosed closed -> {
        closed.leads().forEach(facts::lead);
        facts.given("ground", "終結の理由", closed.ground()).passed(closed.passed());
      }
      case CoordinationEvent.CoordinatorChanged changed ->
          facts.agency("from", "前", changed.from()).agency("to", "後", changed.to());
      case CoordinationEvent.ResultReported reported ->
          facts.person(reported.person()).passed(reported.passed());
      case CoordinationEvent.SupportDecided decided -> facts.passed(decided.passed());
      case CoordinationEvent.MemberAppointed appointed ->
          facts.agency("member", "構成員", appointed.member());
      case CoordinationEvent.MemberReleased released ->
          facts.agency("member", "構成員", released.member());
      case CoordinationEvent.FormRecorded recorded -> {
        facts.number("revision", "版", recorded.revision()).day("dated", "日付", recorded.dated());
        recorded.persons().stream().sorted().forEach(facts::person);
      }
      case CoordinationEvent.CoordinationAccepted _ -> {}
    }
  }

  private static void side(SideEvent event, FactList facts) {
    facts.person(event.flow().person()).agency("provider", "担う機関", event.flow().provider());
    switch (event) {
      case SideEvent.SideSupportBegun begun ->
          facts.code("reason", Heading.REASON.label(), Coded.of(begun.reason()));
      case SideEvent.SideSupportMoved moved ->
          facts.code("stage", "段階", Coded.of(moved.stage())).passed(moved.passed());
      case SideEvent.ContactRecorded recorded ->
          facts.code("contact", "方法", Coded.of(recorded.contact()));
      case SideEvent.SideSupportEnded ended ->
          facts
              .given("ground", "終結の理由", ended.ground())
              .given("rhythm", "連絡の頻度", ended.rhythm())
              .passed(ended.passed());
    }
  }

  private static void paper(PaperEvent event, FactList facts) {
    switch (event) {
      case PaperEvent.PapersHandedOut handedOut ->
          handedOut
              .copies()
              .forEach(
                  copy ->
                      facts
                          .number("number", "資料番号", copy.number())
                          .agency("agency", "渡した機関", copy.agency()));
      case PaperEvent.PaperOpened opened -> facts.number("number", "資料番号", opened.number());
      case PaperEvent.PapersCalledBack back ->
          back.numbers().stream()
              .sorted()
              .forEach(number -> facts.number("number", "資料番号", number));
    }
  }

  private static void inquiry(InquiryEvent event, FactList facts) {
    facts.agency("agency", "依頼先", event.agency());
    switch (event) {
      case InquiryEvent.InquirySent sent -> {
        sent.persons().stream().sorted().forEach(facts::person);
        facts.clock(sent.clock());
      }
      case InquiryEvent.InquiryAnswered answered ->
          facts.given("unable", Heading.REASON.label(), answered.unable());
      case InquiryEvent.InquiryEnded ended ->
          facts.code("stage", Heading.REASON.label(), Coded.of(ended.stage()));
      case InquiryEvent.InquiryDueSoon _, InquiryEvent.InquiryOverdue _ -> {}
    }
  }

  private static void consent(ConsentEvent event, FactList facts) {
    switch (event) {
      case ConsentEvent.ConsentRecorded recorded ->
          facts
              .person(recorded.terms().person())
              .code("purpose", "目的", Coded.of(recorded.terms().purpose()));
      case ConsentEvent.ConsentWithdrawn withdrawn -> facts.person(withdrawn.person());
      case ConsentEvent.SharingStopRequested requested ->
          facts.person(requested.person()).agency("holder", "求めた先", requested.holder());
      case ConsentEvent.SharingStopped stopped ->
          facts
              .person(stopped.person())
              .agency("holder", "回答した機関", stopped.holder())
              .code("answer", "回答の内容", Coded.of(stopped.answer()));
    }
  }
}
