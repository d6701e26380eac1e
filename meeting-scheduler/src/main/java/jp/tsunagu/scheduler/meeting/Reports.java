package jp.tsunagu.scheduler.meeting;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import jp.tsunagu.contract.calendar.TokyoTime;
import jp.tsunagu.contract.directory.DirectoryRecord.MeetingBody;
import jp.tsunagu.contract.lifecycle.ConferenceCommand.RemindOfReport;
import jp.tsunagu.contract.meeting.ItemRef;
import jp.tsunagu.contract.meeting.MeetingEvent.ConferenceHeld;
import jp.tsunagu.contract.meeting.MeetingEvent.ReportReminded;

/** Chases the reports of meetings (報告書) that are overdue, once for each item. */
record Reports(Workbench bench) {

  void chase(Meeting meeting) {
    ConferenceHeld held = meeting.held();
    if (held == null) {
      return;
    }
    Optional<Instant> due = chasedAt(meeting, held);
    if (due.filter(bench::isPast).isEmpty()) {
      return;
    }
    for (ItemRef item : held.items()) {
      if (!meeting.outcome().reminded().contains(item) && !isReported(item)) {
        bench.happened(meeting.id(), header -> new ReportReminded(header, item));
        bench.ask(
            new RemindOfReport(
                bench.wish(item, meeting.id(), "report"), item.requestId(), meeting.id()));
      }
    }
  }

  private Optional<Instant> chasedAt(Meeting meeting, ConferenceHeld held) {
    Optional<MeetingBody> body = bench.city().body(meeting.id().body());
    return body.flatMap(
        each -> bench.city().days(each).reportChasedAt(TokyoTime.dateOf(held.heldAt())));
  }

  private boolean isReported(ItemRef item) {
    return bench
        .known()
        .item(item)
        .map(each -> Objects.requireNonNull(each).progress().reported())
        .orElse(true);
  }
}
