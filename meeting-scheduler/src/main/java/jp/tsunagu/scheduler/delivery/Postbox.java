package jp.tsunagu.scheduler.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.NetworkId;
import jp.tsunagu.contract.meeting.DeliveryWay;
import jp.tsunagu.contract.meeting.MeetingCommand;
import jp.tsunagu.contract.meeting.MeetingCommandHeader;
import jp.tsunagu.contract.meeting.MeetingEvent.NoticeIssued;
import jp.tsunagu.contract.meeting.NoticeKind;
import jp.tsunagu.runtime.broker.SteadyWork;
import jp.tsunagu.runtime.mail.MailBackOff;
import jp.tsunagu.runtime.mail.MailOrder;
import jp.tsunagu.runtime.mail.MailOutcome;
import jp.tsunagu.runtime.mail.Mailer;
import jp.tsunagu.scheduler.dispatch.Commands;
import jp.tsunagu.scheduler.knowledge.Knowledge;
import jp.tsunagu.scheduler.mail.NoticeMail;
import jp.tsunagu.scheduler.meeting.Meeting;
import jp.tsunagu.scheduler.meeting.NoticeState;
import jp.tsunagu.scheduler.meeting.NoticeState.Delivery;
import jp.tsunagu.scheduler.paper.NoticePaper;

/**
 * Sends what waits, where this scheduler decides, at least once: a notice waits until its meeting's
 * events say that it left the house, so a process that dies in between sends the same mail with the
 * same Message-ID again. A server that cannot be reached is tried again with back-off; after some
 * attempts somebody must look.
 */
final class Postbox implements AutoCloseable {

  private static final Duration ROUND = Duration.ofSeconds(1);

  private final Knowledge knowledge;
  private final Commands commands;
  private final Mailer mailer;
  private final NetworkId network;
  private final Clock clock;
  private final int mostAttempts;
  private final BooleanSupplier isOurs;
  private final Map<UUID, Trouble> troubles = new HashMap<>();
  private final Map<UUID, MeetingCommand> unreported = new HashMap<>();
  private final Set<UUID> reported = new HashSet<>();
  private final SteadyWork rounds = new SteadyWork("postbox", this::roundIfReady);

  private record Trouble(int attempts, Instant next) {}

  /**
   * A postbox that does nothing yet.
   *
   * @param isOurs whether mail is sent by this scheduler and not by another
   */
  Postbox(
      Knowledge knowledge,
      Commands commands,
      Mailer mailer,
      NetworkId network,
      Clock clock,
      int mostAttempts,
      BooleanSupplier isOurs) {
    this.knowledge = knowledge;
    this.commands = commands;
    this.mailer = mailer;
    this.network = network;
    this.clock = clock;
    this.mostAttempts = mostAttempts;
    this.isOurs = isOurs;
  }

  void start() {
    rounds.start();
  }

  private Duration roundIfReady() {
    if (knowledge.isReady() && isOurs.getAsBoolean()) {
      round();
    }
    return ROUND;
  }

  private void round() {
    NoticePapers papers = new NoticePapers(knowledge.directory(), knowledge::state);
    for (Meeting meeting : knowledge.meetings().all()) {
      for (NoticeState state : meeting.notices().values()) {
        UUID id = state.notice().noticeId();
        if (!(state.delivery() instanceof Delivery.Waiting)) {
          reported.remove(id);
        } else if (unreported.containsKey(id)) {
          report(id);
        } else if (!reported.contains(id) && isDue(id)) {
          papers
              .mailOf(state.notice().addressee())
              .ifPresent(address -> send(papers, meeting, state.notice(), address));
        }
      }
    }
  }

  private boolean isDue(UUID id) {
    Trouble trouble = troubles.get(id);
    return trouble == null || !clock.instant().isBefore(trouble.next());
  }

  private void send(NoticePapers papers, Meeting meeting, NoticeIssued notice, String address) {
    MailOutcome outcome = mailer.send(order(papers, meeting, notice, address));
    UUID id = notice.noticeId();
    int attempts = Optional.ofNullable(troubles.get(id)).map(Trouble::attempts).orElse(0) + 1;
    switch (outcome) {
      case MailOutcome.Sent _ ->
          report(
              id,
              new MeetingCommand.ReportDelivery(
                  header(meeting), meeting.id(), id, DeliveryWay.MAIL));
      case MailOutcome.Rejected(_, var problem) -> giveUp(meeting, id, attempts, problem.name());
      case MailOutcome.Unreachable(_, var obstacle) ->
          retryOrGiveUp(meeting, id, attempts, obstacle.name());
    }
  }

  private void retryOrGiveUp(Meeting meeting, UUID id, int attempts, String fault) {
    if (attempts >= mostAttempts) {
      giveUp(meeting, id, attempts, fault);
    } else {
      troubles.put(id, new Trouble(attempts, clock.instant().plus(MailBackOff.after(attempts))));
    }
  }

  private void giveUp(Meeting meeting, UUID id, int attempts, String fault) {
    report(
        id, new MeetingCommand.ReportFailure(header(meeting), meeting.id(), id, attempts, fault));
  }

  private MeetingCommandHeader header(Meeting meeting) {
    return commands.header(AgencyId.SCHEDULER, meeting.id().body(), null);
  }

  /** Once mailed it is not mailed again by this process, whatever becomes of the report. */
  private void report(UUID id, MeetingCommand command) {
    troubles.remove(id);
    unreported.put(id, command);
    report(id);
  }

  private void report(UUID id) {
    MeetingCommand command = unreported.get(id);
    if (command != null && !(commands.send(command) instanceof Commands.Sent.NotTaken)) {
      unreported.remove(id);
      reported.add(id);
    }
  }

  private MailOrder order(
      NoticePapers papers, Meeting meeting, NoticeIssued notice, String address) {
    NoticePaper paper = papers.of(meeting, notice);
    MailOrder order =
        NoticeMail.order(
            paper,
            address,
            papers.party(meeting.organiser(), paper.session().organiser()),
            network);
    return notice.kind() == NoticeKind.REMINDER
        ? NoticeMail.asReminder(order, paper, network)
        : order;
  }

  @Override
  public void close() {
    rounds.close();
  }
}
