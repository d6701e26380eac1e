package jp.tsunagu.connector.mailbox;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import jp.tsunagu.connector.agency.Mailbox;
import jp.tsunagu.connector.agency.WaitReason;
import jp.tsunagu.connector.database.AgencyDatabase;
import jp.tsunagu.connector.database.Lease;
import jp.tsunagu.connector.mailbox.Mails.OnItsWay;
import jp.tsunagu.connector.record.Records;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.runtime.broker.Signal;
import jp.tsunagu.runtime.mail.MailBackOff;
import jp.tsunagu.runtime.mail.MailOrder;
import jp.tsunagu.runtime.mail.MailOutcome;
import jp.tsunagu.runtime.mail.MessageId;
import org.jspecify.annotations.Nullable;

/**
 * The mails to one agency's mailbox. What came within some minutes is one mail; there is one at a
 * time, whose id is stored before it is sent, so that a process that dies before it noted the
 * sending sends it again under the same id. What was opened or answered meanwhile is not told.
 * Failures are tried again for ever, at most once an hour, once a day where the address is refused.
 */
final class AgencyMail {

  /** Of all processes, only one sends. */
  static final String LEASE = "mail";

  private static final Duration BETWEEN_MAILS = Duration.ofSeconds(1);
  private static final Duration REFUSED = Duration.ofDays(1);

  /** So many things are told in one mail; what is beyond it is told in the next. */
  private static final int MOST = 1_000;

  private final AgencyDatabase database;
  private final Mailbox mailbox;
  private final Standing standing;
  private final Way way;
  private final Clock clock;
  private final Mails mails;
  private final Lease lease;
  private boolean isLooking;
  private @Nullable Done unnoted;

  /**
   * How mails leave.
   *
   * @param send hands one to the mail server, once
   * @param freshId of a mail to this agency
   * @param bundled so long the first thing of a mail waits for more
   */
  record Way(
      Function<MailOrder, MailOutcome> send,
      Function<AgencyId, MessageId> freshId,
      Envelopes envelopes,
      Duration bundled) {}

  /** What the server said of a mail. */
  private record Done(OnItsWay mail, MailOutcome outcome) {}

  AgencyMail(
      AgencyDatabase database,
      Signal news,
      Mailbox mailbox,
      Records records,
      Way way,
      Clock clock) {
    this.database = database;
    this.mailbox = mailbox;
    this.standing = new Standing(database.agency(), records, mailbox.tell());
    this.way = way;
    this.clock = clock;
    this.mails = new Mails(database);
    this.lease = database.lease(LEASE, news);
  }

  /** Sends what is due; of all processes only the one that holds the lease does. */
  Optional<Duration> sendWhatIsDue() throws SQLException {
    if (!lease.isHeldOrTold()) {
      isLooking = false;
      return Optional.empty();
    }
    begin();
    noteWhatIsUnnoted();
    Optional<OnItsWay> trial = mails.waiting(true);
    trial.ifPresent(this::sendTrial);
    Instant now = now();
    Optional<OnItsWay> due =
        mails.waiting(false).or(this::bundle).filter(mail -> !mail.due().isAfter(now));
    due.ifPresent(this::sendDue);
    return trial.or(() -> due).map(_ -> BETWEEN_MAILS);
  }

  /** Who starts has perhaps other settings now. */
  private void begin() {
    if (!isLooking) {
      mails.tryNow(now());
      isLooking = true;
    }
  }

  private Optional<OnItsWay> bundle() {
    Instant now = now();
    Instant ripe = now.minus(way.bundled());
    List<Tiding> untold = mails.untold(now, MOST);
    if (untold.isEmpty() || untold.getFirst().from().isAfter(ripe)) {
      return Optional.empty();
    }
    return database.inTransaction(
        () -> {
          List<Tiding> standing = settleOthers(untold, now);
          if (standing.isEmpty() || standing.getFirst().from().isAfter(ripe)) {
            return Optional.empty();
          }
          if (!mails.add(way.freshId().apply(database.agency()), false, now)) {
            return Optional.empty();
          }
          Optional<OnItsWay> mail = mails.waiting(false);
          mail.ifPresent(added -> mails.tellIn(added, standing));
          return mail;
        });
  }

  private void sendDue(OnItsWay mail) {
    Instant now = now();
    Map<WaitReason, Integer> counts =
        database.inTransaction(() -> counts(settleOthers(mails.toldIn(mail), now)));
    if (counts.isEmpty()) {
      mails.notNeeded(mail, now);
    } else {
      send(mail, way.envelopes().telling(database.agency(), mailbox, mail, counts));
    }
  }

  private void sendTrial(OnItsWay mail) {
    send(mail, way.envelopes().trial(database.agency(), mailbox, mail));
  }

  /** No finer than a column keeps it. */
  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  /** Once handed over it is not sent again by this process, whatever becomes of the note. */
  private void send(OnItsWay mail, MailOrder order) {
    unnoted = new Done(mail, way.send().apply(order));
    noteWhatIsUnnoted();
  }

  private void noteWhatIsUnnoted() {
    Done done = unnoted;
    if (done != null) {
      note(done.mail(), done.outcome(), now());
      unnoted = null;
    }
  }

  private void note(OnItsWay mail, MailOutcome outcome, Instant now) {
    switch (outcome) {
      case MailOutcome.Sent _ -> sent(mail, now);
      case MailOutcome.Rejected(_, var problem) ->
          failed(mail, problem.label(), true, now, REFUSED);
      case MailOutcome.Unreachable(_, var obstacle) ->
          failed(mail, obstacle.label(), false, now, MailBackOff.after(mail.attempts() + 1));
    }
  }

  /** If a trial arrives, what waits can go, too. */
  private void sent(OnItsWay mail, Instant now) {
    mails.sent(mail, now);
    if (mail.isTrial()) {
      mails.tryNow(now);
    }
  }

  private void failed(OnItsWay mail, String fault, boolean isRefused, Instant now, Duration pause) {
    if (mail.isTrial()) {
      mails.failed(mail, fault, now);
    } else {
      mails.tryAgain(mail, fault, isRefused, now.plus(pause));
    }
  }

  /** Those of these that are still so; the others are settled. */
  private List<Tiding> settleOthers(Collection<Tiding> tidings, Instant now) {
    List<Tiding> held = tidings.stream().filter(tiding -> standing.holds(tiding, now)).toList();
    Set<Tiding> kept = new HashSet<>(held);
    mails.settle(tidings.stream().filter(tiding -> !kept.contains(tiding)).toList(), now);
    return held;
  }

  /** What they are about counts once for each reason. */
  private static Map<WaitReason, Integer> counts(List<Tiding> standing) {
    Map<WaitReason, Set<Tiding.Subject>> subjects = new EnumMap<>(WaitReason.class);
    standing.forEach(
        tiding ->
            subjects.computeIfAbsent(tiding.reason(), _ -> new HashSet<>()).add(tiding.subject()));
    Map<WaitReason, Integer> counts = new EnumMap<>(WaitReason.class);
    subjects.forEach((reason, ones) -> counts.put(reason, ones.size()));
    return counts;
  }

  void close() throws SQLException {
    lease.close();
  }
}
