package jp.tsunagu.gateway.web;

import jp.tsunagu.contract.lifecycle.ConferenceEvent;

/** The codes an event of a meeting carries, ready to be read. */
final class ConferenceFacts {

  private ConferenceFacts() {}

  static void add(ConferenceEvent event, FactList facts) {
    switch (event) {
      case ConferenceEvent.MeetingRequested requested ->
          facts
              .agency("requestedBy", "相談した機関", requested.requestedBy())
              .code(
                  "conference",
                  "会議区分",
                  Names.labelled(requested.conference(), requested.conference().label()))
              .code(
                  "purpose",
                  "目的",
                  Names.labelled(requested.purpose(), requested.purpose().label()));
      case ConferenceEvent.ConferenceChanged changed ->
          facts
              .code("from", "前", Names.labelled(changed.from(), changed.from().label()))
              .code("to", "後", Names.labelled(changed.to(), changed.to().label()))
              .code("reason", "理由", Names.labelled(changed.reason(), changed.reason().label()));
      case ConferenceEvent.AgendaPublished published ->
          facts
              .code(
                  "conference",
                  "会議区分",
                  Names.labelled(published.conference(), published.conference().label()))
              .agency("organiser", "主催", published.place().organiser());
      case ConferenceEvent.ItemCarried carried ->
          facts.code("reason", "理由", Names.labelled(carried.reason(), carried.reason().label()));
      case ConferenceEvent.MeetingNoticeCancelled cancelled ->
          facts.code(
              "reason", "理由", Names.labelled(cancelled.reason(), cancelled.reason().label()));
      case ConferenceEvent.AttendanceAnswered answered ->
          facts
              .agency("agency", "回答した機関", answered.agency())
              .code("answer", "出欠", Names.labelled(answered.answer(), answered.answer().label()));
      case ConferenceEvent.ItemDecided decided -> {
        facts.code("outcome", "決定", Names.labelled(decided.outcome(), decided.outcome().label()));
        decided.leads().forEach(facts::lead);
      }
      case ConferenceEvent.MeetingRequestWithdrawn _,
          ConferenceEvent.MeetingHeld _,
          ConferenceEvent.MonitoringPeriodSet _,
          ConferenceEvent.ResourceGapRecorded _,
          ConferenceEvent.MeetingReportFiled _,
          ConferenceEvent.MeetingReportOverdue _ -> {}
    }
  }
}
