package jp.tsunagu.connector.inbox;

import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.tsunagu.connector.agency.HostedAgency;
import jp.tsunagu.connector.database.AgencyDatabase;
import jp.tsunagu.connector.dossier.FileStore;
import jp.tsunagu.connector.inbox.HeldInbox.Incoming;
import jp.tsunagu.connector.inbox.News.OfDossier;
import jp.tsunagu.connector.inbox.News.OfEvent;
import jp.tsunagu.connector.inbox.News.OfNotice;
import jp.tsunagu.connector.lost.LostCases;
import jp.tsunagu.connector.outbox.CommandAnswers;
import jp.tsunagu.connector.record.Alarm;
import jp.tsunagu.connector.record.Alarms;
import jp.tsunagu.connector.record.Arrivals;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.CaseId;
import jp.tsunagu.contract.lifecycle.CaseEvent;
import jp.tsunagu.contract.message.Notice;
import jp.tsunagu.contract.message.Notice.CommandRefused;
import jp.tsunagu.contract.message.Notice.CommandUnreadable;
import jp.tsunagu.contract.message.Notice.ConsentShown;
import jp.tsunagu.contract.message.Notice.PieceDelivered;
import jp.tsunagu.contract.topic.Topic;
import jp.tsunagu.contract.wire.Codec;
import jp.tsunagu.runtime.aside.CodecReader;
import jp.tsunagu.runtime.aside.KeyRule;
import jp.tsunagu.runtime.aside.Place;
import jp.tsunagu.runtime.aside.RawRecord;
import jp.tsunagu.runtime.aside.RecordReader;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Takes records of an inbox topic in: their rows, what they change and what they cause, all in the
 * transaction that is running and in as many statements whether they are few or many. The same
 * event twice has no second effect. What cannot be read is put aside, and the later records of its
 * case wait.
 */
@Component
public final class Intake {

  private final Codec codec;
  private final Arrivals arrivals;
  private final EventEffects effects;
  private final DossierIntake dossierIntake;
  private final CommandAnswers answers;
  private final FileStore files;
  private final LostCases lost;
  private final Alarms alarms;
  private final Clock clock;

  Intake(
      Codec codec,
      Arrivals arrivals,
      EventEffects effects,
      DossierIntake dossierIntake,
      CommandAnswers answers,
      FileStore files,
      LostCases lost,
      Alarms alarms,
      Clock clock) {
    this.codec = codec;
    this.arrivals = arrivals;
    this.effects = effects;
    this.dossierIntake = dossierIntake;
    this.answers = answers;
    this.files = files;
    this.lost = lost;
    this.alarms = alarms;
    this.clock = clock;
  }

  /**
   * The agency's inbox as it is held, for the transaction that is running.
   *
   * @param partitions of the inbox topic
   */
  public HeldInbox open(HostedAgency agency, AgencyDatabase database, Topic topic, int partitions) {
    AsideRows rows = new AsideRows(database, alarms, clock, topic.name());
    RecordReader<Record> reader =
        CodecReader.of(codec, topic, Record.class, keys(agency.id()), () -> partitions);
    return new HeldInbox(reader, rows, records -> take(agency, database, rows, records));
  }

  /** The case id; of the notice that is about no case, the agency's own id. */
  private static KeyRule<Record> keys(AgencyId own) {
    KeyRule<Record> ofCase = KeyRule.caseId(Intake::caseOf);
    return new KeyRule<>(
        text -> ofCase.usable().test(text) || text.equals(own.value()), ofCase.inRecord());
  }

  private static @Nullable CaseId caseOf(Record value) {
    if (value instanceof CaseEvent event) {
      return event.header().caseId();
    }
    return value instanceof Notice notice ? News.caseOf(notice) : null;
  }

