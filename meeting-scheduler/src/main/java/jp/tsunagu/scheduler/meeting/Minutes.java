package jp.tsunagu.scheduler.meeting;

import java.util.List;
import jp.tsunagu.contract.dossier.FormRef;
import jp.tsunagu.contract.dossier.KnownForm;
import jp.tsunagu.contract.meeting.ItemRef;
import jp.tsunagu.contract.meeting.MeetingEvent.ConferenceHeld;
import jp.tsunagu.contract.meeting.MeetingEvent.MinutesCompleted;

/** The minutes of a meeting (会議録): complete once those of every item it dealt with are written. */
record Minutes(Workbench bench) {

  private static final FormRef FORM = new FormRef(KnownForm.MEETING_MINUTES.formId(), 1);

  void complete(Meeting meeting) {
    ConferenceHeld held = meeting.held();
    if (held != null
        && !held.items().isEmpty()
        && !meeting.outcome().minutesComplete()
        && missing(bench.known(), held.items()).isEmpty()) {
      bench.happened(meeting.id(), MinutesCompleted::new);
    }
  }

  /** Those of which nothing is written in their case. */
  static List<ItemRef> missing(Known known, List<ItemRef> items) {
    return items.stream().filter(item -> !isWritten(known, item)).toList();
  }

  private static boolean isWritten(Known known, ItemRef item) {
    return known
        .state(item.caseId())
        .flatMap(state -> state.form(FORM, item.requestId()))
        .isPresent();
  }
}
