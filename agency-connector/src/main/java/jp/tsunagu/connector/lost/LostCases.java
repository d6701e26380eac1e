package jp.tsunagu.connector.lost;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.tsunagu.connector.database.AgencyDatabase;
import jp.tsunagu.connector.database.Columns;
import jp.tsunagu.connector.directory.CurrentDirectory;
import jp.tsunagu.connector.record.Cases;
import jp.tsunagu.connector.record.InboxContent.Happened;
import jp.tsunagu.connector.record.InboxContent.KeysAnnounced;
import jp.tsunagu.connector.record.InboxContent.Told;
import jp.tsunagu.connector.record.InboxItem;
import jp.tsunagu.connector.record.InboxRows;
import jp.tsunagu.connector.record.Projection;
import jp.tsunagu.contract.directory.DirectoryRecord.AgencyKeys;
import jp.tsunagu.contract.id.CaseId;
import jp.tsunagu.contract.lifecycle.CaseEvent;
import jp.tsunagu.contract.lifecycle.ConsentEvent;
import jp.tsunagu.contract.lifecycle.ConsentEvent.ConsentWithdrawn;
import jp.tsunagu.contract.lifecycle.ConsentEvent.SharingStopRequested;
import jp.tsunagu.contract.lifecycle.ConsentEvent.SharingStopped;
import jp.tsunagu.contract.lifecycle.ConsultationEvent.CaseProtected;
import jp.tsunagu.contract.message.Notice;
import jp.tsunagu.contract.message.Notice.ConsentShown;
import org.springframework.stereotype.Component;

/**
 * How cases are known of which a restored network lost something. They stay as they were until the
 * network tells something new of them: its word counts then, and what it lost is left out. What
 * protects somebody is never left out.
 */
@Component
public final class LostCases {

  private static final String[] PROTECTING =
      Stream.of(
              CaseProtected.class,
              ConsentWithdrawn.class,
              SharingStopRequested.class,
              SharingStopped.class)
          .map(Class::getSimpleName)
          .toArray(String[]::new);

  private final Projection projection;
  private final InboxRows rows;
  private final CurrentDirectory directory;

  LostCases(Projection projection, InboxRows rows, CurrentDirectory directory) {
    this.projection = projection;
    this.rows = rows;
    this.directory = directory;
  }

  /** Before these are taken in: what was lost of their cases is left out. */
  public void leaveOutFor(AgencyDatabase database, Collection<? extends CaseEvent> events) {
    Set<CaseId> cases =
        events.stream()
            .filter(event -> event.header().incarnation() > 0)
            .map(event -> event.header().caseId())
            .collect(Collectors.toSet());
    if (!cases.isEmpty()) {
      leaveOut(database, "case_id = any(:which::uuid[]) and lost", Columns.texts(cases));
    }
  }

  /** This news counts no more. */
  void leaveOut(AgencyDatabase database, long position) {
    leaveOut(database, "position = any(:which)", new Long[] {position});
  }

  private void leaveOut(AgencyDatabase database, String which, Object[] ids) {
    database
        .jdbc()
        .sql(
            "update inbox set left_out = true where not left_out and kind <> all(:protecting) and "
                + which
                + " returning case_id")
        .param("protecting", PROTECTING)
        .param("which", ids)
        .query(UUID.class)
        .list()
        .stream()
        .distinct()
        .sorted()
        .forEach(caseId -> foldAnew(database, new CaseId(caseId)));
  }

  private void foldAnew(AgencyDatabase database, CaseId caseId) {
    Cases cases = projection.open(database, List.of(caseId));
    for (String emptied :
        List.of(
            "delete from referral where case_id = :case",
            "update supported_case set state = null, version = 0 where case_id = :case")) {
      database.jdbc().sql(emptied).param("case", caseId.value()).update();
    }
    cases.forget(caseId);
    for (InboxRows.Kept kept : rows.ofCase(database, caseId)) {
      switch (kept.content()) {
        case Happened(CaseEvent event) -> cases.apply(event);
        case Told(ConsentShown shown) -> cases.show(shown);
        case Told(Notice _), KeysAnnounced(AgencyKeys _) -> {}
      }
    }
    cases.write();
  }

  /**
   * The stops and erasures that the network lost: they hold for whatever comes of these cases, as
   * long as somebody is to decide about anything lost of them.
   */
  public List<ConsentEvent> stillHolding(AgencyDatabase database, Collection<CaseId> cases) {
    if (cases.isEmpty() || directory.snapshot().incarnation() == 0) {
      return List.of();
    }
    List<Long> positions =
        database
            .jdbc()
            .sql(
                """
                select i.position from inbox i
                where i.lost and i.case_id = any(:cases::uuid[])
                  and i.kind in ('SharingStopRequested', 'SharingStopped')
                  and exists (
                    select 1 from lost_item l left join inbox news on news.position = l.position
                      left join outbox o on o.id = l.outbox_id
                    where l.decision is null and coalesce(news.case_id, o.case_id) = i.case_id)
                """)
            .param("cases", Columns.texts(cases))
            .query(Long.class)
            .list();
    return rows.at(database, positions).stream()
        .map(InboxItem::content)
        .<ConsentEvent>mapMulti(
            (content, events) -> {
              if (content instanceof Happened(ConsentEvent event)) {
                events.accept(event);
              }
            })
        .toList();
  }
}
