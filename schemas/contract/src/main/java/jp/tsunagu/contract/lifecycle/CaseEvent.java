package jp.tsunagu.contract.lifecycle;

/** What happened in a case, decided by the gateway and never changed. Times, ids and codes only. */
public sealed interface CaseEvent
    permits ConsultationEvent,
        ReferralEvent,
        CoordinationEvent,
        ConsentEvent,
        ConferenceEvent,
        SideEvent,
        InquiryEvent,
        PaperEvent,
        UnknownEvent {

  /** Identity, position and times of this event. */
  EventHeader header();
}