  private void take(
      HostedAgency agency, AgencyDatabase database, AsideRows rows, List<Incoming> records) {
    List<News> all = read(database, records);
    keepAlone(rows, records, all);
    List<News> ours = all.stream().filter(Intake::isOurs).filter(one -> !isPiece(one)).toList();
    lost.leaveOutFor(database, ours.stream().flatMap(Intake::event).toList());
    Set<UUID> fresh =
        new HashSet<>(
            arrivals.store(
                agency, database, ours.stream().map(one -> one.row(agency.id())).toList()));
    CommandAnswers.Taken answered =
        answers.take(database, ours.stream().flatMap(Intake::notice).toList());
    List<News> taken =
        ours.stream().filter(one -> fresh.remove(one.row(agency.id()).itemId())).toList();
    Changes changes = effects.open(database, cases(taken, answered));
    all.stream()
        .flatMap(one -> one instanceof OfDossier dossier ? Stream.of(dossier) : Stream.empty())
        .forEach(dossier -> changes.alarms.addAll(DossierIntake.alarms(dossier)));
    if (answered.sentByOthers().stream().anyMatch(Intake::isAboutKeys)) {
      changes.alarms.add(new Alarms.Raised(Alarm.Kind.KEY_FOREIGN));
    }
    taken.forEach(one -> apply(changes, one, answered));
    lost.stillHolding(database, about(taken)).forEach(stop -> EventEffects.hold(changes, stop));
    effects.write(changes);
    files.keep(database, all.stream().flatMap(Intake::piece).toList());
  }

  private static Set<CaseId> about(List<News> taken) {
    return taken.stream()
        .flatMap(one -> Stream.ofNullable(one.caseId()))
        .collect(Collectors.toUnmodifiableSet());
  }

  private List<News> read(AgencyDatabase database, List<Incoming> records) {
    Map<Place, OfDossier> dossiers = new HashMap<>();
    dossierIntake.open(database, records).forEach(one -> dossiers.put(one.place(), one));
    return records.stream()
        .<News>mapMulti(
            (each, news) -> {
              Place place = each.raw().place();
              OfDossier dossier = dossiers.get(place);
              if (dossier != null) {
                news.accept(dossier);
              } else if (each.value() instanceof CaseEvent event) {
                news.accept(new OfEvent(place, event));
              } else if (each.value() instanceof Notice notice) {
                news.accept(new OfNotice(place, notice));
              }
            })
        .toList();
  }

  /** A dossier of which no part is for this agency was misrouted or copied. */
  private static boolean isOurs(News news) {
    return !(news instanceof OfDossier dossier) || dossier.isOurs();
  }

  /** A piece of a file is no news by itself: that of its part is, which stands before it. */
  private static boolean isPiece(News news) {
    return piece(news).findAny().isPresent();
  }

  private static Stream<PieceDelivered> piece(News news) {
    return news instanceof OfNotice(_, PieceDelivered piece) ? Stream.of(piece) : Stream.empty();
  }

  private static void keepAlone(AsideRows rows, List<Incoming> records, List<News> all) {
    Set<Place> foreign =
        all.stream()
            .filter(one -> !isOurs(one))
            .map(News::place)
            .collect(Collectors.toUnmodifiableSet());
    List<RawRecord> kept =
        records.stream().map(Incoming::raw).filter(raw -> foreign.contains(raw.place())).toList();
    rows.keepAlone(kept, "DOSSIER_NOT_FOR_US");
  }

  private static Stream<CaseEvent> event(News news) {
    return news instanceof OfEvent(_, CaseEvent event) ? Stream.of(event) : Stream.empty();
  }

  private static Stream<Notice> notice(News news) {
    return news instanceof OfNotice(_, Notice notice) ? Stream.of(notice) : Stream.empty();
  }

  /** Those that are folded, or of which nothing may stay. */
  private static Collection<CaseId> cases(List<News> taken, CommandAnswers.Taken answered) {
    Set<CaseId> cases = new HashSet<>();
    for (News news : taken) {
      switch (news) {
        case OfEvent(_, CaseEvent event) -> cases.add(event.header().caseId());
        case OfNotice(_, ConsentShown shown) -> cases.add(shown.caseId());
        case OfNotice(_, CommandRefused refused)
            when answered.refusedSheets().contains(refused.commandId()) ->
            cases.add(refused.caseId());
        case OfNotice _, OfDossier _ -> {}
      }
    }
    return cases;
  }

  private void apply(Changes changes, News news, CommandAnswers.Taken answered) {
    switch (news) {
      case OfEvent(_, CaseEvent event) -> effects.apply(changes, event);
      case OfDossier dossier -> dossierIntake.keep(changes, dossier);
      case OfNotice(_, ConsentShown shown) -> changes.cases.show(shown);
      case OfNotice(_, CommandRefused refused)
          when answered.refusedSheets().contains(refused.commandId()) ->
          EventEffects.refused(changes, refused.caseId());
      case OfNotice _ -> {}
    }
  }

  /** An announcement that this agency did not send: somebody else writes to its outbox. */
  private static boolean isAboutKeys(CommandUnreadable unreadable) {
    return unreadable.reason().startsWith("KEY_") && !unreadable.reason().equals("KEY_WRONG");
  }
}
